using System.Text.Json.Serialization;

namespace Connector.Mail.Json;

/// <summary>The <c>message</c> of the JSON: ids without brackets, what is absent null.</summary>
public sealed record ParsedMessage(
    string? MessageId,
    IReadOnlyList<string> InReplyTo,
    IReadOnlyList<string> References,
    DateTimeOffset? Date,
    string Subject,
    IReadOnlyList<MailAddress> From,
    MailAddress? Sender,
    IReadOnlyList<MailAddress> ReplyTo,
    IReadOnlyList<MailAddress> To,
    IReadOnlyList<MailAddress> Cc,
    IReadOnlyList<MailAddress> Bcc,
    [property: JsonConverter(typeof(LongText))] string Text,
    [property: JsonConverter(typeof(LongText))] string? Html,
    [property: JsonConverter(typeof(LongText))] string ReplyText,
    [property: JsonConverter(typeof(LongText))] string QuotedText,
    IReadOnlyList<ParsedAttachment> Attachments,
    IReadOnlyList<string> Warnings,
    bool Partial)
{
    /// <summary>Decodes everything; the warnings are read after all else, as they grow with it.</summary>
    public static ParsedMessage Of(MailMessage m)
    {
        ArgumentNullException.ThrowIfNull(m);
        var whole = new ParsedMessage(
            m.MessageId, m.InReplyTo, m.References, m.Date, m.Subject, m.From, m.Sender, m.ReplyTo, m.To, m.Cc, m.Bcc,
            m.Text, m.Html, m.ReplyText, m.QuotedText, [.. m.Attachments.Select(ParsedAttachment.Of)], [], m.Partial);
        return whole with { Warnings = m.Warnings, Partial = m.Partial };
    }
}

/// <summary>One entry of <c>attachments</c>.</summary>
public sealed record ParsedAttachment(string? Name, string ContentType, long Size, string Sha256, string? ContentId, bool Inline)
{
    public static ParsedAttachment Of(MailAttachment a)
    {
        ArgumentNullException.ThrowIfNull(a);
        return new ParsedAttachment(a.Name, a.ContentType, a.Size, a.Sha256, a.ContentId, a.Inline);
    }
}
