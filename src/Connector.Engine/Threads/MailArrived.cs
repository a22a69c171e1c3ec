using Connector.Engine.Door;
using Connector.Engine.Messages;
using Connector.Mail;

namespace Connector.Engine.Threads;

/// <summary>A mail has come in through a channel. Read, classified and hashed in parallel before; decided in order of arrival per mailbox.</summary>
public sealed record MailArrived : Input
{
    public required string Channel { get; init; }

    /// <summary>Path, <c>path#n</c>, <c>stdin</c> or <c>http</c>.</summary>
    public required string Source { get; init; }
    public required byte[] Raw { get; init; }
    public required MailMessage Mail { get; init; }
    public required Classification Class { get; init; }

    /// <summary>What the bounce says, for a delivery report.</summary>
    public Bounce? Bounce { get; init; }

    /// <summary>Set when the mail cannot be handled at all (too large, no header, killed the process twice): it goes to quarantine as it is.</summary>
    public QuarantineReason? Unreadable { get; init; }
    public string? UnreadableDetail { get; init; }

    /// <summary>Computed from the mail by <see cref="MailSignals.Of"/> before it reaches the door.</summary>
    public required MailSignals Signals { get; init; }

    /// <summary>Set when an administrator releases it from quarantine: the reason it was held for no longer counts.</summary>
    public long? ReleasedFrom { get; init; }
}
