namespace Connector.Runtime.Intake.Folders;

/// <summary>Mails being taken at once: bounded by number, and by bytes unless it is a single one.</summary>
internal sealed class TakingWindow(long maxBytes)
{
    private const int MaxMails = 64;

    private readonly List<(Task Taking, long Size)> _running = [];
    private readonly List<Task> _failed = [];

    public bool HasFailed => _failed.Count > 0;

    public async Task RoomForAsync(long size)
    {
        while (_running.Count >= MaxMails || (_running.Count > 0 && _running.Sum(r => r.Size) + size > maxBytes))
        {
            await Task.WhenAny(_running.Select(r => r.Taking));
            foreach (var over in _running.Where(r => r.Taking.IsCompleted).ToList()) Close(over);
        }
    }

    public void Add(Task taking, long size) => _running.Add((taking, size));

    /// <summary>Waits for all, then throws the first failure.</summary>
    public async Task EndAsync() => await Task.WhenAll(_failed.Concat(_running.Select(r => r.Taking)));

    private void Close((Task Taking, long Size) over)
    {
        _running.Remove(over);
        if (!over.Taking.IsCompletedSuccessfully) _failed.Add(over.Taking);
    }
}
