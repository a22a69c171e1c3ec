using System.Collections.Frozen;
using Connector.Storage.Statements;

namespace Connector.Storage.Stores;

/// <summary>What can become due, each with an index of its own.</summary>
public enum DueKind
{
    WrapUp,
    Safety,
    Inactivity,
    Transfer,
    CaseClose,
}

/// <summary>Which records are due, in bounded pages, and when the next one will be.</summary>
public sealed class DueStore
{
    private static readonly FrozenDictionary<DueKind, (string Table, string Column)> Places = new Dictionary<DueKind, (string, string)>
    {
        [DueKind.WrapUp] = ("Interactions", "WrapUpDue"),
        [DueKind.Safety] = ("Interactions", "SafetyDue"),
        [DueKind.Inactivity] = ("Interactions", "InactivityDue"),
        [DueKind.Transfer] = ("Transfers", "DueAt"),
        [DueKind.CaseClose] = ("Cases", "CloseDue"),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<DueKind, Statement> Pages = Places.ToFrozenDictionary(place => place.Key, place => new Statement(
        $"SELECT \"Id\" FROM \"{place.Value.Table}\" WHERE \"Tenant\" = $1 AND \"{place.Value.Column}\" <= $2 AND \"Id\" > $3 ORDER BY \"Id\" LIMIT $4"));

    private static readonly FrozenDictionary<DueKind, Statement> Nexts = Places.ToFrozenDictionary(place => place.Key, place => new Statement(
        $"SELECT min(\"{place.Value.Column}\") FROM \"{place.Value.Table}\" WHERE \"Tenant\" = $1 AND \"{place.Value.Column}\" > $2"));

    private readonly StoreAccess _store;
    private readonly Func<DateTimeOffset, CancellationToken, Task<DateTimeOffset?>>[] _others;

    internal DueStore(StoreAccess store, OutboxStore outbox, InboxStore inbox, InstanceDocumentStore documents)
    {
        _store = store;
        _others = [outbox.NextDueAsync, inbox.NextDueAsync, documents.NextDueAsync];
    }

    /// <summary>Ids of records due at the instant, in order of id, after the given one (0: from the start).</summary>
    public async Task<IReadOnlyList<long>> PageAsync(DueKind kind, DateTimeOffset at, long after, int limit, CancellationToken cancellation = default) =>
        await _store.ReadAsync(session => session.ListAsync(Pages[kind].With(_store.Tenant, at, after, (long)limit), row => row.Number(0), cancellation), cancellation);

    /// <summary>When the next record of the kind becomes due after the instant; null when none will.</summary>
    public Task<DateTimeOffset?> NextAsync(DueKind kind, DateTimeOffset after, CancellationToken cancellation = default) =>
        _store.ReadAsync(async session => Instants.Of(await session.NumberAsync(Nexts[kind].With(_store.Tenant, after), cancellation)), cancellation);

    /// <summary>The next instant after <paramref name="now"/> at which anything is due: a record, a document of an instance, a call or event to try again.</summary>
    public async Task<DateTimeOffset?> NextInstantAsync(DateTimeOffset now, CancellationToken cancellation = default)
    {
        DateTimeOffset? next = null;
        foreach (var kind in Places.Keys) next = Earlier(next, await NextAsync(kind, now, cancellation));
        foreach (var other in _others) next = Earlier(next, await other(now, cancellation));
        return next;
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;
}
