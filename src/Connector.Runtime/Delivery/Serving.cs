using Connector.Engine.Outbound;
using Connector.Runtime.Clock;
using Connector.Runtime.Hosting;
using Connector.Storage;
using Connector.Storage.Stores;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Serves one destination: claims heads of lanes for its callers. Rows are claimed ahead, so that calls do not wait for commits; what is claimed is marked
/// started, so no more than that is in doubt after a kill.
/// </summary>
internal sealed class Serving(string destination, Store store, Callers callers, IBusinessClock clock, TimeProvider machine, string host) : IDisposable
{
    /// <summary>So many rows share a reading of what they are about.</summary>
    public const int PageSize = 2 * Callers.Most;

    private readonly Lock _gate = new();
    private Task<int>? _running;
    private bool _again;

    /// <summary>What its last turns met.</summary>
    public Trouble Trouble { get; } = new(machine);

    /// <summary>Until nothing is claimable and nothing is under way; answers how many rows were taken. Who comes while it runs waits with it.</summary>
    /// <param name="stopping">No more is claimed.</param>
    /// <param name="ending">What is under way is cut off.</param>
    public Task<int> ServeAsync(CancellationToken stopping, CancellationToken ending)
    {
        lock (_gate)
        {
            if (_running is null) return _running = Task.Run(() => RunAsync(stopping, ending), CancellationToken.None);
            _again = true;
            callers.Moved.Release();
            return _running;
        }
    }

    public void Dispose() => callers.Dispose();

    private async Task<int> RunAsync(CancellationToken stopping, CancellationToken ending)
    {
        var taken = 0;
        try
        {
            do taken += await EmptyAsync(stopping, ending);
            while (IsWantedAgain());
            return taken;
        }
        catch
        {
            while (callers.Held > 0) await callers.Moved.WaitAsync(CancellationToken.None);
            lock (_gate) _running = null;
            throw;
        }
    }

    /// <summary>Whoever came since the last claim is not left waiting.</summary>
    private bool IsWantedAgain()
    {
        lock (_gate)
        {
            if (!_again) _running = null;
            (var again, _again) = (_again, false);
            return again;
        }
    }

    private async Task<int> EmptyAsync(CancellationToken stopping, CancellationToken ending)
    {
        for (var taken = 0; ;)
        {
            var room = callers.Room();
            var rows = room == 0 ? 0 : await TakeAsync(room, stopping, ending);
            taken += rows;
            if (rows > 0 && rows == room) continue;
            if (callers.Held == 0) return taken;
            await callers.Moved.WaitAsync(stopping);
            while (callers.Moved.Wait(0, CancellationToken.None)) { }
        }
    }

    private async Task<int> TakeAsync(int room, CancellationToken stopping, CancellationToken ending)
    {
        var at = machine.GetTimestamp();
        var claimed = await store.Outbox.ClaimAsync(destination, room, clock.Now, host, CallLimit.Lease, stopping);
        foreach (var rows in claimed.Rows.Chunk(PageSize)) callers.Take(rows, Page(rows, claimed, at), stopping, ending);
        return claimed.Rows.Count;
    }

    private CallPage Page(OutboxRow[] rows, ClaimedRows claimed, long at) =>
        new([.. rows.Select(row => row.InteractionId)], claimed.Work, at, store.Interactions.FindCalledAsync, machine);
}
