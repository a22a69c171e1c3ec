namespace Connector.Engine.Cases;

/// <summary>The record of one customer request across all its interactions.</summary>
public sealed record Case : IRecord
{
    public required long Id { get; init; }
    public required string Tenant { get; init; }
    public long Version { get; init; }

    /// <summary>Digits, rising, unique in the tenant, unchanged for life.</summary>
    public required long Number { get; init; }
    public required string Channel { get; init; }
    public CaseState State { get; init; }
    public long? ThreadId { get; init; }
    public string Subject { get; init; } = "";
    public string Description { get; init; } = "";

    /// <summary><c>Manual</c>, <c>Email</c>, <c>Interaction</c> or <c>Integration:plugin</c>.</summary>
    public string Origin { get; init; } = "";
    public string? PendingReason { get; init; }
    public string? CloseReason { get; init; }
    public string? Disposition { get; init; }

    public string? Assignee { get; init; }
    public string CreatedBy { get; init; } = "";
    public string UpdatedBy { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public DateTimeOffset? AssignedAt { get; init; }
    public DateTimeOffset? ResolvedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When <c>ResolvedToClosedAfter</c> is over; null unless Resolved.</summary>
    public DateTimeOffset? CloseDue { get; init; }

    public long? MergedInto { get; init; }
    public long? DuplicateOf { get; init; }
    public long? FollowUpOf { get; init; }

    public bool IsActive => State is not CaseState.Closed;

    public string NumberText => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public enum CaseState
{
    None,
    New,
    Open,
    Pending,
    Resolved,
    Closed,
}
