using Connector.Mail.Reading;
using Connector.Mail.Reading.Encodings;

namespace Connector.Mail;

/// <summary>One MIME entity. The body stays encoded until asked for.</summary>
public sealed partial class MailPart
{
    private static readonly Dictionary<string, string> NoParameters = [];

    public required HeaderList Headers { get; init; }

    /// <summary>Lower case, never empty: <c>text/plain</c> when the field is absent or unusable.</summary>
    public required string ContentType { get; init; }

    /// <summary>Content-Type parameters, decoded (RFC 2231, RFC 2047 in parameters), names in lower case.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = NoParameters;

    /// <summary><c>inline</c>, <c>attachment</c> or another word, lower case; null when absent.</summary>
    public string? Disposition { get; init; }

    /// <summary>File name decoded, without path; null when absent.</summary>
    public string? FileName { get; init; }

    /// <summary>Without brackets; null when absent.</summary>
    public string? ContentId { get; init; }

    /// <summary>Parts of a multipart; the one nested message's root for message/rfc822.</summary>
    public IReadOnlyList<MailPart> Children { get; internal set; } = [];

    /// <summary>The nested message of a message/rfc822 (or message/global, or TNEF) part.</summary>
    public MailMessage? Message { get; internal set; }

    /// <summary>The body as it stands in the mail, transfer encoding not removed.</summary>
    public ReadOnlyMemory<byte> EncodedBody { get; init; }

    /// <summary>The header block and body as they stand in the mail, byte for byte.</summary>
    public ReadOnlyMemory<byte> Raw { get; init; }

    public bool IsMultipart => ContentType.StartsWith("multipart/", StringComparison.Ordinal);

    public bool IsText => ContentType.StartsWith("text/", StringComparison.Ordinal);

    internal TransferEncoding Encoding { get; init; } = TransferEncoding.SevenBit;

    /// <summary>A bound kept its parts from being read.</summary>
    internal bool Unopened { get; set; }

    internal WarningLog Log { get; init; } = new();
}
