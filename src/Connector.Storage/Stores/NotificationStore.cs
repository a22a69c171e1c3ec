using Connector.Storage.Statements;

namespace Connector.Storage.Stores;

/// <summary>What agents were told and have read.</summary>
public sealed class NotificationStore
{
    private static readonly ListStatement Read = new("""
        UPDATE "Notifications" SET "ReadAt" = $1 WHERE "Tenant" = $2 AND "Agent" = $3 AND "ReadAt" IS NULL AND "Id" IN ({list})
        """, before: 3);

    private readonly StoreAccess _store;

    internal NotificationStore(StoreAccess store) => _store = store;

    /// <summary>The agent has read these; answers how many were unread and the agent's own.</summary>
    public Task<int> MarkReadAsync(string agent, IReadOnlyCollection<long> ids, DateTimeOffset now, CancellationToken cancellation = default) =>
        ids.Count == 0 ? Task.FromResult(0) : _store.ExecuteAsync(Read.With([.. ids.Select(id => (Value)id)], now, _store.Tenant, agent), cancellation);
}
