using Connector.Storage.Rows;
using Connector.Storage.Statements;
using Connector.Storage.Writing;

namespace Connector.Storage.Stores;

/// <summary>How far each instance has read the vendor's events.</summary>
public sealed class CursorStore
{
    private static readonly Statement Put = new("""
        INSERT INTO "Cursors" ("Tenant", "Instance", "Value", "ChangedAt", "ChangedBy") VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT ("Tenant", "Instance") DO UPDATE SET "Value" = excluded."Value", "ChangedAt" = excluded."ChangedAt", "ChangedBy" = excluded."ChangedBy"
        """);

    private readonly StoreAccess _store;
    private readonly Statement _get;
    private readonly Statement _list;

    internal CursorStore(StoreAccess store)
    {
        _store = store;
        _get = store.Table<Cursor>().Select("WHERE \"Tenant\" = $1 AND \"Instance\" = $2");
        _list = store.Table<Cursor>().Select("WHERE \"Tenant\" = $1 ORDER BY \"Instance\"");
    }

    public Task<Cursor?> GetAsync(string instance, CancellationToken cancellation = default) =>
        _store.ReadAsync(session => session.FirstAsync(_get.With(_store.Tenant, instance), _store.Table<Cursor>().Read, cancellation), cancellation);

    public async Task<IReadOnlyList<Cursor>> ListAsync(CancellationToken cancellation = default) =>
        await _store.ReadAsync(session => session.ListAsync(_list.With(_store.Tenant), _store.Table<Cursor>().Read, cancellation), cancellation);

    /// <summary>Null: from the vendor's start. Answers the cursor as it was.</summary>
    public Task<Cursor?> SetAsync(string instance, string? value, string by, DateTimeOffset now, Beside<Cursor?>? beside = null, CancellationToken cancellation = default) =>
        _store.ActAsync(async session =>
        {
            var before = await session.FirstAsync(_get.With(_store.Tenant, instance), _store.Table<Cursor>().Read, cancellation);
            await session.ExecuteAsync(Put.With(_store.Tenant, instance, value, now, by), cancellation);
            return before;
        }, beside, cancellation);
}
