using Connector.Runtime.Intake.Health;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Intake.Folders;

/// <summary>Takes the mails of one folder, for as long as the host runs. Whatever happens to it, the others go on.</summary>
internal sealed class FolderPump(IMailFolder folder, MailIntake intake, IntakeHealth health, TimeProvider machine, ILogger logger)
{
    private static readonly TimeSpan Scan = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly StuckFiles _stuck = new();
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
                var (wait, isIdle) = await TurnAsync(stopping);
                if (_health.State == IntakeState.Running) signal.Listen();
                else signal.StopListening();
                await (isIdle ? signal.WaitAsync(wait, stopping) : Task.Delay(wait, machine, stopping));
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops: what was not stored stays in the folder.
        }
    }

    /// <summary>Takes what is ready; answers how long to wait, and whether a new file may end the wait.</summary>
    internal async Task<(TimeSpan Wait, bool IsIdle)> TurnAsync(CancellationToken stopping)
    {
        try
        {
            folder.Prepare();
            var look = folder.Look();
            await TakeAsync(_stuck.Without(look.Ready), stopping);
            Running();
            _storeWait = Scan;
            return look.Settling ? (DropFolder.Settled, false) : (Scan, true);
        }
        catch (Exception e) when (StoreTrouble.Is(e))
        {
            return (StoreDown(e), false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            if (_health.Unreadable(e.Message)) Log.FolderUnreadable(logger, folder.Channel, folder.Path, e.Message);
            return (Scan, false);
        }
    }

    /// <summary>The first mail that is stored says it: those that gathered meanwhile may take long.</summary>
    private void Running()
    {
        if (_health.Running()) Log.FolderBack(logger, folder.Channel, folder.Path);
    }

    private TimeSpan StoreDown(Exception e)
    {
        var wait = _storeWait;
        if (_health.StoreDown(e.Message)) Log.StoreDown(logger, folder.Channel, e.Message, wait);
        _storeWait = TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, wait.Ticks * 2));
        return wait;
    }

    /// <summary>Handed over in order, stored side by side. All that began is awaited before anything else is done with the folder.</summary>
    private async Task TakeAsync(IReadOnlyList<WaitingFile> files, CancellationToken stopping)
    {
        var window = new TakingWindow(intake.Size.Kept);
        foreach (var file in files)
        {
            await window.RoomForAsync(file.Size);
            if (window.HasFailed || stopping.IsCancellationRequested) break;
            window.Add(TakeAsync(file, stopping), file.Size);
        }
        await window.EndAsync();
        stopping.ThrowIfCancellationRequested();
    }

    private async Task TakeAsync(WaitingFile file, CancellationToken stopping)
    {
        try
        {
            var bytes = FileBytes.Read(file.Path, file.Size, intake.Size.Kept);
            if (bytes.LongLength != Math.Min(file.Size, intake.Size.Kept)) return; // Still being written: the next look sees its new size.
            await intake.TakeAsync(new(folder.Channel, bytes, file.Path) { Size = file.Size }, stopping);
            _health.Took();
            Running();
            Move(file, folder.Done);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException && !File.Exists(file.Path))
        {
            // Taken away by whoever put it there.
        }
        catch (Exception e) when (!StoreTrouble.Is(e) && !stopping.IsCancellationRequested)
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
            _stuck.Add(file);
            Log.FileStuck(logger, folder.Channel, Log.Masked(file.Name), Log.Masked(e.Message));
        }
    }
}
