namespace Connector.Storage;

/// <summary>Who owns a data folder, as the owner wrote it down; stale when that process is gone.</summary>
public sealed record FolderOwner(int ProcessId, string? Address)
{
    /// <summary>Null when nobody ever wrote there, or the owner left in order.</summary>
    public static FolderOwner? Of(string folder)
    {
        var file = Opening.FolderLock.OwnerFile(Path.GetFullPath(folder));
        if (!File.Exists(file)) return null;
        var facts = File.ReadAllLines(file).Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
        return facts.TryGetValue("pid", out var pid) && int.TryParse(pid, out var id) ? new(id, facts.GetValueOrDefault("address") is { Length: > 0 } address ? address : null) : null;
    }
}
