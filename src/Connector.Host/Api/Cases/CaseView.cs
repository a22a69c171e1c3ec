using System.Diagnostics.CodeAnalysis;
using Connector.Engine;
using Connector.Engine.Cases;
using Connector.Host.Api.Interactions;
using Connector.Host.Api.Messages;
using Connector.Host.Operations.Passport;

namespace Connector.Host.Api.Cases;

/// <summary>A case with what may be done with it now.</summary>
internal record CaseView
{
    public required string Id { get; init; }
    public required string Number { get; init; }
    public required CaseState State { get; init; }
    public required IReadOnlyList<string> AllowedActions { get; init; }
    public required string Channel { get; init; }
    public required string Subject { get; init; }
    public required string Description { get; init; }
    public required string Origin { get; init; }
    public string? Assignee { get; init; }
    public string? PendingReason { get; init; }
    public string? CloseReason { get; init; }
    public string? Disposition { get; init; }
    public string CreatedBy { get; init; } = "";
    public string UpdatedBy { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public DateTimeOffset? ResolvedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public string? MergedInto { get; init; }
    public string? DuplicateOf { get; init; }
    public string? FollowUpOf { get; init; }
    public long Version { get; init; }

    public static CaseView Of(Case c, IReadOnlyList<string> allowed) => new()
    {
        Id = RecordId.Case(c.Id),
        Number = c.NumberText,
        State = c.State,
        AllowedActions = allowed,
        Channel = c.Channel,
        Subject = c.Subject,
        Description = c.Description,
        Origin = c.Origin,
        Assignee = c.Assignee,
        PendingReason = c.PendingReason,
        CloseReason = c.CloseReason,
        Disposition = c.Disposition,
        CreatedBy = c.CreatedBy,
        UpdatedBy = c.UpdatedBy,
        CreatedAt = c.CreatedAt,
        UpdatedAt = c.UpdatedAt,
        ResolvedAt = c.ResolvedAt,
        ClosedAt = c.ClosedAt,
        MergedInto = RecordId.Case(c.MergedInto),
        DuplicateOf = RecordId.Case(c.DuplicateOf),
        FollowUpOf = RecordId.Case(c.FollowUpOf),
        Version = c.Version,
    };
}

/// <summary>The new state after a command.</summary>
internal sealed record CaseAnswer : CaseView
{
    [SetsRequiredMembers]
    public CaseAnswer(CaseView state)
        : base(state)
    {
    }

    public string? Nothing { get; init; }
}

/// <summary>A case whole: discussion, documents, assignments, deadlines and history in one place.</summary>
internal sealed record CaseFile : CaseView
{
    [SetsRequiredMembers]
    public CaseFile(CaseView state)
        : base(state)
    {
    }

    /// <summary>Every communication about it in time order, whatever its channel.</summary>
    public IReadOnlyList<CommunicationView> Timeline { get; init; } = [];
    public IReadOnlyList<MessageView> Discussion { get; init; } = [];
    public IReadOnlyList<DocumentView> Documents { get; init; } = [];
    public IReadOnlyList<AssignmentView> Assignments { get; init; } = [];
    public IReadOnlyList<DeadlineView> Deadlines { get; init; } = [];
    public IReadOnlyList<ActivityView> History { get; init; } = [];
    public IReadOnlyList<InteractionView> Interactions { get; init; } = [];
}

/// <param name="Kind"><c>Mail</c>, <c>Note</c>, <c>SystemNote</c>, or the type of another channel (<c>Voice</c> …).</param>
/// <param name="Id">A message, or the interaction of a call or chat.</param>
internal sealed record CommunicationView(DateTimeOffset At, string Kind, string Id, string Channel, string? Who, string Subject);

/// <summary>A file of a mail; <paramref name="Number"/> is its place in <c>/messages/{id}/attachments/{number}</c>.</summary>
internal sealed record DocumentView(string MessageId, int Number, string Source, string? Name, string ContentType, long Size, string Sha256, DateTimeOffset At);

/// <summary>Who had it from when on.</summary>
internal sealed record AssignmentView(string Record, string? Agent, DateTimeOffset At, string By, string? Why);

internal sealed record DeadlineView(string Record, string What, DateTimeOffset Due);
