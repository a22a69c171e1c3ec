using Connector.Contracts;
using Connector.Engine.Door;
using Connector.Engine.Routing;
using Connector.Runtime.Clock;
using Connector.Runtime.Delivery;
using Connector.Runtime.Door;
using Connector.Runtime.Hosting;
using Connector.Runtime.Plugins.Instances;
using Connector.Storage;
using Connector.Storage.Stores;
using Connector.Storage.Writing;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Inbox;

/// <summary>
/// Works off vendor events. An event is a hint: the item is read once for all its waiting events and handed to the door as an observation;
/// only when the vendor no longer has it do the events' own words stand, in order.
/// </summary>
public sealed class InboxPump : IDisposable
{
    private const int Page = 32;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private readonly Store _store;
    private readonly IDoor _door;
    private readonly PluginInstances _instances;
    private readonly IBusinessClock _clock;
    private readonly TimeProvider _machine;
    private readonly Bell _bell;
    private readonly ILogger _logger;
    private readonly string _host;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Outages _outages = new();

    internal InboxPump(Store store, IDoor door, PluginInstances instances, IBusinessClock clock, TimeProvider machine, Bell bell, string host, ILogger<InboxPump> logger) =>
        (_store, _door, _instances, _clock, _machine, _bell, _host, _logger) = (store, door, instances, clock, machine, bell, host, logger);

    public Task RunAsync(CancellationToken cancellation) =>
        WorkLoop.RunAsync(PumpAsync, _bell, _machine, e => Log.LoopFailed(_logger, e.GetType().Name), cancellation);

    /// <summary>Takes events of the vendor: safe once this returns. Answers how many were new.</summary>
    public async Task<int> TakeAsync(string instance, IReadOnlyCollection<VendorEvent> events, CancellationToken cancellation)
    {
        var added = await _store.Inbox.AddAsync(instance, events, _clock.Now, cancellation);
        if (added > 0) _bell.Ring();
        return added;
    }

    /// <summary>One page of every instance; answers how many items were handled.</summary>
    public async Task<int> PumpAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var handled = 0;
            foreach (var instance in _instances.All) handled += await PageAsync(instance, cancellation);
            return handled;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Until nothing waits that is due.</summary>
    public async Task DrainAsync(CancellationToken cancellation)
    {
        while (await PumpAsync(cancellation) > 0)
        {
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<int> PageAsync(PluginInstance instance, CancellationToken cancellation)
    {
        if (await _store.Inbox.NextDueAsync(instance.Id, cancellation) is not { } due || due > _clock.Now) return 0;
        var items = await _store.Inbox.ClaimAsync(instance.Id, Page, _clock.Now, _host, Lease, cancellation);
        await Task.WhenAll(items.Select(item => OneAsync(instance, item, cancellation)));
        return items.Count;
    }

    private async Task OneAsync(PluginInstance instance, InboxItem item, CancellationToken cancellation)
    {
        try
        {
            foreach (var observation in await ReadAsync(instance, item, cancellation))
                await _door.HandleAsync(InputOf(instance, item, observation), Urgency.Result, cancellation);
            await _store.Inbox.DoneAsync(item, _clock.Now, cancellation);
            if (_outages.Ends(instance.Id) is { } failures) Log.ReadAgain(_logger, instance.Id, failures);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            Tell(item, e);
            var attempt = item.Rows.Max(r => r.Attempts) + 1;
            await _store.Inbox.PostponeAsync(item, e.Message, _clock.Now + Backoff.Wait(attempt, Backoff.SpreadOf(item.ExternalId, attempt)), cancellation);
        }
    }

    /// <summary>A vendor that is away is told once, and once when it is back.</summary>
    private void Tell(InboxItem item, Exception failure)
    {
        if (failure is not (UnavailableException or ThrottledException or UnauthorizedException)) Log.Postponed(_logger, item.Instance, item.ExternalId, failure.GetType().Name);
        else if (_outages.Begins(item.Instance)) Log.Away(_logger, item.Instance, failure.GetType().Name);
    }

    private static async Task<IReadOnlyList<WorkObservation>> ReadAsync(PluginInstance instance, InboxItem item, CancellationToken cancellation)
    {
        if (instance.Can<IReadItem>()
            && await instance.CallAsync<IReadItem, WorkObservation?>((a, c) => a.ReadAsync(item.ExternalId, c), cancellation) is { } now)
            return [now];
        return [.. item.Events.Select(e => e.Observed)];
    }

    private Observed InputOf(PluginInstance instance, InboxItem item, WorkObservation observation) => new()
    {
        At = _clock.Now,
        By = Actor.OfInstance(instance.Id),
        Correlation = item.Events[^1].EventId,
        Instance = instance.Id,
        Work = observation.Heard(instance, _clock),
    };
}
