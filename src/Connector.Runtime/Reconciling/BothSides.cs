using System.Collections.Immutable;
using Connector.Engine;
using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Engine.Reconciling;
using Connector.Engine.Transfers;
using Connector.Engine.WrapUp;
using Connector.Storage;
using Microsoft.EntityFrameworkCore;

namespace Connector.Runtime.Reconciling;

/// <summary>Our side, read in bounded pages: open interactions of an instance, closed ones whose code awaits confirmation, and the calls and ledger entries of each.</summary>
internal sealed class BothSides(Store store, string instance)
{
    public const int Page = 200;

    /// <summary>Ids after the given one, in order, of interactions that may differ.</summary>
    public async Task<IReadOnlyList<Compared>> PageAsync(long after, CancellationToken cancellation)
    {
        await using var db = store.Read();
        var open = await db.Interactions.Where(i => i.Tenant == store.Tenant && i.ClosedAt == null && i.Instance == instance && i.Id > after).OrderBy(i => i.Id).Take(Page).ToListAsync(cancellation);
        var awaiting = await db.Segments.Where(s => s.Tenant == store.Tenant && s.AwaitingConfirmation).Join(db.Interactions, s => s.InteractionId, i => i.Id, (s, i) => i)
            .Where(i => i.Instance == instance && i.ClosedAt != null && i.Id > after).OrderBy(i => i.Id).Take(Page).ToListAsync(cancellation);
        return await WithAsync([.. open.Concat(awaiting).DistinctBy(i => i.Id).OrderBy(i => i.Id).Take(Page)], cancellation);
    }

    public async Task<Compared?> OneAsync(long id, CancellationToken cancellation)
    {
        await using var db = store.Read();
        var found = await db.Interactions.Where(i => i.Id == id && i.Tenant == store.Tenant).ToListAsync(cancellation);
        return (await WithAsync(found, cancellation)).FirstOrDefault();
    }

    /// <summary>The interaction that has or had the vendor's id.</summary>
    public async Task<long?> OwnerOfAsync(string externalId, string? mark, CancellationToken cancellation)
    {
        await using var db = store.Read();
        var known = await db.ExternalRefs.Where(r => r.Tenant == store.Tenant && r.Instance == instance && r.ExternalId == externalId).OrderByDescending(r => r.Id).Select(r => (long?)r.InteractionId).FirstOrDefaultAsync(cancellation);
        if (known is not null || !RecordId.TryParse(mark, 'i', out var id)) return known;
        return await db.Interactions.Where(i => i.Id == id && i.Tenant == store.Tenant && i.Instance == instance).Select(i => (long?)i.Id).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>A call about the interaction, or (0) about this very item, that is still to be made.</summary>
    public async Task<bool> IsEndingAsync(long interaction, string externalId, CancellationToken cancellation)
    {
        await using var db = store.Read();
        return await db.Outbox.AnyAsync(o => o.Tenant == store.Tenant && o.InteractionId == interaction && o.Destination == instance && o.Operation == nameof(Contracts.WorkOperation.End)
            && (o.State == OutboxState.Waiting || o.State == OutboxState.Started || o.State == OutboxState.Dead) && o.Payload.Contains(externalId), cancellation);
    }

    private async Task<IReadOnlyList<Compared>> WithAsync(List<Interaction> interactions, CancellationToken cancellation)
    {
        if (interactions.Count == 0) return [];
        var ids = interactions.ConvertAll(i => i.Id);
        await using var db = store.Read();
        var segments = (await db.Segments.Where(s => ids.Contains(s.InteractionId) && s.AwaitingConfirmation).ToListAsync(cancellation)).ToLookup(s => s.InteractionId);
        var transfers = (await db.Transfers.Where(t => ids.Contains(t.InteractionId) && (t.State == TransferState.Requested || t.State == TransferState.Accepted)).Select(t => t.InteractionId).ToListAsync(cancellation)).ToHashSet();
        var calls = (await db.Outbox.Where(o => ids.Contains(o.InteractionId) && o.Destination == instance && (o.State == OutboxState.Waiting || o.State == OutboxState.Started || o.State == OutboxState.Dead))
            .OrderBy(o => o.LaneVersion).ThenBy(o => o.LaneNumber).ToListAsync(cancellation)).ToLookup(o => o.InteractionId);
        var ledger = (await db.CapacityEntries.Where(e => ids.Contains(e.InteractionId)).Select(e => new { e.InteractionId, e.Agent, e.Delta }).ToListAsync(cancellation)).ToLookup(e => e.InteractionId);
        return [.. interactions.Select(i => new Compared
        {
            Ours = i,
            Awaiting = segments[i.Id].LastOrDefault(),
            TransferOpen = transfers.Contains(i.Id),
            Unfinished = calls[i.Id].FirstOrDefault() is { } call ? Words(call) : null,
            Ledger = ledger[i.Id].GroupBy(e => e.Agent).Select(g => KeyValuePair.Create(g.Key, g.Sum(e => e.Delta))).Where(s => s.Value != 0).ToImmutableSortedDictionary(StringComparer.Ordinal),
        })];
    }

    private static string Words(OutboxRow call) => call.State == OutboxState.Dead
        ? $"its call {call.Operation} ({RecordId.Outbox(call.Id)}) has failed: {call.Error}; retry or discard it"
        : $"its call {call.Operation} ({RecordId.Outbox(call.Id)}) is still to be made";
}
