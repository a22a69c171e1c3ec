using System.Collections.Immutable;
using Connector.Contracts;
using Connector.Engine.Codes;
using Connector.Engine.Door;
using Connector.Runtime.Plugins.Instances;

namespace Connector.Runtime.Codes;

/// <summary>Reads what a vendor shows: its codes, queues and agents, as far as the instance can list them.</summary>
public static class CatalogueReader
{
    public static bool CanRead(PluginInstance instance) => instance.Status.TakesCalls && (instance.Can<IListCodes>() || instance.Can<IListDirectory>());

    /// <exception cref="AdapterException">The vendor did not answer, or refused.</exception>
    public static async Task<CatalogueRead> ReadAsync(PluginInstance instance, DateTimeOffset at, Actor by, string correlation, CancellationToken cancellation) => new()
    {
        At = at,
        By = by,
        Correlation = correlation,
        Instance = instance.Id,
        Codes = instance.Can<IListCodes>() ? await instance.CallAsync<IListCodes, IReadOnlyList<VendorCode>>((a, c) => a.CodesAsync(c), cancellation) : null,
        Queues = instance.Can<IListDirectory>() ? await instance.CallAsync<IListDirectory, IReadOnlyList<VendorQueue>>((a, c) => a.QueuesAsync(c), cancellation) : null,
        Agents = instance.Can<IListDirectory>() ? await instance.CallAsync<IListDirectory, IReadOnlyList<VendorAgent>>((a, c) => a.AgentsAsync(c), cancellation) : null,
        Named = instance.Settings.Codes,
    };
}
