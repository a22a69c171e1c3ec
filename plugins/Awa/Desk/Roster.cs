using System.Collections.Immutable;
using Connector.Contracts;
using Connector.Plugins.Awa.Rules;

namespace Connector.Plugins.Awa.Desk;

/// <summary>Queues and agents as the options name them.</summary>
internal sealed class Roster
{
    private static readonly ImmutableDictionary<ChannelType, int> DefaultLimits = ImmutableDictionary<ChannelType, int>.Empty.Add(ChannelType.Email, 3);
    private readonly ImmutableArray<AgentOptions> _agents;

    public Roster(AwaOptions options)
    {
        _agents = [.. options.Agents];
        Queues = options.Queues.ToImmutableDictionary(
            q => q.Id,
            q => new QueueRule(q.Id, [.. q.Skills], q.OfferTimeout ?? options.OfferTimeout),
            StringComparer.OrdinalIgnoreCase);
    }

    public ImmutableDictionary<string, QueueRule> Queues { get; }

    /// <summary>All seats, with what is stored of those that were there before.</summary>
    public ImmutableSortedDictionary<string, Seat> Seats(IReadOnlyDictionary<string, StoredSeat> stored) =>
        _agents.Select(a => Seat(a, stored.GetValueOrDefault(a.Id))).ToImmutableSortedDictionary(s => s.Id, s => s, StringComparer.Ordinal);

    private static Seat Seat(AgentOptions agent, StoredSeat? stored) => new()
    {
        Id = agent.Id,
        Skills = agent.Skills.ToImmutableSortedSet(StringComparer.OrdinalIgnoreCase),
        Queues = agent.Queues.ToImmutableHashSet(StringComparer.OrdinalIgnoreCase),
        Limits = agent.Capacity.Count == 0 ? DefaultLimits : agent.Capacity.ToImmutableDictionary(),
        Presence = stored?.Presence ?? (agent.Available ? AgentPresence.Available : AgentPresence.Offline),
        RestingSince = stored?.RestingSince ?? DateTimeOffset.MinValue,
        Version = stored?.Version ?? 0,
    };
}
