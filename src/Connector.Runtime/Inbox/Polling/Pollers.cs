using Connector.Runtime.Clock;
using Connector.Runtime.Plugins.Instances;
using Connector.Storage;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Inbox.Polling;

/// <summary>The pollers of all instances.</summary>
public sealed class Pollers : IDisposable
{
    private readonly Dictionary<string, Poller> _all;

    internal Pollers(Store store, PluginInstances instances, IBusinessClock clock, TimeProvider machine, string host, Action arrived, ILogger<Pollers> logger)
    {
        _all = instances.All.ToDictionary(i => i.Id, i => new Poller(i, store, clock, machine, host, arrived, logger), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Each instance in a loop of its own: a slow vendor holds up no other.</summary>
    public Task RunAsync(CancellationToken cancellation) => Task.WhenAll(_all.Values.Select(p => p.RunAsync(cancellation)));

    /// <summary>Every instance once; answers how many events were new.</summary>
    public async Task<int> OnceAsync(CancellationToken cancellation) => (await Task.WhenAll(_all.Values.Select(p => p.OnceAsync(cancellation)))).Sum();

    /// <summary>Looks for instances that run but do nothing.</summary>
    public void Watch()
    {
        foreach (var poller in _all.Values) poller.Watch();
    }

    /// <summary>Null for an instance that is not polled.</summary>
    public PollStanding? StandingOf(string instance) => _all.GetValueOrDefault(instance)?.Standing;

    public void Dispose()
    {
        foreach (var poller in _all.Values) poller.Dispose();
    }
}
