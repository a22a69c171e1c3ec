using System.Collections.Immutable;
using Connector.Contracts;

namespace Connector.Plugins.Awa.Rules;

/// <summary>An agent: what the options say, and the presence and rest that are stored.</summary>
internal sealed record Seat
{
    public required string Id { get; init; }

    public required ImmutableSortedSet<string> Skills { get; init; }

    /// <summary>Queues served; empty: all.</summary>
    public required ImmutableHashSet<string> Queues { get; init; }

    public required ImmutableDictionary<ChannelType, int> Limits { get; init; }

    public AgentPresence Presence { get; init; }

    /// <summary>Since when the agent has neither taken nor finished anything; the longest rest comes first.</summary>
    public DateTimeOffset RestingSince { get; init; }

    /// <summary>Version of the stored document; 0 while there is none.</summary>
    public long Version { get; init; }

    public int Limit(ChannelType type) => Limits.GetValueOrDefault(type);

    public bool Serves(string queue) => Queues.IsEmpty || Queues.Contains(queue);

    public Seat Signed(AgentPresence presence, DateTimeOffset now) =>
        this with { Presence = presence, RestingSince = presence == AgentPresence.Available ? now : RestingSince };
}

/// <summary>A waiting line as configured.</summary>
internal sealed record QueueRule(string Id, ImmutableArray<string> Skills, TimeSpan OfferTimeout);
