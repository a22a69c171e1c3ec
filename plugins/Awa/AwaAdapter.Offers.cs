using Connector.Contracts;
using Connector.Plugins.Awa.Desk;
using Connector.Plugins.Awa.Rules;

namespace Connector.Plugins.Awa;

/// <summary>What agents do and see.</summary>
internal sealed partial class AwaAdapter : IOfferWork
{
    public async ValueTask<IReadOnlyList<WorkOffer>> OffersAsync(string agent, CancellationToken cancellation)
    {
        var desk = await _store.ReadAsync(cancellation);
        var now = _host.Now;
        return
        [
            .. desk.OfferedTo(agent)
                .Where(i => now < i.OfferExpiresAt)
                .OrderBy(i => i.OfferedAt).ThenBy(i => i.Id, StringComparer.Ordinal)
                .Select(Mapping.Offer),
        ];
    }

    public async ValueTask AcceptAsync(string offerId, string agent, CancellationToken cancellation) =>
        await DecideAsync(draft => draft.Apply(Offer(draft, offerId), new Accepted(agent)), cancellation);

    public async ValueTask RejectAsync(string offerId, string agent, string? reason, CancellationToken cancellation) =>
        await DecideAsync(draft => draft.Apply(Offer(draft, offerId), new Rejected(agent, draft.Now + _options.OfferAgainAfter)), cancellation);

    public async ValueTask SetPresenceAsync(string agent, AgentPresence presence, CancellationToken cancellation)
    {
        CheckAgent(agent);
        await DecideAsync(draft => Sign(draft, agent, presence), cancellation);
    }

    public async ValueTask<IReadOnlyList<QueueAgent>> AgentsAsync(CancellationToken cancellation)
    {
        var desk = await _store.ReadAsync(cancellation);
        return [.. desk.Seats.Values.Select(seat => Mapping.View(seat, desk.Load))];
    }

    public async ValueTask<IReadOnlyList<QueueView>> QueuesAsync(CancellationToken cancellation)
    {
        var desk = await _store.ReadAsync(cancellation);
        var items = desk.Items.Values.ToLookup(i => i.Queue, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. _options.Queues.Select(q => Mapping.View(q.Id, [.. q.Skills], [.. items[q.Id]])),
            .. Orphans(desk).GroupBy(i => i.Queue).Select(g => Mapping.View(g.Key, [], [.. g])),
        ];
    }

    public async ValueTask<IReadOnlyList<WorkItemView>> ItemsAsync(CancellationToken cancellation) =>
        [.. (await _store.ReadAsync(cancellation)).InOrder().Select(Mapping.View)];

    /// <summary>An offer can be answered until the moment it expires, and only as long as it is the item's latest.</summary>
    private static WorkItem Offer(Draft draft, string offerId)
    {
        var item = draft.Desk.Items.GetValueOrDefault(Mapping.ItemOf(offerId));
        if (item is null || item.OfferId != offerId || item.OfferExpiresAt <= draft.Now)
            throw new ConflictException($"offer {offerId} is gone");
        return item;
    }

    private static void Sign(Draft draft, string agent, AgentPresence presence)
    {
        var seat = draft.Desk.Seats[agent];
        if (seat.Presence == presence)
            return;
        draft.Put(seat.Signed(presence, draft.Now));
        if (presence == AgentPresence.Available)
            return;
        foreach (var item in draft.Desk.OfferedTo(agent))
            draft.Apply(item, new OfferWithdrawn());
    }
}
