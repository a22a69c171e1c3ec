using Connector.Engine.Outbound;
using Connector.Storage.Model.Tables;
using Connector.Storage.Statements;

namespace Connector.Storage.Stores;

/// <summary>Rows of one destination, operation, state and error taken together.</summary>
public sealed record OutboxGroup(string Destination, string Operation, OutboxState State, string? Error, long Count, DateTimeOffset Oldest, DateTimeOffset Newest);

/// <summary>How much waits for a destination.</summary>
public sealed record OutboxDepth(string Destination, long Waiting, long Started, long Dead, DateTimeOffset? Oldest);

/// <summary>Which rows an administrator means; null: any.</summary>
public sealed record OutboxFilter(string? Destination = null, OutboxState? State = null, string? Operation = null, string? Error = null, long? InteractionId = null);

/// <summary>The administrator's side of the outbox: what is there, and which rows a retry or discard would touch. Each of those goes through the door.</summary>
public sealed class OutboxQueries
{
    private const string Matches = """
        "Tenant" = $1 AND ($2 IS NULL OR "Destination" = $2) AND ($3 IS NULL OR "State" = $3) AND ($4 IS NULL OR "Operation" = $4)
        AND ($5 IS NULL OR "Error" = $5) AND ($6 IS NULL OR "InteractionId" = $6)
        """;
    private static readonly Statement Groups = new($"""
        SELECT "Destination", "Operation", "State", "Error", count(*), min("CreatedAt"), max("CreatedAt") FROM "Outbox" WHERE {Matches}
        GROUP BY "Destination", "Operation", "State", "Error" ORDER BY count(*) DESC, "Destination", "Operation", "State", "Error"
        """);
    private static readonly Statement Depths = new($"""
        SELECT "Destination", count(CASE WHEN "State" = 0 THEN 1 END), count(CASE WHEN "State" = 1 THEN 1 END),
        count(CASE WHEN "State" = 3 THEN 1 END), min(CASE WHEN "State" <> 3 THEN "CreatedAt" END)
        FROM "Outbox" WHERE "Tenant" = $1 AND {OutboxTable.Unfinished} GROUP BY "Destination" ORDER BY "Destination"
        """);

    private readonly StoreAccess _store;
    private readonly Statement _find;

    internal OutboxQueries(StoreAccess store)
    {
        _store = store;
        _find = store.Table<OutboxRow>().Select($"WHERE {Matches} AND \"Id\" > $7 ORDER BY \"Id\" LIMIT $8");
    }

    /// <summary>Rows by id, after the given one (0: from the start).</summary>
    public async Task<IReadOnlyList<OutboxRow>> FindAsync(OutboxFilter filter, long after, int limit, CancellationToken cancellation = default) =>
        await _store.ReadAsync(session => session.ListAsync(_find.With([.. Values(filter), after, (long)limit]), _store.Table<OutboxRow>().Read, cancellation), cancellation);

    /// <summary>What failed (or waits) and why, the most first.</summary>
    public async Task<IReadOnlyList<OutboxGroup>> GroupAsync(OutboxFilter filter, CancellationToken cancellation = default) =>
        await _store.ReadAsync(session => session.ListAsync(Groups.With(Values(filter)), Group, cancellation), cancellation);

    public async Task<IReadOnlyList<OutboxDepth>> DepthAsync(CancellationToken cancellation = default) =>
        await _store.ReadAsync(session => session.ListAsync(Depths.With(_store.Tenant), Depth, cancellation), cancellation);

    private Value[] Values(OutboxFilter filter) =>
        [_store.Tenant, filter.Destination, Value.Of((long?)filter.State), filter.Operation, filter.Error, filter.InteractionId];

    private static OutboxGroup Group(IRow row) => new(row.Text(0), row.Text(1), (OutboxState)row.Number(2), row.IsNull(3) ? null : row.Text(3), row.Number(4),
        Instants.Of(row.Number(5))!.Value, Instants.Of(row.Number(6))!.Value);

    private static OutboxDepth Depth(IRow row) => new(row.Text(0), row.Number(1), row.Number(2), row.Number(3), row.IsNull(4) ? null : Instants.Of(row.Number(4)));
}
