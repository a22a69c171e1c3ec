using Connector.Engine.Interactions;
using Connector.Storage.Statements;

namespace Connector.Storage.Stores;

/// <summary>Interactions as they are now, for whoever is about to act on them.</summary>
public sealed class InteractionStore
{
    private readonly StoreAccess _store;
    private readonly Statement _get;
    private readonly ListStatement _getAll;

    internal InteractionStore(StoreAccess store)
    {
        _store = store;
        _get = store.Table<Interaction>().Select("WHERE \"Id\" = $1 AND \"Tenant\" = $2");
        _getAll = new(store.Table<Interaction>().Select("WHERE \"Tenant\" = $1 AND \"Id\" IN ({list})").Text, before: 1);
    }

    public Task<Interaction?> FindAsync(long id, CancellationToken cancellation = default) =>
        _store.ReadAsync(session => session.FirstAsync(_get.With(id, _store.Tenant), _store.Table<Interaction>().Read, cancellation), cancellation);

    /// <summary>Several at once, by id; those that do not exist are left out.</summary>
    public Task<IReadOnlyDictionary<long, Interaction>> FindAllAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation = default) =>
        _store.ReadAsync(session => FindAllAsync(session, ids, cancellation), cancellation);

    internal async ValueTask<IReadOnlyDictionary<long, Interaction>> FindAllAsync(ISession session, IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0) return new Dictionary<long, Interaction>();
        Value[] list = [.. ids.Distinct()];
        var found = await session.ListAsync(_getAll.With(list, _store.Tenant), _store.Table<Interaction>().Read, cancellation);
        var byId = new Dictionary<long, Interaction>(found.Count);
        foreach (var interaction in found) byId[interaction.Id] = interaction;
        return byId;
    }
}
