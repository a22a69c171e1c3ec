using Connector.Contracts;
using Connector.Host.Api.Interactions;
using Connector.Runtime.Offers;

namespace Connector.Host.Api.Offers;

/// <summary>Work offered to one agent.</summary>
internal sealed record OfferView(
    string Id, string Instance, string InteractionId, string Agent, string Queue, string Subject, ChannelType ChannelType, DateTimeOffset OfferedAt, DateTimeOffset ExpiresAt,
    IReadOnlyList<string> AllowedActions)
{
    public static OfferView Of(DeskOffer o) => new(
        o.Id, o.Instance, o.Offer.InteractionId, o.Offer.Agent, o.Offer.Queue, o.Offer.Subject, o.Offer.ChannelType, o.Offer.OfferedAt, o.Offer.ExpiresAt, ["Accept", "Reject"]);
}

internal sealed record AgentView(
    string Id, string Instance, AgentPresence Presence, IReadOnlyList<string> Skills, IReadOnlyDictionary<ChannelType, int> Used, IReadOnlyDictionary<ChannelType, int> Limit, DateTimeOffset? IdleSince)
{
    public static AgentView Of((string Instance, QueueAgent View) a) => new(a.View.Agent, a.Instance, a.View.Presence, a.View.Skills, a.View.Used, a.View.Limit, a.View.IdleSince);
}

internal sealed record QueueState(string Id, string Instance, IReadOnlyList<string> Skills, int Waiting, int Offered, int Accepted, DateTimeOffset? OldestWaitingSince)
{
    public static QueueState Of((string Instance, QueueView View) q) =>
        new(q.View.Queue, q.Instance, q.View.Skills, q.View.Waiting, q.View.Offered, q.View.Accepted, q.View.OldestWaitingSince);
}

internal sealed record WorkItemState(
    string Id, string Instance, string InteractionId, string Queue, WorkState State, string? Agent, string? Reason, DateTimeOffset WaitingSince, int Offers)
{
    public static WorkItemState Of((string Instance, WorkItemView View) w) =>
        new(w.View.ExternalId, w.Instance, w.View.InteractionId, w.View.Queue, w.View.State, w.View.Agent, w.View.Reason, w.View.WaitingSince, w.View.Offers);
}
