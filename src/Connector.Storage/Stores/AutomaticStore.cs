using Connector.Engine.Threads;
using Connector.Storage.Statements;

namespace Connector.Storage.Stores;

/// <summary>What the caps on automatic mail are counted by.</summary>
public sealed class AutomaticStore
{
    private static readonly Statement Forget = new("DELETE FROM \"AutomaticSent\" WHERE \"Tenant\" = $1 AND \"At\" < $2");

    private readonly StoreAccess _store;

    internal AutomaticStore(StoreAccess store) => _store = store;

    /// <summary>Drops what no cap counts any more; answers how many.</summary>
    public Task<int> ForgetAsync(DateTimeOffset now, CancellationToken cancellation = default) =>
        _store.ExecuteAsync(Forget.With(_store.Tenant, now - AutomaticTraffic.Longest), cancellation);
}
