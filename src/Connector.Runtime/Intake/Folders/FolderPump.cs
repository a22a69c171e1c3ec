using Connector.Runtime.Intake.Health;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Intake.Folders;

/// <summary>Takes the mails of one folder, for as long as the host runs. Whatever happens to it, the others go on.</summary>
internal sealed class FolderPump(IMailFolder folder, MailIntake intake, IntakeHealth health, TimeProvider machine, ILogger logger)
{
    private static readonly TimeSpan Scan = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private const int MaxAtOnce = 64;

    /// <summary>Files that could not be moved away, as they were then.</summary>
    private readonly Dictionary<string, WaitingFile> _stuck = new(StringComparer.Ordinal);
    private readonly SourceHealth _health = health.Of(folder.Channel, folder.Path);
    private TimeSpan _storeWait = Scan;

    public async Task RunAsync(CancellationToken stopping)
    {
        using var signal = new FolderSignal(folder.Inbox, machine, logger);
        Log.Watching(logger, folder.Channel, folder.Path);
        try
        {
            while (true)
            {
                var wait = await TurnAsync(stopping);
                if (_health.State == IntakeState.Running) signal.Listen();
                else signal.StopListening();
                await signal.WaitAsync(wait, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops: what was not stored stays in the folder.
        }
    }

    /// <summary>Takes what is ready and answers how long to wait.</summary>
    internal async Task<TimeSpan> TurnAsync(CancellationToken stopping)
    {
        try
        {
            folder.Prepare();
            var look = folder.Look();
            await TakeAsync([.. look.Ready.Where(f => !IsStuck(f))], stopping);
            if (_health.Running()) Log.FolderBack(logger, folder.Channel, folder.Path);
            _storeWait = Scan;
            return look.Settling ? DropFolder.Settled : Scan;
        }
        catch (Exception e) when (StoreTrouble.Is(e))
        {
            return StoreDown(e);
        }
        catch (Exception e) when (e is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            if (_health.Unreadable(e.Message)) Log.FolderUnreadable(logger, folder.Channel, folder.Path, e.Message);
            return Scan;
        }
    }

    private TimeSpan StoreDown(Exception e)
    {
        var wait = _storeWait;
        if (_health.StoreDown(e.Message)) Log.StoreDown(logger, folder.Channel, e.Message, wait);
        _storeWait = TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, wait.Ticks * 2));
        return wait;
    }

    /// <summary>Handed over in order, stored side by side; bounded by number and bytes.</summary>
    private async Task TakeAsync(IReadOnlyList<WaitingFile> files, CancellationToken stopping)
    {
        var running = new Dictionary<Task, long>();
        foreach (var file in files)
        {
            while (running.Count >= MaxAtOnce || (running.Count > 0 && running.Values.Sum() + file.Size > intake.Size.Kept))
                running.Remove(await Task.WhenAny(running.Keys));
            if (running.Keys.Any(t => t.IsFaulted)) break;
            stopping.ThrowIfCancellationRequested();
            running.Add(TakeAsync(file, stopping), file.Size);
        }
        await Task.WhenAll(running.Keys);
    }

    private async Task TakeAsync(WaitingFile file, CancellationToken stopping)
    {
        try
        {
            var bytes = FileBytes.Read(file.Path, file.Size, intake.Size.Kept);
            await intake.TakeAsync(new(folder.Channel, bytes, file.Path) { Size = Math.Max(file.Size, bytes.LongLength) }, stopping);
            _health.Took();
            Move(file, folder.Done);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException && !File.Exists(file.Path))
        {
            // Taken away by whoever put it there.
        }
        catch (Exception e) when (!StoreTrouble.Is(e) && e is not OperationCanceledException)
        {
            Refuse(file, e is IOException or UnauthorizedAccessException ? $"cannot be read: {e.Message}" : $"cannot be taken: {e.GetType().Name}");
        }
    }

    private void Refuse(WaitingFile file, string reason)
    {
        IntakeMetrics.Failed(folder.Channel);
        Log.FileFailed(logger, folder.Channel, Log.Masked(file.Name), Log.Masked(reason));
        Move(file, f => folder.PutAside(f, reason));
    }

    private void Move(WaitingFile file, Action<WaitingFile> move)
    {
        try
        {
            move(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            lock (_stuck) _stuck[file.Name] = file;
            Log.FileStuck(logger, folder.Channel, Log.Masked(file.Name), Log.Masked(e.Message));
        }
    }

    private bool IsStuck(WaitingFile file)
    {
        lock (_stuck)
        {
            if (_stuck.TryGetValue(file.Name, out var before) && before == file) return true;
            _stuck.Remove(file.Name);
            return false;
        }
    }
}
