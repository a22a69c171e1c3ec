using Connector.Contracts;
using Connector.Runtime.Clock;
using Connector.Runtime.Hosting;
using Connector.Runtime.Plugins.Instances;
using Connector.Storage;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Inbox;

/// <summary>Wakes adapters whose documents are due on business time (an offer that runs out).</summary>
public sealed class DueWaker(Store store, PluginInstances instances, IBusinessClock clock, TimeProvider machine, ILogger<DueWaker> logger)
{
    private const int Page = 100;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private readonly Trouble _trouble = new(machine);

    public async Task RunAsync(CancellationToken cancellation)
    {
        using var ticks = new PeriodicTimer(Look, machine);
        try
        {
            while (await ticks.WaitForNextTickAsync(cancellation))
                await WakeAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    /// <summary>One page; answers how many documents were handled. A document whose instance does not run is left for later.</summary>
    public async Task<int> WakeAsync(CancellationToken cancellation)
    {
        try
        {
            var woken = 0;
            foreach (var (id, document) in await store.Documents.DueAsync(clock.Now, Page, cancellation))
                if (instances.Find(id) is { } instance && instance.Status.TakesCalls && instance.Can<IWakeOnDue>() && await OneAsync(instance, document, cancellation)) woken++;
            _trouble.Over();
            return woken;
        }
        catch (StoreException e) when (!cancellation.IsCancellationRequested)
        {
            if (_trouble.Met(e)) Log.LoopFailed(logger, e.GetType().Name);
            return 0;
        }
    }

    private async Task<bool> OneAsync(PluginInstance instance, InstanceDocument document, CancellationToken cancellation)
    {
        try
        {
            await instance.CallAsync<IWakeOnDue>((a, c) => a.WakeAsync(document, c), cancellation);
            return true;
        }
        catch (AdapterException e)
        {
            Log.WakeFailed(logger, instance.Id, document.Kind, document.Id, e.Message);
            return false;
        }
    }
}
