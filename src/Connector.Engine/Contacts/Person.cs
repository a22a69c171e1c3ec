using Connector.Engine.Settings;

namespace Connector.Engine.Contacts;

/// <summary>Somebody we know by address: a contact, a consumer, or one of our own people.</summary>
public sealed record Person : IRecord
{
    public required long Id { get; init; }
    public required string Tenant { get; init; }
    public long Version { get; init; }

    public PersonKind Kind { get; init; }

    /// <summary>The id by which others name them: agent id, contact id.</summary>
    public required string Key { get; init; }

    /// <summary>Lower case.</summary>
    public required string Address { get; init; }
    public string Name { get; init; } = "";

    /// <summary>Of an agent.</summary>
    public AgentRole? Role { get; init; }
}

public enum PersonKind
{
    Contact,
    Consumer,
    Agent,
}
