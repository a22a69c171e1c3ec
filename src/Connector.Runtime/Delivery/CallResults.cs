using Connector.Engine.Door;
using Connector.Engine.Outbound;
using Connector.Runtime.Door;
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
    private const int Most = 64;
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Queue<(CallFinished Input, TaskCompletionSource Stored, CancellationToken Cancellation)> _waiting = [];
    private bool _busy;

    /// <summary>Returns when the result is stored.</summary>
    public Task HandAsync(CallFinished finished, CancellationToken cancellation)
    {
        var stored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _waiting.Enqueue((finished, stored, cancellation));
            if (_busy) return stored.Task;
            _busy = true;
        }
        _ = Task.Run(RunAsync, CancellationToken.None);
        return stored.Task;
    }

    private async Task RunAsync()
    {
        while (Take() is { Count: > 0 } page)
        {
            var cancellation = page[0].Cancellation;
            try
            {
                await StoreAsync([.. page.Select(p => p.Input)], cancellation);
                foreach (var (_, stored, _) in page) stored.TrySetResult();
            }
            catch (Exception e)
            {
                foreach (var (_, stored, _) in page) stored.TrySetException(e);
            }
        }
    }

    private List<(CallFinished Input, TaskCompletionSource Stored, CancellationToken Cancellation)> Take()
    {
        lock (_gate)
        {
            List<(CallFinished, TaskCompletionSource, CancellationToken)> page = [];
            while (page.Count < Most && _waiting.TryDequeue(out var next)) page.Add(next);
            if (page.Count == 0) _busy = false;
            return page;
        }
    }

    private async Task StoreAsync(IReadOnlyList<CallFinished> page, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await door.HandleAllAsync(page, Urgency.Result, cancellation);
                return;
            }
            catch (StoreUnavailableException e) when (!cancellation.IsCancellationRequested)
            {
                Log.LoopFailed(logger, e.GetType().Name);
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
}
