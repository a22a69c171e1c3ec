namespace Connector.Mail;

/// <summary>
/// A mail to write. Nothing is made up while writing: date, id and thread headers are given, so the same value gives the same bytes.
/// Words people typed (subject, names, texts, file names) are cleaned of control characters; everything that is syntax
/// (addresses, our id, header names and values) is refused with <see cref="InvalidMailException"/> when it carries any.
/// </summary>
public sealed record OutgoingMail
{
    public required MailAddress From { get; init; }

    /// <summary>Who really sent it, when that is not <see cref="From"/>.</summary>
    public MailAddress? Sender { get; init; }

    public IReadOnlyList<MailAddress> To { get; init; } = [];

    public IReadOnlyList<MailAddress> Cc { get; init; } = [];

    /// <summary>For the envelope only: never written.</summary>
    public IReadOnlyList<MailAddress> Bcc { get; init; } = [];

    public IReadOnlyList<MailAddress> ReplyTo { get; init; } = [];

    public required string Subject { get; init; }

    public required DateTimeOffset Date { get; init; }

    /// <summary>Without brackets, like every id here.</summary>
    public required string MessageId { get; init; }

    /// <summary>Ids of others that cannot stand in a header are left out, never mended: a mended id would match nothing.</summary>
    public IReadOnlyList<string> InReplyTo { get; init; } = [];

    /// <summary>Oldest first. Of a long list the first and the last twenty are written.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    public required string Text { get; init; }

    public string? Html { get; init; }

    public IReadOnlyList<OutgoingAttachment> Attachments { get; init; } = [];

    /// <summary>Fields beyond these, in order: <c>Auto-Submitted</c>, <c>X-Case-Thread</c> and the like.</summary>
    public IReadOnlyList<MailHeader> Headers { get; init; } = [];
}

/// <summary>A file to send. With <paramref name="Inline"/> and a <paramref name="ContentId"/> the HTML shows it by <c>cid:</c>.</summary>
public sealed record OutgoingAttachment(string Name, string ContentType, ReadOnlyMemory<byte> Content, string? ContentId = null, bool Inline = false);
