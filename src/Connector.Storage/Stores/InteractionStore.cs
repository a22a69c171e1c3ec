using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Storage.Statements;

namespace Connector.Storage.Stores;

/// <summary>Interactions as they are now, for whoever is about to act on them.</summary>
public sealed class InteractionStore
{
    private static readonly ListStatement Called = new("""
        SELECT "Id", "State", "Round", "Owner", "Code", "Instance", "Queue", "ExternalId" FROM "Interactions" WHERE "Tenant" = $1 AND "Id" IN ({list})
        """, before: 1);

    private readonly StoreAccess _store;
    private readonly Statement _get;

    internal InteractionStore(StoreAccess store)
    {
        _store = store;
        _get = store.Table<Interaction>().Select("WHERE \"Id\" = $1 AND \"Tenant\" = $2");
    }

    public Task<Interaction?> FindAsync(long id, CancellationToken cancellation = default) =>
        _store.ReadAsync(session => session.FirstAsync(_get.With(id, _store.Tenant), _store.Table<Interaction>().Read, cancellation), cancellation);

    /// <summary>What calls need to know of several, by id; those that do not exist are left out.</summary>
    public Task<IReadOnlyDictionary<long, CalledWork>> FindCalledAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation = default) =>
        _store.ReadAsync(session => FindCalledAsync(session, ids, cancellation), cancellation);

    internal async ValueTask<IReadOnlyDictionary<long, CalledWork>> FindCalledAsync(ISession session, IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0) return new Dictionary<long, CalledWork>();
        Value[] list = [.. ids.Distinct()];
        var byId = new Dictionary<long, CalledWork>(list.Length);
        foreach (var work in await session.ListAsync(Called.With(list, _store.Tenant), Read, cancellation)) byId[work.Id] = work;
        return byId;
    }

    private static CalledWork Read(IRow row) =>
        new(row.Number(0), (InteractionState)row.Number(1), (int)row.Number(2), TextOrNull(row, 3), TextOrNull(row, 4), row.Text(5), row.Text(6), TextOrNull(row, 7));

    private static string? TextOrNull(IRow row, int column) => row.IsNull(column) ? null : row.Text(column);
}
