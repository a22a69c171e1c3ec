using Connector.Engine.Settings;

namespace Connector.Engine.Door;

/// <summary>What came in, whatever brought it. Time is a value.</summary>
public abstract record Input
{
    /// <summary>Business time at which it entered.</summary>
    public required DateTimeOffset At { get; init; }

    public required Actor By { get; init; }

    /// <summary>One id from mail or event to vendor call.</summary>
    public required string Correlation { get; init; }
}

/// <summary>Who acts. <paramref name="Name"/> is what activity shows (<c>agent:ann</c>); <paramref name="Instance"/> is set when a vendor instance is the origin,
/// to which nothing is written back.</summary>
public sealed record Actor(string Name, AgentRole? Role = null, string? Agent = null, string? Instance = null)
{
    public static readonly Actor Mail = new("mail");

    public static Actor Sweep(string name) => new($"sweep:{name}");

    public static Actor OfAgent(string agent, AgentRole role = AgentRole.Agent) => new($"agent:{agent}", role, agent);

    public static Actor OfInstance(string instance) => new($"instance:{instance}", Instance: instance);
}
