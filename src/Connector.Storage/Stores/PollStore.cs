using Connector.Contracts;
using Connector.Storage.Rows;
using Connector.Storage.Statements;
using Connector.Storage.Writing;

namespace Connector.Storage.Stores;

/// <summary>One host's turn at polling an instance: from which cursor, and when the poll before it was answered.</summary>
public sealed record PollTurn(string Instance, string Host, string? Cursor, DateTimeOffset? PolledAt);

/// <summary>A time in which nobody looked, and why.</summary>
public sealed record PollGap(DateTimeOffset From, DateTimeOffset To, string Reason);

/// <summary>Polling: one host at a time, events and cursor in one commit.</summary>
public sealed class PollStore
{
    private static readonly Statement Take = new("""
        INSERT INTO "Polls" ("Tenant", "Instance", "HeldBy", "HeldUntil") VALUES ($1, $2, $3, $4)
        ON CONFLICT ("Tenant", "Instance") DO UPDATE SET "HeldBy" = excluded."HeldBy", "HeldUntil" = excluded."HeldUntil"
        WHERE "Polls"."HeldBy" IS NULL OR "Polls"."HeldBy" = excluded."HeldBy" OR "Polls"."HeldUntil" <= $5
        """);
    private static readonly Statement Keep = new("""
        UPDATE "Polls" SET "PolledAt" = $1, "HeldUntil" = $2 WHERE "Tenant" = $3 AND "Instance" = $4 AND "HeldBy" = $5
        """);
    private static readonly Statement Late = new("""
        UPDATE "Polls" SET "GapFrom" = $1, "GapTo" = $2, "GapReason" = $3 WHERE "Tenant" = $4 AND "Instance" = $5
        """);
    private static readonly Statement Move = new("""
        INSERT INTO "Cursors" ("Tenant", "Instance", "Value", "ChangedAt", "ChangedBy") VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT ("Tenant", "Instance") DO UPDATE SET "Value" = excluded."Value", "ChangedAt" = excluded."ChangedAt", "ChangedBy" = excluded."ChangedBy"
        WHERE "Cursors"."Value" IS NOT DISTINCT FROM $6
        """);
    private static readonly Statement Free = new("UPDATE \"Polls\" SET \"HeldBy\" = NULL, \"HeldUntil\" = NULL WHERE \"Tenant\" = $1 AND \"HeldBy\" = $2");
    private static readonly Statement FreeOne = new("UPDATE \"Polls\" SET \"HeldBy\" = NULL, \"HeldUntil\" = NULL WHERE \"Tenant\" = $1 AND \"Instance\" = $2 AND \"HeldBy\" = $3");

    private readonly StoreAccess _store;
    private readonly InboxStore _inbox;
    private readonly Statement _get;
    private readonly Statement _list;
    private readonly Statement _cursor;

    internal PollStore(StoreAccess store, InboxStore inbox)
    {
        (_store, _inbox) = (store, inbox);
        _get = store.Table<Poll>().Select("WHERE \"Tenant\" = $1 AND \"Instance\" = $2");
        _list = store.Table<Poll>().Select("WHERE \"Tenant\" = $1 ORDER BY \"Instance\"");
        _cursor = store.Table<Cursor>().Select("WHERE \"Tenant\" = $1 AND \"Instance\" = $2");
    }

    /// <summary>The turn of this host, or null while another has it. The lease runs on the database's time where hosts share one.</summary>
    public Task<PollTurn?> TakeAsync(string instance, string host, TimeSpan lease, CancellationToken cancellation = default) =>
        _store.WriteAsync<PollTurn?>(async session =>
        {
            var now = await _store.MachineNowAsync(session, cancellation);
            if (await session.ExecuteAsync(Take.With(_store.Tenant, instance, host, now + lease, now), cancellation) == 0) return null;
            var poll = await session.FirstAsync(_get.With(_store.Tenant, instance), _store.Table<Poll>().Read, cancellation);
            return new(instance, host, (await CursorAsync(session, instance, cancellation))?.Value, poll!.PolledAt);
        }, cancellation);

    /// <summary>Stores a page: its events, then the cursor, together or not at all. Answers how many events were new, or null when the turn was lost meanwhile and
    /// nothing is stored. A cursor that an administrator has moved meanwhile stays where it was moved to.</summary>
    /// <param name="now">Business time.</param>
    /// <param name="beside">Asked only while the turn is this host's.</param>
    public Task<int?> KeepAsync(PollTurn turn, EventPage page, TimeSpan lease, PollGap? gap, DateTimeOffset now, string by, Beside<int>? beside = null, CancellationToken cancellation = default) =>
        _store.WriteAsync<int?>(async session =>
        {
            var machine = await _store.MachineNowAsync(session, cancellation);
            if (await session.ExecuteAsync(Keep.With(machine, machine + lease, _store.Tenant, turn.Instance, turn.Host), cancellation) == 0) return null;
            var added = await _inbox.AddAsync(session, turn.Instance, page.Events, now, cancellation);
            if (page.Cursor != turn.Cursor)
                await session.ExecuteAsync(Move.With(_store.Tenant, turn.Instance, page.Cursor, now, by, turn.Cursor), cancellation);
            if (gap is not null) await session.ExecuteAsync(Late.With(gap.From, gap.To, gap.Reason, _store.Tenant, turn.Instance), cancellation);
            await session.WriteBesideAsync(_store.Tables, beside, added, cancellation);
            return added;
        }, cancellation);

    /// <summary>Another host may try.</summary>
    public Task LeaveAsync(string instance, string host, CancellationToken cancellation = default) =>
        _store.ExecuteAsync(FreeOne.With(_store.Tenant, instance, host), cancellation);

    /// <summary>Takes back what hosts held that are no longer alive.</summary>
    public async Task ReleaseOrphansAsync(IReadOnlyCollection<string> alive, CancellationToken cancellation = default)
    {
        foreach (var orphan in (await ListAsync(cancellation)).Select(p => p.HeldBy).OfType<string>().Where(h => !alive.Contains(h)).Distinct(StringComparer.Ordinal))
            await _store.ExecuteAsync(Free.With(_store.Tenant, orphan), cancellation);
    }

    public async Task<IReadOnlyList<Poll>> ListAsync(CancellationToken cancellation = default) =>
        await _store.ReadAsync(session => session.ListAsync(_list.With(_store.Tenant), _store.Table<Poll>().Read, cancellation), cancellation);

    private ValueTask<Cursor?> CursorAsync(ISession session, string instance, CancellationToken cancellation) =>
        session.FirstAsync(_cursor.With(_store.Tenant, instance), _store.Table<Cursor>().Read, cancellation);
}
