namespace Connector.Engine.Threads;

/// <summary>The emails of one conversation. Exists from the first mail; its thread id from the first outbound one.</summary>
public sealed record CaseThread : IRecord
{
    public required long Id { get; init; }
    public required string Tenant { get; init; }
    public long Version { get; init; }

    public required string Channel { get; init; }
    public string MailboxGroup { get; init; } = "";

    /// <summary>The thread id: 12 characters, upper case; null before the first outbound email.</summary>
    public string? Token { get; init; }

    /// <summary>Subject of the first mail without prefixes and tokens.</summary>
    public string BareSubject { get; init; } = "";

    /// <summary>Messages numbered so far: n of own Message-IDs.</summary>
    public int Sent { get; init; }

    /// <summary>Participants numbered so far: r of tokens.</summary>
    public int Numbered { get; init; }

    /// <summary>Hash of the first 22 bytes of the client's thread index, when the first mail had one.</summary>
    public long? ClientIndex { get; init; }

    /// <summary>Keys of mails that these name and that have not come, with a blank between: they belong here when they do, and so does what names them too. See <see cref="MissingMail"/>.</summary>
    public string? Missing { get; init; }

    /// <summary>The thread this one was united with; followed to the end on every look-up.</summary>
    public long? RedirectTo { get; init; }

    /// <summary>How often mail has reopened its cases since <see cref="ReopensFrom"/>.</summary>
    public int Reopens { get; init; }
    public DateTimeOffset? ReopensFrom { get; init; }

    /// <summary>How much automatic mail has come since <see cref="AutomaticFrom"/>.</summary>
    public int? AutomaticIn { get; init; }
    public DateTimeOffset? AutomaticFrom { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset LastActivityAt { get; init; }
}
