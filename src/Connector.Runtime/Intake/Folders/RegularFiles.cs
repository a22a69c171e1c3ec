namespace Connector.Runtime.Intake.Folders;

/// <summary>Files of one folder: no links, no folders, nothing hidden.</summary>
internal static class RegularFiles
{
    private static readonly EnumerationOptions Plain = new()
    {
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Directory,
        IgnoreInaccessible = false,
        RecurseSubdirectories = false,
    };

    public static IEnumerable<WaitingFile> In(string folder)
    {
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", Plain))
            if (!file.Name.StartsWith('.') && Seen(file) is { } seen) yield return seen;
    }

    /// <summary>Moves under a free name: <c>a.eml</c>, <c>a-2.eml</c>, …</summary>
    public static string Move(string path, string folder, string name)
    {
        var (stem, extension) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        for (var n = 1; ; n++)
        {
            var target = Path.Combine(folder, n == 1 ? name : $"{stem}-{n}{extension}");
            if (File.Exists(target)) continue;
            try
            {
                File.Move(path, target, overwrite: false);
                return target;
            }
            catch (IOException) when (File.Exists(target) && File.Exists(path))
            {
                // Another file took the name in between.
            }
        }
    }

    /// <summary>Null when it is gone already.</summary>
    private static WaitingFile? Seen(FileInfo file)
    {
        try
        {
            return new(file.FullName, file.Length, file.LastWriteTimeUtc);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
