namespace Connector.Contracts;

/// <summary>Marks a call so that it has one effect. <paramref name="Key"/> is the same for all attempts of one outbox row.</summary>
public sealed record CallMark(string Key, string Correlation, int Attempt);

/// <summary>Put one interaction into a queue of the vendor.</summary>
public sealed record RouteWork
{
    /// <summary>Our interaction id: carried by the vendor where it can be.</summary>
    public required string InteractionId { get; init; }

    /// <summary>Which routing of the interaction this is, from 1; a transfer or a re-route raises it.</summary>
    public required int Round { get; init; }

    /// <summary>The vendor's queue id.</summary>
    public required string Queue { get; init; }

    /// <summary>Type of the channel; capacity is counted per type.</summary>
    public required ChannelType ChannelType { get; init; }

    /// <summary>Capacity one item uses.</summary>
    public int Size { get; init; } = 1;

    /// <summary>Skills wanted of the agent beyond the queue's.</summary>
    public IReadOnlyList<string> Skills { get; init; } = [];

    /// <summary>The agent who had the conversation last; offered first when available with free capacity.</summary>
    public string? PreferredAgent { get; init; }

    /// <summary>How long to wait for that agent before the queue takes over; zero: not at all.</summary>
    public TimeSpan PreferredWait { get; init; }

    /// <summary>The vendor's id of this interaction's work in an earlier round, where it may still be open (a transfer that was not taken in time): queue that
    /// work again instead of making new work, if the vendor can.</summary>
    public string? Existing { get; init; }

    /// <summary>Assign to this agent without an offer (a transfer to an agent); null in all other cases.</summary>
    public string? AssignTo { get; init; }

    /// <summary>Subject for the agent's eyes.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Address of the customer, where the vendor shows it.</summary>
    public string? From { get; init; }

    /// <summary>Name of the customer, when known.</summary>
    public string? FromName { get; init; }

    /// <summary>Address of the channel it came to.</summary>
    public string? To { get; init; }

    /// <summary>When the interaction began to wait.</summary>
    public required DateTimeOffset WaitingSince { get; init; }
}

/// <summary>The vendor's answer to a routing, a hold or a transfer: the id the work has from now on.</summary>
public sealed record RoutedWork(string ExternalId);

/// <summary>Names work already known to the vendor. <paramref name="Agent"/> is our id of the owner (of the last one, when it has ended).</summary>
public sealed record WorkRef(string InteractionId, string ExternalId, string? Agent);

/// <summary>How far the end of work has come; an adapter says which of the two it wants to be told.</summary>
[Flags]
public enum EndStage
{
    /// <summary>The conversation is over; the agent wraps up.</summary>
    ConversationOver = 1,

    /// <summary>The interaction is closed; nothing is owed any more.</summary>
    Closed = 2,
}

/// <summary>A wrap-up code for the vendor, already mapped to its id.</summary>
/// <param name="Code">The vendor's id of the code.</param>
/// <param name="Notes">What the agent wrote to it.</param>
/// <param name="SubmittedAt">When it was given, in business time.</param>
/// <param name="Chosen">An agent chose it. When false the engine gave it: where an agent has already chosen another at the vendor, that one stands, and the
/// adapter throws <see cref="ConflictException"/> so that the host reads it.</param>
public sealed record WrapUpCode(string Code, string? Notes, DateTimeOffset SubmittedAt, bool Chosen = true);

/// <summary>Where to hand work: exactly one of the two is set. <paramref name="Agent"/> is our agent id, <paramref name="Queue"/> the vendor's queue id.</summary>
public sealed record TransferTarget(string? Queue, string? Agent, string? Name = null);

/// <summary>When a vendor frees the capacity of an agent who hands work over.</summary>
public enum CapacityFreed
{
    /// <summary>When it takes the request.</summary>
    AtAccepted,

    /// <summary>When the agent has wrapped up their own part.</summary>
    AtWrapUp,
}

/// <summary>One further mail on work the vendor already has.</summary>
public sealed record LaterMail(string From, string Subject, DateTimeOffset ReceivedAt);
