using Connector.Contracts;
using Connector.Plugins.Awa.Desk;
using Connector.Plugins.Awa.Rules;

namespace Connector.Plugins.Awa;

/// <summary>Between the queue's own records and the contract's. Pure.</summary>
internal static class Mapping
{
    /// <summary>The same for every repetition, so that one routing is one item.</summary>
    public static string ItemId(string interactionId, int round) => $"{interactionId}.{round}";

    /// <summary>The item an offer belongs to.</summary>
    public static string ItemOf(string offerId) => offerId.LastIndexOf('.') is > 0 and var dot ? offerId[..dot] : offerId;

    public static WorkItem Item(RouteWork work, DateTimeOffset now)
    {
        var wait = work.PreferredWait < OfferRules.LongestPreferredWait ? work.PreferredWait : OfferRules.LongestPreferredWait;
        return new()
        {
            Id = ItemId(work.InteractionId, work.Round),
            InteractionId = work.InteractionId,
            Round = work.Round,
            Queue = work.Queue,
            ChannelType = work.ChannelType,
            Size = Math.Max(1, work.Size),
            Skills = [.. work.Skills],
            Subject = work.Subject,
            WaitingSince = work.WaitingSince,
            PreferredAgent = work.PreferredAgent,
            PreferredUntil = work.PreferredAgent is not null && wait > TimeSpan.Zero ? now + wait : null,
            ChangedAt = now,
        };
    }

    public static WorkObservation Observation(WorkItem item) => new()
    {
        ExternalId = item.Id,
        InteractionId = item.InteractionId,
        Round = item.Round,
        State = State(item.State),
        Rank = item.Rank,
        Agent = item.Agent,
        Queue = item.Queue,
        Reason = item.Reason,
        At = item.ChangedAt,
    };

    public static WorkOffer Offer(WorkItem item) => new(
        item.OfferId, item.InteractionId, item.Agent!, item.Queue, item.Subject, item.ChannelType, item.OfferedAt!.Value, item.OfferExpiresAt!.Value);

    public static WorkItemView View(WorkItem item) =>
        new(item.Id, item.InteractionId, item.Queue, State(item.State), item.Agent, item.Reason, item.WaitingSince, item.Offers);

    public static QueueAgent View(Seat seat, Workload load) => new(
        seat.Id,
        seat.Presence,
        seat.Skills,
        seat.Limits.Keys.ToDictionary(type => type, type => load.Used(seat.Id, type)),
        seat.Limits,
        seat.Limits.Keys.Any(type => load.Used(seat.Id, type) > 0) || seat.Presence == AgentPresence.Offline ? null : seat.RestingSince);

    public static QueueView View(string queue, IReadOnlyList<string> skills, IReadOnlyCollection<WorkItem> items)
    {
        var waiting = items.Where(i => i.State is ItemState.Queued or ItemState.PendingAccept).ToArray();
        return new(
            queue,
            skills,
            waiting.Count(i => i.State == ItemState.Queued),
            waiting.Count(i => i.State == ItemState.PendingAccept),
            items.Count(i => i.State == ItemState.Accepted),
            waiting.Length == 0 ? null : waiting.Min(i => i.WaitingSince));
    }

    private static WorkState State(ItemState state) => state switch
    {
        ItemState.Queued => WorkState.Queued,
        ItemState.PendingAccept => WorkState.PendingAccept,
        ItemState.Accepted => WorkState.Accepted,
        ItemState.Held => WorkState.Held,
        ItemState.Ended => WorkState.Ended,
        _ => WorkState.Canceled,
    };
}
