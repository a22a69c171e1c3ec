using Connector.Engine.Door;
using Connector.Storage.Rows;
using Connector.Storage.Statements;
using Connector.Storage.Writing;

namespace Connector.Storage.Stores;

/// <summary>What administrators did; append-only.</summary>
public sealed class AuditStore
{
    private readonly StoreAccess _store;
    private readonly Statement _page;

    internal AuditStore(StoreAccess store)
    {
        _store = store;
        _page = store.Table<AuditEntry>().Select("WHERE \"Tenant\" = $1 AND \"Id\" < $2 ORDER BY \"Id\" DESC LIMIT $3");
    }

    /// <summary>A line to store beside what it tells of.</summary>
    public AuditEntry Line(IFresh fresh, DateTimeOffset at, string by, string action, string target, string? before = null, string? after = null) =>
        new() { Id = fresh.Id(), Tenant = _store.Tenant, At = at, By = by, Action = action, Target = target, Before = before, After = after };

    /// <summary>Of what stored nothing itself.</summary>
    public Task AddAsync(DateTimeOffset at, string by, string action, string target, string? before = null, string? after = null, CancellationToken cancellation = default) =>
        _store.WriteAsync(async session =>
        {
            await session.WriteAsync([_store.Insert(Line(session.Fresh, at, by, action, target, before, after))], cancellation);
            return 0;
        }, cancellation, Urgency.Command);

    /// <summary>Lines of an act that stored nothing itself, or nothing more (a comparison).</summary>
    public Task<T> ConcludeAsync<T>(T cameTo, Beside<T> beside, CancellationToken cancellation = default) => _store.ActAsync(_ => ValueTask.FromResult(cameTo), beside, cancellation);

    /// <summary>Newest first, before the given id (null: from the newest).</summary>
    public async Task<IReadOnlyList<AuditEntry>> PageAsync(long? before, int limit, CancellationToken cancellation = default) =>
        await _store.ReadAsync(session => session.ListAsync(_page.With(_store.Tenant, before ?? long.MaxValue, (long)limit), _store.Table<AuditEntry>().Read, cancellation), cancellation);
}
