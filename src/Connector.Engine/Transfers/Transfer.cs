namespace Connector.Engine.Transfers;

/// <summary>Handing an interaction to another queue or agent.</summary>
public sealed record Transfer : IRecord
{
    public required long Id { get; init; }
    public required string Tenant { get; init; }
    public long Version { get; init; }

    public required long InteractionId { get; init; }
    public TransferState State { get; init; }
    public string SourceQueue { get; init; } = "";
    public string? SourceAgent { get; init; }
    public string? TargetQueue { get; init; }
    public string? TargetAgent { get; init; }
    public string RequestedBy { get; init; } = "";

    /// <summary>Started in the vendor's desktop.</summary>
    public bool Inward { get; init; }
    public string? Reason { get; init; }
    public DateTimeOffset RequestedAt { get; init; }
    public DateTimeOffset? AcceptedAt { get; init; }
    public DateTimeOffset? AssignedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public DateTimeOffset? DueAt { get; init; }

    public bool IsOpen => State is TransferState.Requested or TransferState.Accepted;
}

public enum TransferState
{
    None,
    Requested,
    Accepted,
    Assigned,
    Confirmed,
    Refused,
    TimedOut,
}
