namespace Connector.Contracts;

/// <summary>The queue itself offers work to agents, who answer through the host's agent API (the built-in queue does).</summary>
public interface IOfferWork
{
    /// <summary>Offers open for an agent, oldest first.</summary>
    ValueTask<IReadOnlyList<WorkOffer>> OffersAsync(string agent, CancellationToken cancellation);

    /// <summary>The agent takes the offer. Throws <see cref="ConflictException"/> when it is gone or somebody else's.</summary>
    ValueTask AcceptAsync(string offerId, string agent, CancellationToken cancellation);

    /// <summary>The agent declines; the next agent gets the offer.</summary>
    ValueTask RejectAsync(string offerId, string agent, string? reason, CancellationToken cancellation);

    /// <summary>Sets presence. Going away withdraws pending offers only.</summary>
    ValueTask SetPresenceAsync(string agent, AgentPresence presence, CancellationToken cancellation);

    /// <summary>All agents with presence and load.</summary>
    ValueTask<IReadOnlyList<QueueAgent>> AgentsAsync(CancellationToken cancellation);

    /// <summary>All queues with what waits in them.</summary>
    ValueTask<IReadOnlyList<QueueView>> QueuesAsync(CancellationToken cancellation);

    /// <summary>Work items that are not finished, oldest first.</summary>
    ValueTask<IReadOnlyList<WorkItemView>> ItemsAsync(CancellationToken cancellation);
}

/// <summary>Whether an agent takes new work.</summary>
public enum AgentPresence
{
    /// <summary>Not signed in.</summary>
    Offline,

    /// <summary>Takes offers.</summary>
    Available,

    /// <summary>Signed in, takes no offers.</summary>
    Away,
}

/// <summary>Work offered to one agent until <paramref name="ExpiresAt"/>.</summary>
public sealed record WorkOffer(string OfferId, string InteractionId, string Agent, string Queue, string Subject, ChannelType ChannelType, DateTimeOffset OfferedAt, DateTimeOffset ExpiresAt);

/// <summary>An agent of the queue. <paramref name="Used"/> and <paramref name="Limit"/> are per channel type.</summary>
public sealed record QueueAgent(string Agent, AgentPresence Presence, IReadOnlyList<string> Skills, IReadOnlyDictionary<ChannelType, int> Used, IReadOnlyDictionary<ChannelType, int> Limit, DateTimeOffset? IdleSince);

/// <summary>A queue and its load.</summary>
public sealed record QueueView(string Queue, IReadOnlyList<string> Skills, int Waiting, int Offered, int Accepted, DateTimeOffset? OldestWaitingSince);

/// <summary>One work item.</summary>
public sealed record WorkItemView(string ExternalId, string InteractionId, string Queue, WorkState State, string? Agent, string? Reason, DateTimeOffset WaitingSince, int Offers);
