namespace Connector.Storage.Rows;

/// <summary>A vendor's event, kept for ever under its id so that a second one is known.</summary>
public sealed record InboxEvent
{
    public required string Tenant { get; init; }
    public required string Instance { get; init; }
    public required string EventId { get; init; }

    /// <summary>Order of arrival.</summary>
    public long Sequence { get; init; }
    public required string ExternalId { get; init; }
    public string Kind { get; init; } = "";

    /// <summary>When it happened, by the vendor.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The observation as JSON.</summary>
    public required string Payload { get; init; }
    public InboxState State { get; init; }
    public int Attempts { get; init; }
    public string? Error { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
    public DateTimeOffset? HandledAt { get; init; }

    /// <summary>Business time before which it is not tried again.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>Machine time until which one host works on it.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }
    public string? LeaseBy { get; init; }
}

public enum InboxState
{
    Pending,
    Done,
    Dead,
    Discarded,
}
