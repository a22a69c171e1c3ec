using Connector.Engine;
using Connector.Engine.Door;
using Connector.Engine.Outbound;
using Connector.Runtime.Clock;
using Connector.Runtime.Door;
using Connector.Runtime.Hosting;
using Connector.Storage;
using Connector.Storage.Writing;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>Takes heads of lanes from the outbox, makes their calls side by side, and hands each result to the door.</summary>
public sealed class Dispatcher : IDisposable
{
    private const int Page = 16;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan CallLimit = TimeSpan.FromMinutes(2);

    private readonly Store _store;
    private readonly IDoor _door;
    private readonly OutboxCall _call;
    private readonly IBusinessClock _clock;
    private readonly TimeProvider _machine;
    private readonly Bell _bell;
    private readonly ILogger _logger;
    private readonly string _host;
    private readonly SemaphoreSlim _turn = new(1, 1);

    internal Dispatcher(Store store, IDoor door, OutboxCall call, IBusinessClock clock, TimeProvider machine, Bell bell, string host, ILogger<Dispatcher> logger) =>
        (_store, _door, _call, _clock, _machine, _bell, _host, _logger) = (store, door, call, clock, machine, bell, host, logger);

    /// <summary>When a call last succeeded (machine time).</summary>
    public DateTimeOffset? LastSuccess { get; private set; }

    public Task RunAsync(CancellationToken cancellation) =>
        WorkLoop.RunAsync(DispatchAsync, _bell, _machine, e => Log.LoopFailed(_logger, e.GetType().Name), cancellation);

    /// <summary>One page of every destination; answers how many rows were taken. Lanes are parallel, rows of one lane never.</summary>
    public async Task<int> DispatchAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var destinations = await _store.Outbox.DestinationsAsync(cancellation);
            return (await Task.WhenAll(destinations.Select(d => PageAsync(d, cancellation)))).Sum();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<int> PageAsync(string destination, CancellationToken cancellation)
    {
        var rows = await _store.Outbox.ClaimAsync(destination, Page, _clock.Now, _host, Lease, cancellation);
        await Task.WhenAll(rows.Select(row => OneAsync(row, cancellation)));
        return rows.Count;
    }

    private async Task OneAsync(OutboxRow row, CancellationToken cancellation)
    {
        var inDoubt = row.State == OutboxState.Started;
        if (await _store.Outbox.StartAsync(row, cancellation) is not { } started) return;
        using var limit = new CancellationTokenSource(CallLimit, _machine);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        var result = await ResultAsync(started, inDoubt, either.Token, cancellation);
        await _door.HandleAsync(
            new CallFinished { At = _clock.Now, By = Origin(row), Correlation = row.Correlation, OutboxId = row.Id, Result = result }, Urgency.Result, cancellation);
        Tell(started, result);
    }

    private async Task<CallResult> ResultAsync(OutboxRow row, bool inDoubt, CancellationToken limited, CancellationToken cancellation)
    {
        try
        {
            return await _call.AttemptAsync(row, inDoubt, limited);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            return CallOutcome.Of(new TimeoutException($"no answer within {CallLimit.TotalSeconds:0} s", e), row, _clock.Now);
        }
    }

    private void Tell(OutboxRow row, CallResult result)
    {
        if (result is CallResult.Succeeded) LastSuccess = _machine.GetUtcNow();
        if (result is CallResult.Failed)
            Log.Dead(_logger, row.Operation, RecordId.Interaction(row.InteractionId), row.Destination, RecordId.Outbox(row.Id), row.Attempts, row.Correlation);
        else
            Log.Called(_logger, row.Operation, RecordId.Interaction(row.InteractionId), row.Destination, result.GetType().Name, RecordId.Outbox(row.Id), row.Attempts, row.Correlation);
    }

    private static Actor Origin(OutboxRow row) => row.Destination == OutboxDestination.Mail ? new Actor("delivery") : Actor.OfInstance(row.Destination);
}
