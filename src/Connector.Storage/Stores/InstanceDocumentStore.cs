using Connector.Contracts;
using Connector.Storage.Rows;
using Connector.Storage.Statements;

namespace Connector.Storage.Stores;

/// <summary>Versioned documents of plugin instances. Changes and events of one commit are stored together or not at all.</summary>
public sealed class InstanceDocumentStore
{
    private static readonly Statement Version = new(
        "SELECT \"Version\" FROM \"InstanceDocuments\" WHERE \"Tenant\" = $1 AND \"Instance\" = $2 AND \"Kind\" = $3 AND \"Id\" = $4");
    private static readonly Statement Change = new("""
        UPDATE "InstanceDocuments" SET "Version" = $1, "Json" = $2, "DueAt" = $3
        WHERE "Tenant" = $4 AND "Instance" = $5 AND "Kind" = $6 AND "Id" = $7 AND "Version" = $8
        """);
    private static readonly Statement Delete = new(
        "DELETE FROM \"InstanceDocuments\" WHERE \"Tenant\" = $1 AND \"Instance\" = $2 AND \"Kind\" = $3 AND \"Id\" = $4 AND \"Version\" = $5");
    private static readonly Statement Next = new("SELECT min(\"DueAt\") FROM \"InstanceDocuments\" WHERE \"Tenant\" = $1 AND \"DueAt\" IS NOT NULL");
    private static readonly Statement NextAfter = new("SELECT min(\"DueAt\") FROM \"InstanceDocuments\" WHERE \"Tenant\" = $1 AND \"DueAt\" > $2");

    private readonly StoreAccess _store;
    private readonly InboxStore _inbox;
    private readonly Statement _insert;
    private readonly Statement _get;
    private readonly Statement _list;
    private readonly Statement _due;

    internal InstanceDocumentStore(StoreAccess store, InboxStore inbox)
    {
        (_store, _inbox) = (store, inbox);
        var table = store.Table<InstanceDocumentRow>();
        _insert = table.InsertWith("ON CONFLICT DO NOTHING");
        _get = table.Select("WHERE \"Tenant\" = $1 AND \"Instance\" = $2 AND \"Kind\" = $3 AND \"Id\" = $4");
        _list = table.Select("WHERE \"Tenant\" = $1 AND \"Instance\" = $2 AND \"Kind\" = $3 ORDER BY \"Id\"");
        _due = table.Select("WHERE \"Tenant\" = $1 AND \"DueAt\" <= $2 ORDER BY \"DueAt\", \"Instance\", \"Kind\", \"Id\" LIMIT $3");
    }

    public async Task<InstanceDocument?> GetAsync(string instance, string kind, string id, CancellationToken cancellation = default)
    {
        var row = await _store.ReadAsync(session => session.FirstAsync(_get.With(_store.Tenant, instance, kind, id), _store.Table<InstanceDocumentRow>().Read, cancellation), cancellation);
        return row is null ? null : Document(row);
    }

    /// <summary>All documents of a kind, in order of id.</summary>
    public async Task<IReadOnlyList<InstanceDocument>> ListAsync(string instance, string kind, CancellationToken cancellation = default)
    {
        var rows = await _store.ReadAsync(session => session.ListAsync(_list.With(_store.Tenant, instance, kind), _store.Table<InstanceDocumentRow>().Read, cancellation), cancellation);
        return [.. rows.Select(Document)];
    }

    /// <summary>Stores changes and events together; throws <see cref="ConflictException"/> when a version differs. Answers how many events were new.</summary>
    public Task<int> CommitAsync(
        string instance, IReadOnlyCollection<DocumentChange> changes, IReadOnlyCollection<VendorEvent> events, DateTimeOffset now, CancellationToken cancellation = default) =>
        _store.WriteAsync(async session =>
        {
            await CheckAsync(session, instance, changes, cancellation);
            foreach (var change in changes)
                if (await session.ExecuteAsync(Apply(instance, change), cancellation) != 1) throw Conflict(instance, change);
            return await _inbox.AddAsync(session, instance, events, now, cancellation);
        }, cancellation);

    /// <summary>Documents whose time has come (business time), earliest first, of all instances.</summary>
    public async Task<IReadOnlyList<(string Instance, InstanceDocument Document)>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellation = default)
    {
        var rows = await _store.ReadAsync(session => session.ListAsync(_due.With(_store.Tenant, now, (long)limit), _store.Table<InstanceDocumentRow>().Read, cancellation), cancellation);
        return [.. rows.Select(row => (row.Instance, Document(row)))];
    }

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation = default) =>
        _store.ReadAsync(async session => Instants.Of(await session.NumberAsync(Next.With(_store.Tenant), cancellation)), cancellation);

    /// <summary>The next due time after the instant.</summary>
    public Task<DateTimeOffset?> NextDueAsync(DateTimeOffset after, CancellationToken cancellation = default) =>
        _store.ReadAsync(async session => Instants.Of(await session.NumberAsync(NextAfter.With(_store.Tenant, after), cancellation)), cancellation);

    /// <summary>Looks before it writes, so that an ordinary conflict undoes nobody else's work in the same commit.</summary>
    private async ValueTask CheckAsync(ISession session, string instance, IReadOnlyCollection<DocumentChange> changes, CancellationToken cancellation)
    {
        foreach (var change in changes)
        {
            var version = await session.NumberAsync(Version.With(_store.Tenant, instance, change.Kind, change.Id), cancellation) ?? 0;
            if (version != change.ExpectedVersion) throw Conflict(instance, change);
        }
    }

    private Command Apply(string instance, DocumentChange change) => change switch
    {
        { Json: null } => Delete.With(_store.Tenant, instance, change.Kind, change.Id, change.ExpectedVersion),
        { ExpectedVersion: 0 } => _insert.With(_store.Table<InstanceDocumentRow>().Values(new()
        {
            Tenant = _store.Tenant, Instance = instance, Kind = change.Kind, Id = change.Id, Version = 1, Json = change.Json, DueAt = change.DueAt,
        })),
        _ => Change.With(change.ExpectedVersion + 1, change.Json, change.DueAt, _store.Tenant, instance, change.Kind, change.Id, change.ExpectedVersion),
    };

    private static ConflictException Conflict(string instance, DocumentChange change) =>
        new($"{instance}: document {change.Kind}/{change.Id} is not in version {change.ExpectedVersion}");

    private static InstanceDocument Document(InstanceDocumentRow row) => new(row.Kind, row.Id, row.Version, row.Json, row.DueAt);
}
