using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Connector.Contracts;
using Connector.Engine.Codes;
using Connector.Engine.Threads;

namespace Connector.Engine.Settings;

/// <summary>All settings the rules look at, as one value: swapped whole, never seen half changed.</summary>
public sealed record Setup
{
    private static readonly ConditionalWeakTable<ImmutableDictionary<string, Channel>, FrozenDictionary<string, Channel>> ByAddress = [];

    public required string Tenant { get; init; }
    public ImmutableDictionary<string, Channel> Channels { get; init; } = ImmutableDictionary<string, Channel>.Empty;

    /// <summary>Where a case lives that is made without naming a channel; null: one must be named.</summary>
    public string? DefaultChannel { get; init; }

    /// <summary>What each plugin instance can do, by instance id.</summary>
    public ImmutableDictionary<string, Capability> Capabilities { get; init; } = ImmutableDictionary<string, Capability>.Empty;

    /// <summary>Our agents by address (lower case).</summary>
    public ImmutableDictionary<string, Agent> AgentsByAddress { get; init; } = ImmutableDictionary<string, Agent>.Empty;

    /// <summary>Wrap-up codes an agent may choose: the active ones, key -> label.</summary>
    public ImmutableDictionary<string, string> Codes { get; init; } = BuiltInCodes.All;

    /// <summary>Which code of a vendor is which of ours.</summary>
    public CodeMap CodeMap { get; init; } = CodeMap.Empty;

    /// <summary>Servers whose Authentication-Results are believed.</summary>
    public IReadOnlyList<string> TrustedAuthServers { get; init; } = [];

    /// <summary>The entitlement to <see cref="AiReplyScorer"/>.</summary>
    public bool AiReplyMatch { get; init; }

    /// <summary>Stands in front of the keywords when it is there and entitled.</summary>
    public IReplyScorer? AiReplyScorer { get; init; }

    /// <summary>Base of links to cases; null: none are written.</summary>
    public string? PublicUrl { get; init; }

    public required TokenSigner Signer { get; init; }

    /// <summary>Whether an agent still works with us. Where no agents are configured they live at the vendor, and nobody is known to have left.</summary>
    public bool IsHere(string agent) => AgentsByAddress.IsEmpty || AgentsByAddress.Values.Any(a => a.Id == agent);

    /// <summary>Agents who have said that they are away; of others it is not known.</summary>
    public ImmutableHashSet<string> Away { get; init; } = [];

    public Channel? Channel(string id) => Channels.GetValueOrDefault(id);

    public Capability CapabilitiesOf(string instance) => Capabilities.GetValueOrDefault(instance);

    /// <summary>The instance keeps a list of codes of its own: ours are mapped to it. Others take our keys as they are.</summary>
    public bool MapsCodes(string instance) => CapabilitiesOf(instance).HasFlag(Capability.ListCodes);

    /// <summary>Whether an address is one of ours, plus-addresses included.</summary>
    public bool IsOwnAddress(string address) => ChannelOf(address) is not null;

    public Channel? ChannelOf(string address)
    {
        var ours = ByAddress.GetValue(Channels, AddressesOf);
        for (var plain = address; plain is not null; plain = WithoutTag(plain))
            if (ours.TryGetValue(plain, out var channel)) return channel;
        return null;
    }

    /// <summary>Asked for each address of each mail, however many channels there are.</summary>
    private static FrozenDictionary<string, Channel> AddressesOf(ImmutableDictionary<string, Channel> channels) =>
        channels.Values.SelectMany(c => c.Addresses.Select(a => (Address: a, Channel: c))).DistinctBy(a => a.Address, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(a => a.Address, a => a.Channel, StringComparer.OrdinalIgnoreCase);

    /// <summary>Without its last tag (an address of ours may have a plus itself); null when it has none.</summary>
    private static string? WithoutTag(string address)
    {
        var at = address.LastIndexOf('@');
        var plus = at < 0 ? -1 : address.LastIndexOf('+', at);
        return plus > 0 ? string.Concat(address.AsSpan(0, plus), address.AsSpan(at)) : null;
    }
}

/// <summary>A person who works with us.</summary>
public sealed record Agent(string Id, string Address, AgentRole Role);

/// <summary>Roles of people and programs; adapters map vendor roles to these.</summary>
public enum AgentRole
{
    Agent,
    LightAgent,
    Supervisor,
    ChannelManager,
    Administrator,
    Integration,
}

/// <summary>The codes that are always there and never change.</summary>
public static class BuiltInCodes
{
    public const string IssueResolved = "issue_resolved";
    public const string TaskCreated = "task_created";
    public const string CustomerInactivity = "customer_inactivity";

    public static readonly ImmutableDictionary<string, string> All = ImmutableDictionary<string, string>.Empty
        .Add(IssueResolved, "Issue resolved")
        .Add(TaskCreated, "Task created")
        .Add(CustomerInactivity, "Closed due to customer inactivity");
}
