using Connector.Contracts;

namespace Connector.Engine.Routing;

/// <summary>One id the vendor had for an interaction, and the time it was the present one.</summary>
public sealed record ExternalRef : IRecord
{
    public required long Id { get; init; }
    public required string Tenant { get; init; }
    public long Version { get; init; }
    public required long InteractionId { get; init; }
    public required string Instance { get; init; }
    public required string ExternalId { get; init; }
    public int Round { get; init; }
    public DateTimeOffset From { get; init; }
    public DateTimeOffset? Until { get; init; }
}

/// <summary>One use (+) or release (-) of an agent's capacity, with its cause. Append-only; the sum per agent is the load.</summary>
public sealed record CapacityEntry
{
    public required long Id { get; init; }
    public required string Tenant { get; init; }
    public required string Agent { get; init; }
    public ChannelType ChannelType { get; init; }
    public required long InteractionId { get; init; }
    public required int Delta { get; init; }
    public required string Cause { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>Tells an agent something, once.</summary>
public sealed record Notification
{
    public required long Id { get; init; }
    public required string Tenant { get; init; }
    public required string Agent { get; init; }

    /// <summary><c>Ongoing</c>, <c>Case</c>, <c>Conflict</c>, <c>Delivery</c> …</summary>
    public required string Category { get; init; }
    public long? InteractionId { get; init; }
    public long? CaseId { get; init; }
    public long? MessageId { get; init; }
    public string Text { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public DateTimeOffset? ReadAt { get; init; }
}
