using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Intake.Folders;

/// <summary>Wakes a waiting pump when something happens in its folder. Where the system cannot tell, the wait just ends in time.</summary>
internal sealed class FolderSignal(string folder, TimeProvider machine, ILogger logger) : IDisposable
{
    private FileSystemWatcher? _watcher;
    private TaskCompletionSource _changed = Fresh();
    private bool _told;

    /// <summary>Starts listening; again after the folder was away.</summary>
    public void Listen()
    {
        if (_watcher is not null) return;
        try
        {
            var watcher = new FileSystemWatcher(folder) { NotifyFilter = NotifyFilters.FileName | NotifyFilters.Size };
            watcher.Created += (_, _) => Wake();
            watcher.Renamed += (_, _) => Wake();
            watcher.Changed += (_, _) => Wake();
            watcher.EnableRaisingEvents = true;
            _watcher = watcher;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            if (!_told) Log.NotAnnounced(logger, folder, e.Message);
            _told = true;
        }
    }

    public void StopListening()
    {
        _watcher?.Dispose();
        _watcher = null;
    }

    public void Wake() => _changed.TrySetResult();

    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(_changed.Task, Task.Delay(atMost, machine, over.Token));
        await over.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
        if (_changed.Task.IsCompleted) _changed = Fresh();
    }

    public void Dispose() => StopListening();

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
