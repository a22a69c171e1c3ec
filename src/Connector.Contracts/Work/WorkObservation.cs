namespace Connector.Contracts;

/// <summary>What the vendor's side of one interaction looks like now. The engine compares it with its own state; equal means nothing happens.</summary>
public sealed record WorkObservation
{
    /// <summary>The vendor's id of the work.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Our interaction, when the vendor carries our mark.</summary>
    public string? InteractionId { get; init; }

    /// <summary>Which routing of the interaction this work is (<see cref="RouteWork.Round"/>), when the vendor carries our mark: tells present work from
    /// work that a later routing replaced, even before the answer to the call is known.</summary>
    public int? Round { get; init; }

    /// <summary>Where the work stands.</summary>
    public required WorkState State { get; init; }

    /// <summary>Rises with every change at the vendor; an observation of a lower rank than one seen is late and is dropped.</summary>
    public required long Rank { get; init; }

    /// <summary>The rank it had when it was last held, by whomever; null when it never was, or the vendor does not tell. Above the rank of the observation before, it shows
    /// a hold that nobody looked at while it lasted.</summary>
    public long? HeldRank { get; init; }

    /// <summary>Our agent id (already mapped), when somebody owns or is offered the work.</summary>
    public string? Agent { get; init; }

    /// <summary>The vendor's queue id.</summary>
    public string? Queue { get; init; }

    /// <summary>The vendor's wrap-up code id, when one is set.</summary>
    public string? Code { get; init; }

    /// <summary>Whether the vendor's own timeout set the code.</summary>
    public bool CodeByTimeout { get; init; }

    /// <summary>What was written to the code.</summary>
    public string? CodeNotes { get; init; }

    /// <summary>No other agent still has a part of the work open: with a new owner this confirms a transfer.</summary>
    public bool OthersEnded { get; init; } = true;

    /// <summary>The newest transfer the vendor shows, when it shows any.</summary>
    public ObservedTransfer? Transfer { get; init; }

    /// <summary>Why the work was canceled or ended, in the vendor's words.</summary>
    public string? Reason { get; init; }

    /// <summary>When it became so, by the vendor.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>A transfer as the vendor shows it. <paramref name="Agent"/> is our id, <paramref name="Queue"/> the vendor's.</summary>
public sealed record ObservedTransfer(string Id, ObservedTransferState State, string? Queue, string? Agent, DateTimeOffset At);

/// <summary>How far a transfer has come at the vendor.</summary>
public enum ObservedTransferState
{
    /// <summary>Asked for, or under way.</summary>
    Pending,

    /// <summary>The target has the work.</summary>
    Complete,

    /// <summary>Canceled, failed or timed out.</summary>
    Failed,
}

/// <summary>State of work at the vendor, in our words.</summary>
public enum WorkState
{
    /// <summary>Waiting in a queue.</summary>
    Queued,

    /// <summary>Offered to an agent who has not answered.</summary>
    PendingAccept,

    /// <summary>Owned by an agent.</summary>
    Accepted,

    /// <summary>Owned and parked: waiting for the customer.</summary>
    Held,

    /// <summary>Conversation over, code outstanding.</summary>
    WrapUp,

    /// <summary>Finished.</summary>
    Ended,

    /// <summary>Taken out of the queue, with a reason.</summary>
    Canceled,
}
