using Connector.Engine.Door;
using Connector.Engine.Outbound;
using Connector.Runtime.Clock;
using Connector.Storage;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Serves one destination: claims heads of lanes, makes a bounded number of calls side by side, hands their results on. A few rows are claimed ahead, so
/// that calls do not wait for commits; what is claimed is marked started, so no more than that is in doubt after a kill.
/// </summary>
internal sealed class Serving(string destination, Store store, OutboxCall call, Doubt doubt, CallResults results, IBusinessClock clock, TimeProvider machine, string host, ILogger logger) : IDisposable
{
    private const int Calls = 16;
    private const int Most = 3 * Calls;
    private static readonly TimeSpan Lease = OutboxCall.Limit + TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _places = new(Calls);
    private readonly SemaphoreSlim _look = new(0);
    private readonly Lock _gate = new();
    private Task<int>? _running;
    private bool _again;
    private int _claimed;

    /// <summary>Told of each result once it is stored.</summary>
    public Action<OutboxRow, CallResult>? Told { get; init; }

    /// <summary>Until nothing is claimable and nothing is under way; answers how many rows were taken. Who comes while it runs waits with it.</summary>
    /// <param name="stopping">No more is claimed.</param>
    /// <param name="ending">What is under way is cut off.</param>
    public Task<int> ServeAsync(CancellationToken stopping, CancellationToken ending)
    {
        lock (_gate)
        {
            if (_running is null) return _running = Task.Run(() => RunAsync(stopping, ending), CancellationToken.None);
            _again = true;
            _look.Release();
            return _running;
        }
    }

    public void Dispose()
    {
        _places.Dispose();
        _look.Dispose();
    }

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
            while (Volatile.Read(ref _claimed) > 0) await _look.WaitAsync(CancellationToken.None);
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
            var room = Most - Volatile.Read(ref _claimed);
            var rows = room < Calls ? [] : await store.Outbox.ClaimAsync(destination, room, clock.Now, host, Lease, stopping);
            foreach (var row in rows) Start(row, stopping, ending);
            taken += rows.Count;
            if (rows.Count > 0 && rows.Count == room) continue;
            if (Volatile.Read(ref _claimed) == 0) return taken;
            await _look.WaitAsync(stopping);
            while (_look.Wait(0, CancellationToken.None)) { }
        }
    }

    private void Start(OutboxRow row, CancellationToken stopping, CancellationToken ending)
    {
        Interlocked.Increment(ref _claimed);
        _ = OneAsync(row, machine.GetTimestamp(), stopping, ending);
    }

    private async Task OneAsync(OutboxRow row, long claimed, CancellationToken stopping, CancellationToken ending)
    {
        try
        {
            if (await InPlaceAsync(row, claimed, stopping, ending) is not var (called, result)) return;
            await results.HandAsync(Finished(called, result), ending);
            Told?.Invoke(called, result);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The host ends: the row stays started, in doubt.
        }
        catch (Exception e)
        {
            Log.LoopFailed(logger, e.GetType().Name);
        }
        finally
        {
            Interlocked.Decrement(ref _claimed);
            _look.Release();
        }
    }

    /// <summary>One of the bounded number of calls; null: given back without one.</summary>
    private async Task<(OutboxRow Called, CallResult Result)?> InPlaceAsync(OutboxRow row, long claimed, CancellationToken stopping, CancellationToken ending)
    {
        await _places.WaitAsync(ending);
        try
        {
            if (stopping.IsCancellationRequested || machine.GetElapsedTime(claimed) > Lease - OutboxCall.Limit)
            {
                await store.Outbox.ReleaseAsync(row, ending);
                return null;
            }
            return row.DoubtSince is null ? (row, await call.AttemptAsync(row, ending)) : await SettleAsync(row, ending);
        }
        finally
        {
            _places.Release();
        }
    }

    private async Task<(OutboxRow, CallResult)?> SettleAsync(OutboxRow row, CancellationToken ending)
    {
        switch (await doubt.SettleAsync(row, ending))
        {
            case Settlement.Wait wait:
                await store.Outbox.HoldBackAsync(row, wait.For, ending);
                return null;
            case Settlement.Known known:
                return (row, known.Result);
            default:
                return await store.Outbox.StartAsync(row, Lease, ending) is { } started ? (started, await call.AttemptAsync(started, ending)) : null;
        }
    }

    private CallFinished Finished(OutboxRow row, CallResult result) => new()
    {
        At = clock.Now,
        By = destination == OutboxDestination.Mail ? new Actor("delivery") : Actor.OfInstance(destination),
        Correlation = row.Correlation,
        OutboxId = row.Id,
        Attempt = row.Attempts,
        Result = result,
    };
}
