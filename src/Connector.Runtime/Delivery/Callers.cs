using Connector.Engine.Door;
using Connector.Engine.Outbound;
using Connector.Runtime.Clock;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>The callers of one destination: side by side, a bounded number, they make the calls of what was claimed ahead, in its order, and hand on what those came to.</summary>
internal sealed class Callers(string destination, CallAttempt attempt, CallResults results, IBusinessClock clock, TimeProvider machine, ILogger logger) : IDisposable
{
    public const int Most = 16;

    /// <summary>So many rows are claimed ahead of a vendor that is neither fast nor slow yet, and of one that is fast.</summary>
    public const int LeastAhead = 2 * Most, MostAhead = 64 * Most;

    /// <summary>How many called ones may wait for their result to be stored before no more are claimed: a page of results that is being stored, and half of the next.</summary>
    public const int Unstored = CallResults.Most * 3 / 2;

    private readonly Lock _gate = new();
    private readonly Queue<Claimed> _ahead = [];
    private readonly ClaimWindow _window = new(LeastAhead, MostAhead, Unstored);
    private int _held;
    private int _calling;

    /// <summary>Released when few are left ahead, and when one is done with.</summary>
    public SemaphoreSlim Moved { get; } = new(0);

    /// <summary>Taken and not done with.</summary>
    public int Held => Volatile.Read(ref _held);

    /// <summary>Told of each result once it is stored.</summary>
    public Action<OutboxRow, CallResult>? Told { get; init; }

    /// <summary>How many rows to claim now.</summary>
    public int Room()
    {
        lock (_gate) return _window.Room(_ahead.Count, Held);
    }

    /// <param name="rows">Just claimed.</param>
    /// <param name="page">What they are about.</param>
    /// <param name="stopping">What is not called yet is given back.</param>
    /// <param name="ending">What is under way is cut off.</param>
    public void Take(OutboxRow[] rows, CallPage page, CancellationToken stopping, CancellationToken ending)
    {
        var at = machine.GetTimestamp();
        Interlocked.Add(ref _held, rows.Length);
        lock (_gate)
        {
            if (rows.DistinctBy(row => row.Operation).Any(attempt.IsUnsafe)) _window.Shrink();
            foreach (var row in rows) _ahead.Enqueue(new(row, page, at));
            for (var more = Math.Min(Most - _calling, rows.Length); more > 0; more--, _calling++) _ = Task.Run(() => CallAsync(stopping, ending), CancellationToken.None);
        }
    }

    public void Dispose() => Moved.Dispose();

    /// <summary>One caller: one row after the other, as long as there are any.</summary>
    private async Task CallAsync(CancellationToken stopping, CancellationToken ending)
    {
        using var limit = new CallLimit(machine, ending);
        while (TryNext(out var next))
        {
            try
            {
                if (await attempt.MakeAsync(next, limit, stopping, ending) is var (called, result)) results.Hand(Finished(called, result), MoreFollow(), e => Stored(called, result, e), ending);
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
            else _calling--;
            if (_ahead.Count == _window.Low) Moved.Release();
            return any;
        }
    }

    /// <summary>So many are only claimed ahead of a vendor that answers within a few milliseconds.</summary>
    private bool MoreFollow()
    {
        lock (_gate) return _ahead.Count >= 4 * Most;
    }

    private void Stored(OutboxRow called, CallResult result, Exception? failure)
    {
        if (failure is null) Told?.Invoke(called, result);
        else if (failure is not OperationCanceledException) Log.LoopFailed(logger, failure.GetType().Name);
        Free();
    }

    private void Free()
    {
        Interlocked.Decrement(ref _held);
        Moved.Release();
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
}
