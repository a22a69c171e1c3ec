using Connector.Engine.Contacts;
using Connector.Storage.Statements;

namespace Connector.Storage.Stores;

/// <summary>The people we know by address.</summary>
public sealed class PeopleStore
{
    private readonly StoreAccess _store;
    private readonly Statement _agents;

    internal PeopleStore(StoreAccess store)
    {
        _store = store;
        _agents = store.Table<Person>().Select("WHERE \"Tenant\" = $1 AND \"Kind\" = 2 ORDER BY \"Id\"");
    }

    /// <summary>Our own people.</summary>
    public async Task<IReadOnlyList<Person>> AgentsAsync(CancellationToken cancellation = default) =>
        await _store.ReadAsync(session => session.ListAsync(_agents.With(_store.Tenant), _store.Table<Person>().Read, cancellation), cancellation);
}
