namespace Connector.Engine.Participants;

/// <summary>A person on a thread.</summary>
public sealed record Participant : IRecord
{
    public required long Id { get; init; }
    public required string Tenant { get; init; }
    public long Version { get; init; }

    public required long ThreadId { get; init; }

    /// <summary>r in signed tokens: 1 for the first person on the thread.</summary>
    public int Ordinal { get; init; }
    public ParticipantRole Role { get; init; }

    /// <summary>Lower case.</summary>
    public required string Address { get; init; }
    public string Name { get; init; } = "";

    /// <summary>The agent behind the address, when it is one's.</summary>
    public string? Agent { get; init; }

    /// <summary>The last message number this person has been sent or quoted; 0 for a CC who has seen nothing yet.</summary>
    public int SeenUpTo { get; init; }

    /// <summary>Since when mail to this address comes back for good; null once the person has written again.</summary>
    public DateTimeOffset? UndeliverableSince { get; init; }

    public string AddedBy { get; init; } = "";
    public long? AddedByMessage { get; init; }
    public DateTimeOffset AddedAt { get; init; }
    public DateTimeOffset? LeftAt { get; init; }
}

public enum ParticipantRole
{
    Requester,
    Cc,
    Follower,
    Former,
    ThirdParty,

    /// <summary>One of ours who is told by a mail of their own because the work is theirs: no part of the conversation, named to nobody.</summary>
    Agent,
}
