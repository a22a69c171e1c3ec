using System.Diagnostics.CodeAnalysis;
using Connector.Contracts;
using Connector.Engine;
using Connector.Engine.Interactions;
using Connector.Host.Api.Security;

namespace Connector.Host.Api.Interactions;

/// <summary>An interaction as agents see it, with what they may do with it now.</summary>
internal record InteractionView
{
    public required string Id { get; init; }
    public required InteractionState State { get; init; }
    public required IReadOnlyList<string> AllowedActions { get; init; }
    public required string Channel { get; init; }
    public required ChannelType ChannelType { get; init; }
    public required Direction Direction { get; init; }
    public required string Subject { get; init; }
    public required CustomerView Customer { get; init; }
    public string? Owner { get; init; }
    public string? PreviousOwner { get; init; }
    public required RoutingView Routing { get; init; }
    public string? ThreadId { get; init; }
    public string? CaseId { get; init; }
    public string? CaseNumber { get; init; }
    public string? RefersTo { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public DateTimeOffset WaitingSince { get; init; }
    public DateTimeOffset LastHumanAt { get; init; }
    public DateTimeOffset? FirstResponseAt { get; init; }
    public DateTimeOffset? InactivityDue { get; init; }
    public DateTimeOffset? WrapUpDue { get; init; }
    public DateTimeOffset? SafetyDue { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public string? Code { get; init; }
    public CodeSource? CodeSource { get; init; }
    public string? NoCodeReason { get; init; }
    public string? Disposition { get; init; }
    public long Version { get; init; }

    public static InteractionView Of(Interaction i, InteractionBeside beside, Caller caller) => new()
    {
        Id = RecordId.Interaction(i.Id),
        State = i.State,
        AllowedActions = Engine.Interactions.AllowedActions.Of(i, beside.TransferOpen, beside.Capabilities, caller.Role, caller.Agent),
        Channel = i.Channel,
        ChannelType = i.ChannelType,
        Direction = i.Direction,
        Subject = i.Subject,
        Customer = new(i.CustomerType, i.CustomerId, i.CustomerAddress, i.CustomerName),
        Owner = i.Owner,
        PreviousOwner = i.PreviousOwner,
        Routing = new(i.RoutingSource, i.Instance, i.Queue, i.Round, i.ExternalId),
        ThreadId = beside.ThreadId,
        CaseId = RecordId.Case(i.CaseId),
        CaseNumber = beside.CaseNumber,
        RefersTo = RecordId.Interaction(i.RefersTo),
        CreatedAt = i.CreatedAt,
        UpdatedAt = i.UpdatedAt,
        WaitingSince = i.WaitingSince,
        LastHumanAt = i.LastHumanAt,
        FirstResponseAt = i.FirstResponseAt,
        InactivityDue = i.InactivityDue,
        WrapUpDue = i.WrapUpDue,
        SafetyDue = i.SafetyDue,
        ClosedAt = i.ClosedAt,
        Code = i.Code,
        CodeSource = i.CodeSource,
        NoCodeReason = i.NoCodeReason,
        Disposition = i.Disposition,
        Version = i.Version,
    };
}

internal sealed record CustomerView(CustomerType Type, string Id, string Address, string Name);

/// <summary>Who routes it, and where it stands there.</summary>
internal sealed record RoutingView(RoutingSource Source, string Instance, string Queue, int Round, string? ExternalId);

/// <summary>What an interaction's view shows of other records.</summary>
internal sealed record InteractionBeside(string? ThreadId, string? CaseNumber, bool TransferOpen, Capability Capabilities);

/// <summary>The new state after a command, and what the command made.</summary>
internal sealed record InteractionAnswer : InteractionView
{
    [SetsRequiredMembers]
    public InteractionAnswer(InteractionView state)
        : base(state)
    {
    }

    /// <summary>The mail or note that was written.</summary>
    public string? MessageId { get; init; }

    /// <summary>Why nothing happened, when it had happened already.</summary>
    public string? Nothing { get; init; }
}
