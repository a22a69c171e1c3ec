using Connector.Engine.Interactions;

namespace Connector.Engine.WrapUp;

/// <summary>One agent's wrap-up of one interaction.</summary>
public sealed record WrapUpSegment : IRecord
{
    public required long Id { get; init; }
    public required string Tenant { get; init; }
    public long Version { get; init; }

    public required long InteractionId { get; init; }
    public string? Agent { get; init; }
    public SegmentState State { get; init; }
    public string? Code { get; init; }
    public CodeSource? Source { get; init; }
    public string Notes { get; init; } = "";
    public DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? SubmittedAt { get; init; }
    public DateTimeOffset? ConfirmedAt { get; init; }
    public bool AwaitingConfirmation { get; init; }

    /// <summary>The default code came later than its time, since nobody was there to apply it.</summary>
    public bool AppliedLate { get; init; }
}

public enum SegmentState
{
    None,
    Open,
    Submitted,
    Confirmed,
    Cancelled,
    Transferred,
}
