using Connector.Engine.Door;
using Connector.Engine.Outbound;
using Connector.Runtime.Door;
using Connector.Runtime.Hosting;
using Connector.Storage;
using Connector.Storage.Writing;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Hands what calls came to to the door, all that came in while the last ones were being stored together. While the store is away results wait here: a
/// call that had its effect is not made again for want of a note.
/// </summary>
internal sealed class CallResults(IDoor door, TimeProvider machine, ILogger logger)
{
    /// <summary>Results of so many calls share a commit.</summary>
    public const int Most = 512;

    /// <summary>So many are waited for while more follow at once; of a fast vendor each commit would hold a handful otherwise, and the disk would never rest.</summary>
    public const int Enough = 128;

    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    private readonly Trouble _trouble = new(machine);
    private readonly Lock _gate = new();
    private readonly Queue<Waiting> _waiting = [];
    private TaskCompletionSource? _gathering;
    private bool _busy;
    private bool _pressed;

    /// <param name="more">Others follow at once: this one can wait a little for them.</param>
    /// <param name="stored">Called when the result is stored, or with what kept it from being stored. Must not block.</param>
    public void Hand(CallFinished finished, bool more, Action<Exception?> stored, CancellationToken cancellation)
    {
        lock (_gate)
        {
            _waiting.Enqueue(new(finished, stored, cancellation));
            _pressed |= !more;
            if (_pressed || _waiting.Count >= Enough) _gathering?.TrySetResult();
            if (_busy) return;
            _busy = true;
        }
        _ = Task.Run(RunAsync, CancellationToken.None);
    }

    /// <summary>Nothing follows any more.</summary>
    public void Press()
    {
        lock (_gate)
        {
            _pressed = _waiting.Count > 0;
            _gathering?.TrySetResult();
        }
    }

    private async Task RunAsync()
    {
        for (List<Waiting> page; (page = await GatherAsync()).Count > 0;)
        {
            var failure = await TryStoreAsync([.. page.Select(p => p.Input)], page[0].Cancellation);
            foreach (var one in page) one.Stored(failure);
        }
    }

    private async ValueTask<List<Waiting>> GatherAsync()
    {
        if (Gathering() is { } gathering)
        {
            await using var impatient = machine.CreateTimer(static task => ((TaskCompletionSource)task!).TrySetResult(), gathering, Patience, Timeout.InfiniteTimeSpan);
            await gathering.Task;
        }
        return Take();
    }

    /// <summary>Null: nothing is waited for.</summary>
    private TaskCompletionSource? Gathering()
    {
        lock (_gate) return _gathering = _pressed || _waiting.Count is 0 or >= Enough ? null : new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private List<Waiting> Take()
    {
        lock (_gate)
        {
            _pressed = false;
            List<Waiting> page = [];
            while (page.Count < Most && _waiting.TryDequeue(out var next)) page.Add(next);
            if (page.Count == 0) _busy = false;
            return page;
        }
    }

    private async Task<Exception?> TryStoreAsync(IReadOnlyList<CallFinished> page, CancellationToken cancellation)
    {
        try
        {
            await StoreAsync(page, cancellation);
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private async Task StoreAsync(IReadOnlyList<CallFinished> page, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await door.HandleAllAsync(page, Urgency.Result, cancellation);
                _trouble.Over();
                return;
            }
            catch (StoreUnavailableException e) when (!cancellation.IsCancellationRequested)
            {
                if (_trouble.Met(e)) Log.LoopFailed(logger, e.GetType().Name);
                await Task.Delay(Retry, machine, cancellation);
            }
            catch (Exception) when (page.Count > 1 && !cancellation.IsCancellationRequested)
            {
                foreach (var one in page) await StoreAsync([one], cancellation);
                return;
            }
            catch (Exception e) when (page[0].Result is not CallResult.Failed && !cancellation.IsCancellationRequested)
            {
                page = [page[0] with { Result = new CallResult.Failed($"the call came to {page[0].Result.GetType().Name}, and the rules failed on it: {e.GetType().Name}") }];
            }
        }
    }

    private readonly record struct Waiting(CallFinished Input, Action<Exception?> Stored, CancellationToken Cancellation);
}
