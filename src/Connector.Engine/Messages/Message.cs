using Connector.Engine.Interactions;
using Connector.Mail;

namespace Connector.Engine.Messages;

/// <summary>One email, note or system note. The raw mail is kept beside it; bodies are read from it when asked for.</summary>
public sealed record Message : IRecord
{
    public required long Id { get; init; }
    public required string Tenant { get; init; }
    public long Version { get; init; }

    public long? ThreadId { get; init; }
    public long? InteractionId { get; init; }
    public long? CaseId { get; init; }
    public required string Channel { get; init; }
    public MessageKind Kind { get; init; }
    public Direction Direction { get; init; }
    public Visibility Visibility { get; init; }
    public MailClass Class { get; init; }

    /// <summary>Message-ID without brackets, as it came; empty when it had none.</summary>
    public string MailId { get; init; } = "";

    /// <summary>64 bits of the Message-ID's hash (of the canonical hash when there is no id): the one look-up key of mail.</summary>
    public long MailKey { get; init; }
    public byte[] CanonicalHash { get; init; } = [];

    /// <summary>n of our own Message-ID; 0 for mail of others.</summary>
    public int Number { get; init; }

    public string From { get; init; } = "";
    public string FromName { get; init; } = "";
    public string Subject { get; init; } = "";

    /// <summary>The agent who wrote it, if one did.</summary>
    public string? Agent { get; init; }

    /// <summary>The text of a note; empty for mail.</summary>
    public string Text { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public long Size { get; init; }

    /// <summary>Blank-separated flags (<c>ThirdPartyReply</c> …).</summary>
    public string Flags { get; init; } = "";

    /// <summary>Why it is here: the decision as JSON, null for what nobody decided (our own mail, notes).</summary>
    public string? Decision { get; init; }

    /// <summary>Set when delivery failed for good, or a bounce named it.</summary>
    public string? DeliveryError { get; init; }
}

public enum MessageKind
{
    Mail,
    Note,
    SystemNote,
}

public enum Visibility
{
    Public,
    Internal,
}

/// <summary>The bytes of a mail, keyed by its message or quarantine item.</summary>
public sealed record RawMail
{
    public required long Id { get; init; }
    public required byte[] Bytes { get; init; }
}

/// <summary>The same mail through a further channel.</summary>
public sealed record Receipt
{
    public required long Id { get; init; }
    public required string Tenant { get; init; }
    public required long MessageId { get; init; }
    public required string Channel { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>The queue this channel would have taken.</summary>
    public string Queue { get; init; } = "";
}

/// <summary>A mail that could not be handled, with its reason; its bytes are kept.</summary>
public sealed record QuarantineItem : IRecord
{
    public required long Id { get; init; }
    public required string Tenant { get; init; }
    public long Version { get; init; }
    public required string Channel { get; init; }
    public required QuarantineReason Reason { get; init; }
    public string Detail { get; init; } = "";
    public string Source { get; init; } = "";
    public string From { get; init; } = "";
    public string Subject { get; init; } = "";
    public long MailKey { get; init; }
    public byte[] CanonicalHash { get; init; } = [];
    public DateTimeOffset At { get; init; }
    public QuarantineState State { get; init; }
    public string? Decision { get; init; }
}

/// <summary>The closed list of reasons (design section 3).</summary>
public enum QuarantineReason
{
    NoSender,
    TooLarge,
    NotMail,
    TooManyHops,
    AutomaticUnmatched,
    Stranger,
    Failed,
    Deadly,
}

public enum QuarantineState
{
    Held,
    Released,
    Discarded,
}
