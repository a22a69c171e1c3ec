using System.Collections.Concurrent;
using Connector.Engine;
using Connector.Engine.Outbound;
using Connector.Runtime.Clock;
using Connector.Runtime.Door;
using Connector.Runtime.Hosting;
using Connector.Storage;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>Empties the outbox: each destination is served for itself, so that a slow vendor keeps only its own lanes waiting.</summary>
public sealed class Dispatcher : IDisposable
{
    /// <summary>How long calls under way may still take when the host stops.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly Store _store;
    private readonly Func<string, bool> _takesCalls;
    private readonly Func<string, Serving> _serve;
    private readonly TimeProvider _machine;
    private readonly Bell _bell;
    private readonly ILogger _logger;
    private readonly ConcurrentDictionary<string, Serving> _servings = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _ending = new();

    internal Dispatcher(Store store, IDoor door, OutboxCall call, Doubt doubt, Func<string, bool> takesCalls, IBusinessClock clock, TimeProvider machine, Bell bell, string host, ILogger<Dispatcher> logger)
    {
        (_store, _takesCalls, _machine, _bell, _logger) = (store, takesCalls, machine, bell, logger);
        var results = new CallResults(door, machine, logger);
        var attempt = new CallAttempt(store.Outbox, call, doubt, machine);
        _serve = destination => new Serving(destination, store, new(destination, attempt, results, clock, machine, logger) { Told = Tell }, clock, machine, host);
    }

    /// <summary>When a call last succeeded (machine time).</summary>
    public DateTimeOffset? LastSuccess { get; private set; }

    /// <summary>Until the host stops; then what is under way has a while to finish.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var stop = cancellation.Register(() => _ending.CancelAfter(Grace));
        await WorkLoop.RunAsync(KickAsync, _bell, _machine, e => Log.LoopFailed(_logger, e.GetType().Name), cancellation);
        await Task.WhenAll(_servings.Values.Select(serving => WatchedAsync(serving, cancellation)));
    }

    /// <summary>Until no destination has anything to do now; answers how many rows were taken. Lanes are parallel, rows of one lane never.</summary>
    public async Task<int> DispatchAsync(CancellationToken cancellation) =>
        (await Task.WhenAll((await ServedAsync(cancellation)).Select(s => s.ServeAsync(cancellation, cancellation)))).Sum();

    public void Dispose()
    {
        _ending.Dispose();
        foreach (var serving in _servings.Values) serving.Dispose();
    }

    /// <summary>Sees to it that every destination with something to do is being served.</summary>
    private async Task<int> KickAsync(CancellationToken cancellation)
    {
        foreach (var serving in await ServedAsync(cancellation)) _ = WatchedAsync(serving, cancellation);
        return 0;
    }

    /// <summary>The lanes of an instance that takes no calls wait, without attempts that could only fail.</summary>
    private async Task<IEnumerable<Serving>> ServedAsync(CancellationToken cancellation) =>
        (await _store.Outbox.DestinationsAsync(cancellation)).Where(_takesCalls).Select(d => _servings.GetOrAdd(d, _serve));

    private async Task WatchedAsync(Serving serving, CancellationToken cancellation)
    {
        try
        {
            await serving.ServeAsync(cancellation, _ending.Token);
            serving.Trouble.Over();
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
        catch (Exception e)
        {
            if (serving.Trouble.Met(e)) Log.LoopFailed(_logger, e.GetType().Name);
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
}
