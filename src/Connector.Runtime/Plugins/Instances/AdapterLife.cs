using Connector.Contracts;
using Connector.Runtime.Plugins.Catalog;
using Connector.Runtime.Settings;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Plugins.Instances;

/// <summary>Makes and starts adapters, and closes them, with a limit on time and on what a bad one can do.</summary>
internal sealed class AdapterLife(InstanceSurroundings around, ILogger logger)
{
    /// <summary>A started adapter; throws what went wrong.</summary>
    public async Task<IAdapter> OpenAsync(PluginEntry entry, object options, string instance, CancellationToken cancellation)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // On the pool: a plugin that blocks must not hold the others up.
        var opening = Task.Run(() => CreateAndStartAsync(entry, options, instance, limit.Token), CancellationToken.None);
        try
        {
            return await opening.WaitAsync(around.StartTimeout, around.MachineTime, cancellation);
        }
        catch (Exception e) when (e is (TimeoutException or OperationCanceledException) && !opening.IsFaulted && !opening.IsCanceled)
        {
            await limit.CancelAsync();
            _ = CloseLateAsync(opening, instance);
            if (e is TimeoutException)
                throw new TimeoutException($"did not start within {Period.Format(around.StartTimeout)}", e);
            throw;
        }
        finally
        {
            _ = opening.ContinueWith(_ => limit.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    /// <summary>Never throws, never waits longer than the drain.</summary>
    public async Task CloseAsync(IAdapter adapter, string instance)
    {
        try
        {
            await Task.Run(async () => await adapter.DisposeAsync()).WaitAsync(around.DrainTimeout, around.MachineTime);
        }
        catch (Exception e)
        {
            Log.CloseFailed(logger, instance, FailureWords.Clean(LoadFailure.Describe(e), around.Mask));
        }
    }

    private async Task<IAdapter> CreateAndStartAsync(PluginEntry entry, object options, string instance, CancellationToken cancellation)
    {
        var adapter = entry.Create(options, around.Host(instance));
        try
        {
            await adapter.StartAsync(cancellation);
            return adapter;
        }
        catch
        {
            await CloseAsync(adapter, instance);
            throw;
        }
    }

    private async Task CloseLateAsync(Task<IAdapter> opening, string instance)
    {
        try
        {
            await CloseAsync(await opening, instance);
        }
        catch (Exception e)
        {
            Log.CloseFailed(logger, instance, FailureWords.Clean(LoadFailure.Describe(e), around.Mask));
        }
    }
}
