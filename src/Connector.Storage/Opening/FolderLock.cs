using System.Text;

namespace Connector.Storage.Opening;

/// <summary>The right to write in a data folder, held by the operating system for as long as the process lives. Who holds it stands beside, in
/// <c>connector.owner</c>.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _lock;
    private readonly string _owner;

    private FolderLock(FileStream locked, string owner) => (_lock, _owner) = (locked, owner);

    public static string OwnerFile(string folder) => Path.Combine(folder, "connector.owner");

    /// <summary>Makes the folder if need be, and takes the lock.</summary>
    public static FolderLock Take(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var file = Open(Path.Combine(folder, "connector.lock"), folder);
            var taken = new FolderLock(file, OwnerFile(folder));
            taken.Announce(null);
            return taken;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new StoreNotUsableException($"The data folder {folder} cannot be made or written: {e.Message} Choose another with --data, or give this user the right to write there.", e);
        }
    }

    /// <summary>Tells others who owns the folder and where the owner listens.</summary>
    public void Announce(string? address)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(_owner, options);
        file.Write(Encoding.UTF8.GetBytes($"pid={Environment.ProcessId}\naddress={address}\n"));
    }

    public void Dispose()
    {
        _lock.Dispose();
        File.Delete(_owner);
    }

    private static FileStream Open(string path, string folder)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException) && File.Exists(path))
        {
            throw new StoreInUseException($"The data folder {folder} is in use{Owner(folder)}. Its owner is named in {OwnerFile(folder)}.");
        }
    }

    private static string Owner(string folder)
    {
        var lines = File.Exists(OwnerFile(folder)) ? File.ReadAllLines(OwnerFile(folder)) : [];
        var known = lines.Where(line => !line.EndsWith('=')).ToList();
        return known.Count == 0 ? "" : $" ({string.Join(", ", known)})";
    }
}
