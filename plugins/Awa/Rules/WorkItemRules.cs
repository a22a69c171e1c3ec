namespace Connector.Plugins.Awa.Rules;

/// <summary>What an input makes of an item: a changed item, nothing, or a refusal.</summary>
internal readonly record struct Step(WorkItem? Next, string? Refusal)
{
    public static Step Nothing => default;
}

/// <summary>The one switch over the states of a work item.</summary>
internal static class WorkItemRules
{
    public const string ClosedReason = "Closed";

    public static Step Next(WorkItem item, WorkInput input, DateTimeOffset now) => (item.State, input) switch
    {
        (ItemState.Ended or ItemState.Canceled, OfferExpired or OfferWithdrawn or Ended or Canceled or LookedAgain) => Step.Nothing,
        (ItemState.Queued, Offered i) => To(Offer(item, i, now), now),
        (ItemState.Queued or ItemState.PendingAccept, Assigned i) => To(Own(item, i.Agent), now),
        (ItemState.Queued or ItemState.PendingAccept, Ended) => To(Cancel(item, ClosedReason), now),
        (ItemState.Queued, OfferExpired or OfferWithdrawn) => Step.Nothing,
        (ItemState.Queued, LookedAgain) => LookAgain(item, now),
        (ItemState.PendingAccept, Accepted i) when i.Agent == item.Agent => To(Own(item, i.Agent), now),
        (ItemState.PendingAccept, Rejected i) when i.Agent == item.Agent => To(Decline(item, i.AgainAt), now),
        (ItemState.PendingAccept, OfferExpired i) => To(Decline(item, i.AgainAt), now),
        (ItemState.PendingAccept, OfferWithdrawn) => To(Unoffer(item), now),
        (ItemState.Accepted, Accepted i) when i.Agent == item.Agent => Step.Nothing,
        (ItemState.Accepted, Held) => To(item with { State = ItemState.Held }, now),
        (ItemState.Held, Resumed) => To(item with { State = ItemState.Accepted }, now),
        (ItemState.Accepted, Resumed) or (ItemState.Held, Held) => Step.Nothing,
        (ItemState.Accepted or ItemState.Held, Ended) => To(item with { State = ItemState.Ended }, now),
        (not (ItemState.Ended or ItemState.Canceled), Canceled i) => To(Cancel(item, i.Reason), now),
        (_, OfferExpired or OfferWithdrawn or LookedAgain) => Step.Nothing,
        _ => new(null, $"work item {item.Id} is {item.State}{(item.Agent is null ? "" : $" with {item.Agent}")}: {input.GetType().Name} is not possible"),
    };

    private static Step To(WorkItem next, DateTimeOffset now) => new(next with { Rank = next.Rank + 1, ChangedAt = now }, null);

    private static WorkItem Offer(WorkItem item, Offered offer, DateTimeOffset now) => item with
    {
        State = ItemState.PendingAccept,
        Agent = offer.Agent,
        Offers = item.Offers + 1,
        OfferedAt = now,
        OfferExpiresAt = offer.ExpiresAt,
    };

    private static WorkItem Own(WorkItem item, string agent) => Unoffer(item) with
    {
        State = ItemState.Accepted,
        Agent = agent,
        Declined = [],
        AgainAt = null,
        PreferredUntil = null,
    };

    private static WorkItem Decline(WorkItem item, DateTimeOffset againAt) => Unoffer(item) with
    {
        Declined = [.. item.Declined, item.Agent!],
        AgainAt = againAt,
    };

    private static WorkItem Cancel(WorkItem item, string reason) =>
        (item.State == ItemState.PendingAccept ? Unoffer(item) : item) with { State = ItemState.Canceled, Reason = reason };

    private static WorkItem Unoffer(WorkItem item) => item with
    {
        State = ItemState.Queued,
        Agent = null,
        OfferedAt = null,
        OfferExpiresAt = null,
    };

    private static Step LookAgain(WorkItem item, DateTimeOffset now)
    {
        var (preferred, again) = (item.PreferredUntil <= now, item.AgainAt <= now);
        if (!preferred && !again)
            return Step.Nothing;
        var next = preferred ? item with { PreferredUntil = null } : item;
        return To(again ? next with { AgainAt = null, Declined = [] } : next, now);
    }
}
