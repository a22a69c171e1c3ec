namespace Connector.Runtime.Intake.Folders;

/// <summary>Files that were dealt with but cannot be moved away: not taken again while they stay as they were.</summary>
internal sealed class StuckFiles
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, WaitingFile> _files = new(StringComparer.Ordinal);

    public void Add(WaitingFile file)
    {
        lock (_gate) _files[file.Name] = file;
    }

    public IReadOnlyList<WaitingFile> Without(IReadOnlyList<WaitingFile> ready)
    {
        lock (_gate)
        {
            if (_files.Count == 0) return ready;
            foreach (var name in _files.Keys.Except(ready.Where(f => _files.GetValueOrDefault(f.Name) == f).Select(f => f.Name)).ToList()) _files.Remove(name);
            return [.. ready.Where(f => !_files.ContainsKey(f.Name))];
        }
    }
}
