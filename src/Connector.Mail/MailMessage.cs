using Connector.Mail.Reading;

namespace Connector.Mail;

/// <summary>One mail as read: headers at once, bodies decoded when asked for. Reading never throws; what was mended is in <see cref="Warnings"/>.</summary>
public sealed partial class MailMessage
{
    /// <summary>All header fields in order, unfolded, undecoded.</summary>
    public required HeaderList Headers { get; init; }

    /// <summary>The outermost MIME part.</summary>
    public required MailPart Root { get; init; }

    /// <summary>Message-ID without brackets; null when absent or unusable.</summary>
    public string? MessageId { get; init; }

    public IReadOnlyList<string> InReplyTo { get; init; } = [];

    public IReadOnlyList<string> References { get; init; } = [];

    public DateTimeOffset? Date { get; init; }

    public string Subject { get; init; } = "";

    public IReadOnlyList<MailAddress> From { get; init; } = [];

    public MailAddress? Sender { get; init; }

    public IReadOnlyList<MailAddress> ReplyTo { get; init; } = [];

    public IReadOnlyList<MailAddress> To { get; init; } = [];

    public IReadOnlyList<MailAddress> Cc { get; init; } = [];

    public IReadOnlyList<MailAddress> Bcc { get; init; } = [];

    /// <summary>True when the bytes end before the message does, or a bound was reached.</summary>
    public bool Partial { get; internal set; }

    /// <summary>False when there is no header at all: these bytes are not a mail.</summary>
    public bool HasHeaders => Headers.Count > 0;

    /// <summary>What was mended, as <c>key</c> or <c>key: detail</c>; grows when bodies are decoded. Keys: Reading/README.md.</summary>
    public IReadOnlyList<string> Warnings => Log.Entries;

    internal WarningLog Log { get; init; } = new();

    internal ReadLimits Limits { get; init; } = ReadLimits.Default;
}
