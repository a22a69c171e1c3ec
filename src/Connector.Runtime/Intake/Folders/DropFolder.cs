using System.Globalization;
using Connector.Runtime.Clock;

namespace Connector.Runtime.Intake.Folders;

/// <summary>A folder into which people and programs copy mails. A file is ready when its size has not changed for a while.</summary>
/// <param name="channel">Whose mail it is.</param>
/// <param name="path">Absolute.</param>
/// <param name="isOurs">Inside the data folder: made when it is not there. Any other may be a share that is away.</param>
/// <param name="machine">Measures how long a size has stood.</param>
/// <param name="clock">Names the folders of what is done.</param>
internal sealed class DropFolder(string channel, string path, bool isOurs, TimeProvider machine, IBusinessClock clock) : IMailFolder
{
    public static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(200);
    private static readonly string[] Unfinished = [".tmp", ".part"];

    private readonly Dictionary<string, (long Size, long Since)> _seen = new(StringComparer.Ordinal);

    public string Channel => channel;

    public string Path => path;

    public string Inbox => path;

    public void Prepare()
    {
        if (isOurs) Directory.CreateDirectory(path);
        else if (!Directory.Exists(path)) throw new DirectoryNotFoundException($"the folder '{path}' does not exist");
    }

    public FolderLook Look()
    {
        var now = machine.GetTimestamp();
        var files = RegularFiles.In(path).Where(f => !Unfinished.Contains(System.IO.Path.GetExtension(f.Name), StringComparer.OrdinalIgnoreCase)).ToList();
        foreach (var gone in _seen.Keys.Except(files.Select(f => f.Name)).ToList()) _seen.Remove(gone);
        var ready = files.Where(f => HasSettled(f, now)).OrderBy(f => f.Written).ThenBy(f => f.Name, StringComparer.Ordinal).ToList();
        return new(ready, Settling: ready.Count < files.Count);
    }

    public void Done(WaitingFile file)
    {
        var folder = System.IO.Path.Combine(path, "done", clock.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Directory.CreateDirectory(folder);
        RegularFiles.Move(file.Path, folder, file.Name);
    }

    public void PutAside(WaitingFile file, string reason)
    {
        var folder = System.IO.Path.Combine(path, "failed");
        Directory.CreateDirectory(folder);
        var target = RegularFiles.Move(file.Path, folder, file.Name);
        File.WriteAllText($"{target}.status", $"{clock.Now:yyyy-MM-ddTHH:mm:ssZ} {reason}\n");
    }

    private bool HasSettled(WaitingFile file, long now)
    {
        if (_seen.TryGetValue(file.Name, out var before) && before.Size == file.Size) return machine.GetElapsedTime(before.Since, now) >= Settled;
        _seen[file.Name] = (file.Size, now);
        return false;
    }
}
