using Connector.Engine.Interactions;
using Connector.Storage.Statements;

namespace Connector.Storage.Stores;

/// <summary>One interaction as it is now, for whoever is about to act on it.</summary>
public sealed class InteractionStore
{
    private readonly StoreAccess _store;
    private readonly Statement _get;

    internal InteractionStore(StoreAccess store)
    {
        _store = store;
        _get = store.Table<Interaction>().Select("WHERE \"Id\" = $1 AND \"Tenant\" = $2");
    }

    public Task<Interaction?> FindAsync(long id, CancellationToken cancellation = default) =>
        _store.ReadAsync(session => session.FirstAsync(_get.With(id, _store.Tenant), _store.Table<Interaction>().Read, cancellation), cancellation);
}
