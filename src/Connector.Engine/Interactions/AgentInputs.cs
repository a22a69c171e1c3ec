using Connector.Contracts;
using Connector.Engine.Door;
using Connector.Mail;

namespace Connector.Engine.Interactions;

/// <summary>A command on one interaction.</summary>
public abstract record InteractionCommand : Input
{
    public required long InteractionId { get; init; }
}

public sealed record AgentReply : InteractionCommand
{
    public required string Text { get; init; }
    public string? Html { get; init; }
    public IReadOnlyList<OutgoingAttachment> Attachments { get; init; } = [];
}

public sealed record AgentNote : InteractionCommand
{
    public required string Text { get; init; }
}

public sealed record AgentHold : InteractionCommand;

public sealed record AgentResume : InteractionCommand;

/// <summary>With a code: closed at once. Without: wrap-up opens. On an interaction nobody took up, <see cref="Reason"/> abandons it.</summary>
public sealed record AgentClose : InteractionCommand
{
    public string? Code { get; init; }
    public string Notes { get; init; } = "";
    public string Reason { get; init; } = "";
}

public sealed record AgentWrapUp : InteractionCommand
{
    public required string Code { get; init; }
    public string Notes { get; init; } = "";
}

public sealed record AgentCreateCase : InteractionCommand
{
    public string? Subject { get; init; }
    public string Description { get; init; } = "";
}

public sealed record AgentTransfer : InteractionCommand
{
    public string? Queue { get; init; }
    public string? Agent { get; init; }

    /// <summary>What the vendor authorises, as it said at most five minutes ago.</summary>
    public required IReadOnlyList<TransferTarget> Authorised { get; init; }
}

/// <summary>The owner was unassigned, left or was disabled.</summary>
public sealed record ReleaseOwner : InteractionCommand
{
    public required string Reason { get; init; }
}

/// <summary>A sweep looks at one interaction.</summary>
public sealed record InteractionTimePassed : InteractionCommand
{
    public required InteractionSweep Sweep { get; init; }
}
