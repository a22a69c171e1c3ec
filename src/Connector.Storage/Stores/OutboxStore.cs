using Connector.Engine.Outbound;
using Connector.Storage.Model.Tables;
using Connector.Storage.Statements;
using Connector.Storage.Writing;

namespace Connector.Storage.Stores;

/// <summary>
/// The dispatcher's side of the outbox: heads of lanes are claimed for a time, marked started, given back. What a call came to goes through the door.
/// <c>now</c> is business time; leases run on machine time.
/// </summary>
public sealed class OutboxStore
{
    /// <summary>No unfinished row of the same lane stands before it; a dead one stops its lane.</summary>
    private const string IsHead = $"""
        NOT EXISTS (SELECT 1 FROM "Outbox" p WHERE p."InteractionId" = o."InteractionId" AND p."Destination" = o."Destination" AND p.{OutboxTable.Unfinished}
        AND (p."LaneVersion", p."LaneNumber", p."Id") < (o."LaneVersion", o."LaneNumber", o."Id"))
        """;
    private const string HeldBy = "\"Id\" = $1 AND \"Version\" = $2 AND \"LeaseBy\" = $3";

    private static readonly Statement Destinations = new(
        $"SELECT DISTINCT \"Destination\" FROM \"Outbox\" WHERE \"Tenant\" = $1 AND {OutboxTable.Claimable}");
    private static readonly Statement Next = new(
        $"SELECT min(o.\"NotBefore\") FROM \"Outbox\" o WHERE o.\"Tenant\" = $1 AND o.{OutboxTable.Claimable} AND o.\"NotBefore\" > $2 AND {IsHead}");

    private static readonly ListStatement Orphans = new($"""
        UPDATE "Outbox" SET "LeaseUntil" = NULL, "LeaseBy" = NULL, "Version" = "Version" + 1
        WHERE "Tenant" = $1 AND {OutboxTable.Claimable} AND "LeaseBy" IS NOT NULL AND "LeaseBy" NOT IN ({"{list}"})
        """, before: 1);

    private readonly StoreAccess _store;
    private readonly Statement _claim;
    private readonly Statement _start;
    private readonly Statement _extend;
    private readonly Statement _giveBack;

    internal OutboxStore(StoreAccess store)
    {
        _store = store;
        var columns = store.Table<OutboxRow>().Columns;
        _claim = new($"""
            UPDATE "Outbox" SET "LeaseUntil" = $1, "LeaseBy" = $2, "Version" = "Version" + 1 WHERE "Id" IN (
            SELECT o."Id" FROM "Outbox" o WHERE o."Tenant" = $3 AND o."Destination" = $4 AND o.{OutboxTable.Claimable} AND o."NotBefore" <= $5
            AND (o."LeaseUntil" IS NULL OR o."LeaseUntil" < $6) AND {IsHead}
            ORDER BY o."Priority" DESC, o."NotBefore", o."Id" LIMIT $7{store.Dialect.SkipLocked}) RETURNING {columns}
            """);
        _start = new($"""UPDATE "Outbox" SET "State" = 1, "Attempts" = "Attempts" + 1, "Version" = "Version" + 1 WHERE {HeldBy} RETURNING {columns}""");
        _extend = new($"""UPDATE "Outbox" SET "LeaseUntil" = $4 WHERE {HeldBy}""");
        _giveBack = new($"""
            UPDATE "Outbox" SET "State" = $4, "NotBefore" = $5, "Error" = $6, "LeaseUntil" = NULL, "LeaseBy" = NULL, "Version" = "Version" + 1 WHERE {HeldBy}
            """);
    }

    /// <summary>Destinations with rows that wait or are in doubt.</summary>
    public async Task<IReadOnlyList<string>> DestinationsAsync(CancellationToken cancellation = default) =>
        await _store.ReadAsync(session => session.ListAsync(Destinations.With(_store.Tenant), row => row.Text(0), cancellation), cancellation);

    /// <summary>
    /// Takes heads of lanes that are due, higher priority first. A row that comes back <see cref="OutboxState.Started"/> was being called when its holder
    /// was lost: its effect is in doubt.
    /// </summary>
    public Task<IReadOnlyList<OutboxRow>> ClaimAsync(string destination, int limit, DateTimeOffset now, string host, TimeSpan lease, CancellationToken cancellation = default) =>
        _store.WriteAsync<IReadOnlyList<OutboxRow>>(async session =>
        {
            var machine = await _store.MachineNowAsync(session, cancellation);
            var command = _claim.With(machine + lease, host, _store.Tenant, destination, now, machine, (long)limit);
            var rows = await session.ListAsync(command, _store.Table<OutboxRow>().Read, cancellation);
            return [.. rows.OrderByDescending(row => row.Priority).ThenBy(row => row.NotBefore).ThenBy(row => row.Id)];
        }, cancellation, Urgency.Result);

    /// <summary>Takes back what hosts held that are no longer alive; answers how many rows.</summary>
    public Task<int> ReleaseOrphansAsync(IReadOnlyCollection<string> alive, CancellationToken cancellation = default) =>
        _store.ExecuteAsync(Orphans.With([.. alive.DefaultIfEmpty("").Select(Value.Of)], _store.Tenant), cancellation, Urgency.Result);

    /// <summary>Marks an attempt before the call is made; null when the lease is no longer ours.</summary>
    public async Task<OutboxRow?> StartAsync(OutboxRow row, CancellationToken cancellation = default) =>
        await _store.WriteAsync(session => session.FirstAsync(_start.With(row.Id, row.Version, row.LeaseBy), _store.Table<OutboxRow>().Read, cancellation), cancellation, Urgency.Result);

    /// <summary>Holds the row longer; false when it is no longer ours.</summary>
    public Task<bool> ExtendAsync(OutboxRow row, TimeSpan lease, CancellationToken cancellation = default) =>
        _store.WriteAsync(async session =>
        {
            var until = await _store.MachineNowAsync(session, cancellation) + lease;
            return await session.ExecuteAsync(_extend.With(row.Id, row.Version, row.LeaseBy, until), cancellation) == 1;
        }, cancellation, Urgency.Result);

    /// <summary>Tried again from <paramref name="notBefore"/> on; false when it was no longer ours.</summary>
    public Task<bool> RescheduleAsync(OutboxRow row, DateTimeOffset notBefore, string? error, CancellationToken cancellation = default) =>
        GiveBackAsync(row, OutboxState.Waiting, notBefore, error, cancellation);

    /// <summary>Gives an unused claim back as it was.</summary>
    public Task<bool> ReleaseAsync(OutboxRow row, CancellationToken cancellation = default) =>
        GiveBackAsync(row, row.State, row.NotBefore, row.Error, cancellation);

    /// <summary>The next instant after <paramref name="now"/> at which the head of a lane becomes due; null when none will.</summary>
    public Task<DateTimeOffset?> NextDueAsync(DateTimeOffset now, CancellationToken cancellation = default) =>
        _store.ReadAsync(async session => Instants.Of(await session.NumberAsync(Next.With(_store.Tenant, now), cancellation)), cancellation);

    private async Task<bool> GiveBackAsync(OutboxRow row, OutboxState state, DateTimeOffset notBefore, string? error, CancellationToken cancellation) =>
        await _store.ExecuteAsync(_giveBack.With(row.Id, row.Version, row.LeaseBy, (long)state, notBefore, error), cancellation, Urgency.Result) == 1;
}
