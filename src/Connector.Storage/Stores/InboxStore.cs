using System.Text.Json;
using Connector.Contracts;
using Connector.Storage.Rows;
using Connector.Storage.Statements;

namespace Connector.Storage.Stores;

/// <summary>Vendor events, each kept once by (instance, event id), and worked off in order of arrival, all waiting ones of an item together.</summary>
public sealed class InboxStore
{
    private static readonly Statement Lease = new("""
        UPDATE "Inbox" SET "LeaseUntil" = $1, "LeaseBy" = $2
        WHERE "Tenant" = $3 AND "Instance" = $4 AND "ExternalId" = $5 AND "State" = 0 AND ("LeaseUntil" IS NULL OR "LeaseUntil" < $6)
        """);
    private static readonly Statement Finish = new("""
        UPDATE "Inbox" SET "State" = $1, "HandledAt" = $2, "Error" = $3, "LeaseUntil" = NULL, "LeaseBy" = NULL
        WHERE "Tenant" = $4 AND "Instance" = $5 AND "EventId" = $6 AND "State" = 0
        """);
    private static readonly Statement Postpone = new("""
        UPDATE "Inbox" SET "NotBefore" = $1, "Error" = $2, "Attempts" = "Attempts" + 1, "LeaseUntil" = NULL, "LeaseBy" = NULL
        WHERE "Tenant" = $3 AND "Instance" = $4 AND "EventId" = $5 AND "State" = 0
        """);
    private static readonly Statement Next = new("SELECT min(\"NotBefore\") FROM \"Inbox\" WHERE \"Tenant\" = $1 AND \"Instance\" = $2 AND \"State\" = 0");
    private static readonly Statement NextOfAll = new("SELECT min(\"NotBefore\") FROM \"Inbox\" WHERE \"Tenant\" = $1 AND \"State\" = 0 AND \"NotBefore\" > $2");
    private static readonly Statement Depth = new("SELECT count(*) FROM \"Inbox\" WHERE \"Tenant\" = $1 AND \"Instance\" = $2 AND \"State\" = 0");

    private static readonly Statement Holders = new("SELECT DISTINCT \"LeaseBy\" FROM \"Inbox\" WHERE \"Tenant\" = $1 AND \"State\" = 0 AND \"LeaseBy\" IS NOT NULL");
    private static readonly Statement Free = new("UPDATE \"Inbox\" SET \"LeaseUntil\" = NULL, \"LeaseBy\" = NULL WHERE \"Tenant\" = $1 AND \"State\" = 0 AND \"LeaseBy\" = $2");

    private readonly StoreAccess _store;
    private readonly Statement _insert;
    private readonly Statement _items;
    private readonly Statement _events;

    internal InboxStore(StoreAccess store)
    {
        _store = store;
        var table = store.Table<InboxEvent>();
        _insert = table.InsertWith("ON CONFLICT DO NOTHING");
        _items = new($"""
            SELECT "ExternalId" FROM "Inbox" WHERE "Tenant" = $1 AND "Instance" = $2 AND "State" = 0 AND "NotBefore" <= $3
            AND ("LeaseUntil" IS NULL OR "LeaseUntil" < $4) ORDER BY "NotBefore", "Sequence" LIMIT $5{store.Dialect.SkipLocked}
            """);
        _events = table.Select("WHERE \"Tenant\" = $1 AND \"Instance\" = $2 AND \"ExternalId\" = $3 AND \"State\" = 0 AND \"LeaseBy\" = $4 ORDER BY \"Sequence\"");
    }

    /// <summary>Stores events; answers how many were new. Once this returns the vendor may be told that they are safe.</summary>
    public Task<int> AddAsync(string instance, IReadOnlyCollection<VendorEvent> events, DateTimeOffset now, CancellationToken cancellation = default) =>
        events.Count == 0 ? Task.FromResult(0) : _store.WriteAsync(session => AddAsync(session, instance, events, now, cancellation), cancellation);

    /// <summary>Takes up to <paramref name="items"/> items with all their waiting events, for as long as the lease lasts.</summary>
    public Task<IReadOnlyList<InboxItem>> ClaimAsync(string instance, int items, DateTimeOffset now, string host, TimeSpan lease, CancellationToken cancellation = default) =>
        _store.WriteAsync(session => ClaimAsync(session, instance, items, now, host, lease, cancellation), cancellation);

    /// <summary>Takes back what hosts held that are no longer alive.</summary>
    public async Task ReleaseOrphansAsync(IReadOnlyCollection<string> alive, CancellationToken cancellation = default)
    {
        var holders = await _store.ReadAsync(session => session.ListAsync(Holders.With(_store.Tenant), row => row.Text(0), cancellation), cancellation);
        foreach (var orphan in holders.Where(h => !alive.Contains(h[..h.LastIndexOf('/')])))
            await _store.ExecuteAsync(Free.With(_store.Tenant, orphan), cancellation);
    }

    /// <summary>The events of the item have had their effect, or were found to have none.</summary>
    public Task DoneAsync(InboxItem item, DateTimeOffset now, CancellationToken cancellation = default) => FinishAsync(item, InboxState.Done, null, now, cancellation);

    /// <summary>Failed for good: kept for inspection.</summary>
    public Task DeadAsync(InboxItem item, string error, DateTimeOffset now, CancellationToken cancellation = default) =>
        FinishAsync(item, InboxState.Dead, error, now, cancellation);

    /// <summary>Tried again from <paramref name="notBefore"/> on (business time).</summary>
    public Task PostponeAsync(InboxItem item, string error, DateTimeOffset notBefore, CancellationToken cancellation = default) =>
        EachAsync(item, e => Postpone.With(notBefore, error, e.Tenant, e.Instance, e.EventId), cancellation);

    /// <summary>When the next event is due (business time); null when none waits.</summary>
    public Task<DateTimeOffset?> NextDueAsync(string instance, CancellationToken cancellation = default) =>
        _store.ReadAsync(async session => Instants.Of(await session.NumberAsync(Next.With(_store.Tenant, instance), cancellation)), cancellation);

    /// <summary>When the next event of any instance is due after the instant.</summary>
    public Task<DateTimeOffset?> NextDueAsync(DateTimeOffset after, CancellationToken cancellation = default) =>
        _store.ReadAsync(async session => Instants.Of(await session.NumberAsync(NextOfAll.With(_store.Tenant, after), cancellation)), cancellation);

    public Task<long> DepthAsync(string instance, CancellationToken cancellation = default) =>
        _store.ReadAsync(async session => await session.NumberAsync(Depth.With(_store.Tenant, instance), cancellation) ?? 0, cancellation);

    internal async ValueTask<int> AddAsync(ISession session, string instance, IReadOnlyCollection<VendorEvent> events, DateTimeOffset now, CancellationToken cancellation)
    {
        var added = 0;
        foreach (var vendorEvent in events)
            added += await session.ExecuteAsync(_insert.With(_store.Table<InboxEvent>().Values(Row(instance, vendorEvent, session.Fresh.Id(), now))), cancellation);
        return added;
    }

    private InboxEvent Row(string instance, VendorEvent e, long sequence, DateTimeOffset now) => new()
    {
        Tenant = _store.Tenant,
        Instance = instance,
        EventId = e.EventId,
        Sequence = sequence,
        ExternalId = e.ExternalId,
        Kind = e.Kind,
        At = e.At,
        Payload = JsonSerializer.Serialize(e.Observed, InboxJson.Default.WorkObservation),
        ReceivedAt = now,
        NotBefore = now,
    };

    private async ValueTask<IReadOnlyList<InboxItem>> ClaimAsync(
        ISession session, string instance, int items, DateTimeOffset now, string host, TimeSpan lease, CancellationToken cancellation)
    {
        var (machine, by) = (await _store.MachineNowAsync(session, cancellation), $"{host}/{session.Fresh.Id()}");
        var due = await session.ListAsync(_items.With(_store.Tenant, instance, now, machine, (long)items), row => row.Text(0), cancellation);
        var claimed = new List<InboxItem>();
        foreach (var externalId in due.Distinct(StringComparer.Ordinal))
        {
            await session.ExecuteAsync(Lease.With(machine + lease, by, _store.Tenant, instance, externalId, machine), cancellation);
            var events = await session.ListAsync(_events.With(_store.Tenant, instance, externalId, by), _store.Table<InboxEvent>().Read, cancellation);
            if (events.Count > 0) claimed.Add(new(instance, externalId, [.. events.Select(InboxItem.ToEvent)], events));
        }
        return claimed;
    }

    private Task FinishAsync(InboxItem item, InboxState state, string? error, DateTimeOffset now, CancellationToken cancellation) =>
        EachAsync(item, e => Finish.With((long)state, now, error, e.Tenant, e.Instance, e.EventId), cancellation);

    private Task EachAsync(InboxItem item, Func<InboxEvent, Command> command, CancellationToken cancellation) =>
        _store.WriteAsync(async session =>
        {
            await session.WriteAsync([.. item.Rows.Select(e => new Write(command(e)))], cancellation);
            return 0;
        }, cancellation);
}
