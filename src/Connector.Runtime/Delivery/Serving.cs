using Connector.Engine.Door;
using Connector.Engine.Outbound;
using Connector.Runtime.Clock;
using Connector.Storage;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Serves one destination: claims heads of lanes, makes a bounded number of calls side by side, hands their results on. Rows are claimed ahead, so that
/// calls do not wait for commits; what is claimed is marked started, so no more than that is in doubt after a kill.
/// </summary>
internal sealed class Serving(string destination, Store store, OutboxCall call, Doubt doubt, CallResults results, IBusinessClock clock, TimeProvider machine, string host, ILogger logger) : IDisposable
{
    private const int Calls = 16;
    private const int Most = 64 * Calls;
    private const int PageSize = 2 * Calls;

    /// <summary>How many called ones may wait for their result to be stored before no more are claimed: a page of results that is being stored, and half of the next.</summary>
    private const int Unstored = CallResults.Most * 3 / 2;
    private static readonly TimeSpan Lease = CallLimit.Longest + TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _look = new(0);
    private readonly Lock _gate = new();
    private readonly Queue<Claimed> _ahead = [];
    private readonly ClaimWindow _window = new(2 * Calls, Most, Unstored);
    private Task<int>? _running;
    private bool _again;
    private int _claimed;
    private int _callers;

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

    public void Dispose() => _look.Dispose();

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
            var room = Room();
            var rows = room == 0 ? 0 : await TakeAsync(room, stopping, ending);
            taken += rows;
            if (rows > 0 && rows == room) continue;
            if (Volatile.Read(ref _claimed) == 0) return taken;
            await _look.WaitAsync(stopping);
            while (_look.Wait(0, CancellationToken.None)) { }
        }
    }

    private int Room()
    {
        lock (_gate) return _window.Room(_ahead.Count, Volatile.Read(ref _claimed));
    }

    private async Task<int> TakeAsync(int room, CancellationToken stopping, CancellationToken ending)
    {
        var at = machine.GetTimestamp();
        var claimed = await store.Outbox.ClaimAsync(destination, room, clock.Now, host, Lease, stopping);
        foreach (var rows in claimed.Rows.Chunk(PageSize))
            Take(rows, new([.. rows.Select(row => row.InteractionId)], claimed.Work, at, store.Interactions.FindCalledAsync, machine), stopping, ending);
        return claimed.Rows.Count;
    }

    private void Take(OutboxRow[] rows, CallPage page, CancellationToken stopping, CancellationToken ending)
    {
        var at = machine.GetTimestamp();
        Interlocked.Add(ref _claimed, rows.Length);
        lock (_gate)
        {
            if (rows.DistinctBy(row => row.Operation).Any(call.IsUnsafe)) _window.Shrink();
            foreach (var row in rows) _ahead.Enqueue(new(row, page, at));
            for (var more = Math.Min(Calls - _callers, rows.Length); more > 0; more--, _callers++) _ = Task.Run(() => CallAsync(stopping, ending), CancellationToken.None);
        }
    }

    /// <summary>One of the bounded number of callers: one row after the other, as long as there are any.</summary>
    private async Task CallAsync(CancellationToken stopping, CancellationToken ending)
    {
        using var limit = new CallLimit(machine, ending);
        while (TryNext(out var next))
        {
            try
            {
                if (await AttemptAsync(next, limit, stopping, ending) is var (called, result)) results.Hand(Finished(called, result), MoreFollow(), e => Stored(called, result, e), ending);
                else Free();
            }
            catch (Exception e)
            {
                // When the host ends the row stays started, in doubt.
                if (!ending.IsCancellationRequested) Log.LoopFailed(logger, e.GetType().Name);
                Free();
            }
        }
        results.Press();
    }

    private bool TryNext(out Claimed next)
    {
        lock (_gate)
        {
            var any = _ahead.TryDequeue(out next);
            if (any) _window.Called(machine.GetElapsedTime(next.At));
            else _callers--;
            if (_ahead.Count == _window.Low) _look.Release();
            return any;
        }
    }

    /// <summary>So many are only claimed ahead of a vendor that answers within a few milliseconds.</summary>
    private bool MoreFollow()
    {
        lock (_gate) return _ahead.Count >= 4 * Calls;
    }

    /// <summary>Null: given back without a call.</summary>
    private async Task<(OutboxRow Called, CallResult Result)?> AttemptAsync(Claimed next, CallLimit limit, CancellationToken stopping, CancellationToken ending)
    {
        ending.ThrowIfCancellationRequested();
        if (stopping.IsCancellationRequested || machine.GetElapsedTime(next.At) > Lease - CallLimit.Longest)
        {
            await store.Outbox.ReleaseAsync(next.Row, ending);
            return null;
        }
        return next.Row.DoubtSince is null ? (next.Row, await call.AttemptAsync(next.Row, next.Page, limit, ending)) : await SettleAsync(next, limit, ending);
    }

    private async Task<(OutboxRow, CallResult)?> SettleAsync(Claimed next, CallLimit limit, CancellationToken ending)
    {
        switch (await doubt.SettleAsync(next.Row, ending))
        {
            case Settlement.Wait wait:
                await store.Outbox.HoldBackAsync(next.Row, wait.For, ending);
                return null;
            case Settlement.Known known:
                return (next.Row, known.Result);
            default:
                return await store.Outbox.StartAsync(next.Row, Lease, ending) is { } started ? (started, await call.AttemptAsync(started, next.Page, limit, ending)) : null;
        }
    }

    private void Stored(OutboxRow called, CallResult result, Exception? failure)
    {
        if (failure is null) Told?.Invoke(called, result);
        else if (failure is not OperationCanceledException) Log.LoopFailed(logger, failure.GetType().Name);
        Free();
    }

    private void Free()
    {
        Interlocked.Decrement(ref _claimed);
        _look.Release();
    }

    private CallFinished Finished(OutboxRow row, CallResult result) => new()
    {
        At = clock.Now,
        By = destination == OutboxDestination.Mail ? new Actor("delivery") : Actor.OfInstance(destination),
        Correlation = row.Correlation,
        OutboxId = row.Id,
        Attempt = row.Attempts,
        Called = row,
        Result = result,
    };

    private readonly record struct Claimed(OutboxRow Row, CallPage Page, long At);
}
