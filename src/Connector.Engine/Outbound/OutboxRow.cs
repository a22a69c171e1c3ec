namespace Connector.Engine.Outbound;

/// <summary>A call or mail still to make. Rows of one lane (interaction, destination) leave in order; only the head of a lane is claimed.</summary>
public sealed record OutboxRow : IRecord
{
    public required long Id { get; init; }
    public required string Tenant { get; init; }
    public long Version { get; init; }

    public required long InteractionId { get; init; }

    /// <summary>Instance id, or <c>mail</c>.</summary>
    public required string Destination { get; init; }

    /// <summary>Place in the lane: version of the interaction that caused it, then its number among that version's rows.</summary>
    public required long LaneVersion { get; init; }
    public int LaneNumber { get; init; }

    /// <summary>Name of the operation (<c>Route</c>, <c>Hold</c> …, <c>SendMail</c>).</summary>
    public required string Operation { get; init; }

    /// <summary>JSON of the request; for mail the envelope, the bytes being kept with the message.</summary>
    public required string Payload { get; init; }

    /// <summary>What must still be so when the call is made, else the row is superseded (<c>state=OnHold round=2</c>); null: nothing.</summary>
    public string? Precondition { get; init; }
    public required string Key { get; init; }
    public required string Correlation { get; init; }
    public long? MessageId { get; init; }
    public long? TransferId { get; init; }
    public long? SegmentId { get; init; }

    public OutboxState State { get; init; }
    public int Attempts { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Business time before which it is not tried.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>Machine time until which one dispatcher holds it.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }
    public string? LeaseBy { get; init; }

    /// <summary>Machine time at which an answer was found to be lost: the call may have had its effect. Null: no doubt, or a new attempt is under way.</summary>
    public DateTimeOffset? DoubtSince { get; init; }
    /// <summary>Business time at which it was done with: called, refused, superseded or discarded. Null: its lane waits for it.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Business time at which it became a dead letter; null unless it is one, or was discarded as one.</summary>
    public DateTimeOffset? DeadSince { get; init; }
    public string? Error { get; init; }
    public string? Answer { get; init; }

    /// <summary>Higher leaves first among lanes: agents' acts before sweeps.</summary>
    public int Priority { get; init; }
}

public enum OutboxState
{
    Waiting,
    Started,
    Done,
    Dead,
    Superseded,
    Discarded,
}

public static class OutboxDestination
{
    public const string Mail = "mail";
}

public static class MailOperation
{
    public const string Send = "SendMail";
}
