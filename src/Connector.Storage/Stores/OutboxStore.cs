using Connector.Engine.Outbound;
using Connector.Storage.Model.Tables;
using Connector.Storage.Statements;
using Connector.Storage.Writing;

namespace Connector.Storage.Stores;

/// <summary>Rows taken to be called, and the work they are about as it was then.</summary>
public sealed record ClaimedRows(IReadOnlyList<OutboxRow> Rows, IReadOnlyDictionary<long, CalledWork> Work);

/// <summary>
/// The dispatcher's side of the outbox: heads of lanes are claimed for a time, which marks the attempt, and given back. What a call came to goes through
/// the door. <c>now</c> is business time; leases and doubts run on machine time.
/// </summary>
public sealed class OutboxStore
{
    /// <summary>
    /// The first unfinished row of its lane; a dead one stops its lane. Asked of each row for itself: as a join, PostgreSQL may compare all rows of the
    /// destination with each other while the table has no statistics.
    /// </summary>
    private const string IsHead = $"""
        o."Id" = (SELECT p."Id" FROM "Outbox" p WHERE p."InteractionId" = o."InteractionId" AND p."Destination" = o."Destination" AND p.{OutboxTable.Unfinished}
        ORDER BY p."LaneVersion", p."LaneNumber", p."Id" LIMIT 1)
        """;
    private const string HeldBy = "\"Id\" = $1 AND \"Version\" = $2 AND \"LeaseBy\" = $3";

    /// <summary>One step in the index for each, however many rows wait.</summary>
    private static readonly Statement Destinations = new($"""
        WITH RECURSIVE d(x) AS (SELECT min("Destination") FROM "Outbox" WHERE "Tenant" = $1 AND {OutboxTable.Claimable}
        UNION ALL SELECT (SELECT min("Destination") FROM "Outbox" WHERE "Tenant" = $1 AND {OutboxTable.Claimable} AND "Destination" > d.x) FROM d WHERE d.x IS NOT NULL)
        SELECT x FROM d WHERE x IS NOT NULL
        """);
    private static readonly Statement Next = new(
        $"SELECT min(o.\"NotBefore\") FROM \"Outbox\" o WHERE o.\"Tenant\" = $1 AND o.{OutboxTable.Claimable} AND o.\"NotBefore\" > $2 AND {IsHead}");
    private static readonly Statement HoldBack = new($"""
        UPDATE "Outbox" SET "LeaseUntil" = $4, "LeaseBy" = NULL, "Version" = "Version" + 1 WHERE {HeldBy}
        """);
    private static readonly Statement GiveBack = new($"""
        UPDATE "Outbox" SET "State" = CASE WHEN "DoubtSince" IS NULL THEN 0 ELSE 1 END, "Attempts" = "Attempts" - CASE WHEN "DoubtSince" IS NULL THEN 1 ELSE 0 END,
        "LeaseUntil" = NULL, "LeaseBy" = NULL, "Version" = "Version" + 1 WHERE {HeldBy}
        """);

    private static readonly ListStatement Orphans = new($"""
        UPDATE "Outbox" SET "LeaseUntil" = NULL, "LeaseBy" = NULL, "Version" = "Version" + 1
        WHERE "Tenant" = $1 AND {OutboxTable.Claimable} AND "LeaseBy" IS NOT NULL AND "LeaseBy" NOT IN ({"{list}"})
        """, before: 1);

    private readonly StoreAccess _store;
    private readonly InteractionStore _interactions;
    private readonly Statement _claim;
    private readonly Statement _start;

    internal OutboxStore(StoreAccess store, InteractionStore interactions)
    {
        (_store, _interactions) = (store, interactions);
        var columns = store.Table<OutboxRow>().Columns;
        _claim = new($"""
            UPDATE "Outbox" SET "DoubtSince" = CASE WHEN "State" = 1 THEN coalesce("DoubtSince", $6) END, "Attempts" = "Attempts" + CASE WHEN "State" = 0 THEN 1 ELSE 0 END,
            "State" = 1, "LeaseUntil" = $1, "LeaseBy" = $2, "Version" = "Version" + 1 WHERE "Id" {store.Dialect.In($"""
            SELECT o."Id" FROM "Outbox" o WHERE o."Tenant" = $3 AND o."Destination" = $4 AND o.{OutboxTable.Claimable} AND o."NotBefore" <= $5
            AND (o."LeaseUntil" IS NULL OR o."LeaseUntil" <= $6) AND {IsHead}
            ORDER BY o."Priority" DESC, o."NotBefore", o."Id" LIMIT $7{store.Dialect.SkipLocked}
            """)} RETURNING {columns}
            """);
        _start = new($"""
            UPDATE "Outbox" SET "DoubtSince" = NULL, "Attempts" = "Attempts" + 1, "LeaseUntil" = $4, "Version" = "Version" + 1 WHERE {HeldBy} RETURNING {columns}
            """);
    }

    /// <summary>Destinations with rows that wait or are in doubt.</summary>
    public async Task<IReadOnlyList<string>> DestinationsAsync(CancellationToken cancellation = default) =>
        await _store.ReadAsync(session => session.ListAsync(Destinations.With(_store.Tenant), row => row.Text(0), cancellation), cancellation);

    /// <summary>
    /// Takes heads of lanes that are due, higher priority first, each marked as started: it is to be called at once. A row that was started before its
    /// holder was lost comes back with <see cref="OutboxRow.DoubtSince"/>, its attempts not counted on: it is settled first, then <see cref="StartAsync"/>.
    /// </summary>
    public Task<ClaimedRows> ClaimAsync(string destination, int limit, DateTimeOffset now, string host, TimeSpan lease, CancellationToken cancellation = default) =>
        _store.WriteAsync(async session =>
        {
            var machine = await _store.MachineNowAsync(session, cancellation);
            var command = _claim.With(machine + lease, host, _store.Tenant, destination, now, machine, (long)limit);
            var rows = await session.ListAsync(command, _store.Table<OutboxRow>().Read, cancellation);
            var work = await _interactions.FindCalledAsync(session, [.. rows.Select(row => row.InteractionId)], cancellation);
            return new ClaimedRows([.. rows.OrderByDescending(row => row.Priority).ThenBy(row => row.NotBefore).ThenBy(row => row.Id)], work);
        }, cancellation, Urgency.Result);

    /// <summary>Takes back what hosts held that are no longer alive; answers how many rows.</summary>
    public Task<int> ReleaseOrphansAsync(IReadOnlyCollection<string> alive, CancellationToken cancellation = default) =>
        _store.ExecuteAsync(Orphans.With([.. alive.DefaultIfEmpty("").Select(Value.Of)], _store.Tenant), cancellation, Urgency.Result);

    /// <summary>Marks a further attempt of a row in doubt that may be repeated, with a lease of its own; null when the row is no longer ours.</summary>
    public Task<OutboxRow?> StartAsync(OutboxRow row, TimeSpan lease, CancellationToken cancellation = default) =>
        _store.WriteAsync(async session =>
        {
            var until = await _store.MachineNowAsync(session, cancellation) + lease;
            return await session.FirstAsync(_start.With(row.Id, row.Version, row.LeaseBy, until), _store.Table<OutboxRow>().Read, cancellation);
        }, cancellation, Urgency.Result);

    /// <summary>A row in doubt is left alone for a while of machine time; false when it was no longer ours.</summary>
    public Task<bool> HoldBackAsync(OutboxRow row, TimeSpan wait, CancellationToken cancellation = default) =>
        _store.WriteAsync(async session =>
        {
            var until = await _store.MachineNowAsync(session, cancellation) + wait;
            return await session.ExecuteAsync(HoldBack.With(row.Id, row.Version, row.LeaseBy, until), cancellation) == 1;
        }, cancellation, Urgency.Result);

    /// <summary>Gives a claim back that was not called, as it was.</summary>
    public async Task<bool> ReleaseAsync(OutboxRow row, CancellationToken cancellation = default) =>
        await _store.ExecuteAsync(GiveBack.With(row.Id, row.Version, row.LeaseBy), cancellation, Urgency.Result) == 1;

    /// <summary>The next instant after <paramref name="now"/> at which the head of a lane becomes due; null when none will.</summary>
    public Task<DateTimeOffset?> NextDueAsync(DateTimeOffset now, CancellationToken cancellation = default) =>
        _store.ReadAsync(async session => Instants.Of(await session.NumberAsync(Next.With(_store.Tenant, now), cancellation)), cancellation);
}
