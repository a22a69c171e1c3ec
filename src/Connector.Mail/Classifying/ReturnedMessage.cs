using System.Text.RegularExpressions;
using Connector.Mail.Replies;

namespace Connector.Mail.Classifying;

/// <summary>The mail that came back: attached, as headers, or as text below a line that says so.</summary>
internal static partial class ReturnedMessage
{
    private const int MaxText = 400_000;

    /// <summary>The Message-ID of the mail that failed, without brackets.</summary>
    public static string? MessageId(MailMessage m)
    {
        var attached = OwnParts.Of(m).Select(part => part.Message?.MessageId).FirstOrDefault(id => id is not null);
        if (attached is not null) return attached;
        foreach (var part in OwnParts.Of(m).Where(IsReadable))
            if (IdIn(part.BeginningOfText(MaxText)) is { } id) return id;
        return IdIn(m.Text) ?? m.Headers.Last("X-Original-Message-ID")?.Trim().Trim('<', '>')
            ?? Last(m.InReplyTo) ?? Last(m.References);
    }

    /// <summary>To whom the mail that failed was sent, when the report names nobody: the one in To, or the one it was last received for.</summary>
    public static string? OnlyRecipient(MailMessage m)
    {
        foreach (var part in OwnParts.Of(m))
        {
            if (part.Message is { To: [var only], Cc.Count: 0 } direct && !direct.Headers.Has("List-Id")) return only.Address;
            if (part.Message is { } returned && ReceivedFor(returned) is { } envelope) return envelope;
            if (part.Message is null && IsReadable(part) && RecipientIn(part.BeginningOfText(MaxText)) is { } found) return found;
        }
        return RecipientIn(m.Text);
    }

    private static string? ReceivedFor(MailMessage returned)
    {
        foreach (var value in returned.Headers.All("Received"))
            if (value.IndexOf(" for ", StringComparison.Ordinal) is > 0 and var at && EmailAddresses.First(value[at..]) is { } address) return address;
        return null;
    }

    public static IEnumerable<MailAddress> Senders(MailMessage m) =>
        OwnParts.Of(m).SelectMany(part => part.Message?.From ?? []);

    /// <summary>The report's own words: the text up to the returned message.</summary>
    public static ReadOnlySpan<char> TextAbove(string text)
    {
        var position = 0;
        foreach (var line in text.AsSpan(0, Math.Min(text.Length, MaxText)).EnumerateLines())
        {
            if (position > 0 && IsStart(line)) return text.AsSpan(0, position);
            position = Math.Min(text.Length, position + line.Length + 1);
        }
        return text.AsSpan(0, Math.Min(text.Length, MaxText));
    }

    private static string? Last(IReadOnlyList<string> ids) => ids.Count > 0 ? ids[^1] : null;

    private static bool IsStart(ReadOnlySpan<char> line) => Patterns.Matches(Start(), line);

    private static bool IsReadable(MailPart part) =>
        part.Message is null && !part.IsMultipart && (part.IsText || part.ContentType.StartsWith("message/", StringComparison.Ordinal)) && part.ContentType != "text/html";

    private static string? IdIn(string text)
    {
        string? label = null;
        foreach (var line in text.AsSpan(0, Math.Min(text.Length, MaxText)).EnumerateLines())
        {
            if (label is not null && Bracketed(line) is { } folded) return folded;
            label = null;
            if (!Patterns.Matches(IdField(), line)) continue;
            if (Bracketed(line) is { } found) return found;
            label = line.ToString();
        }
        return null;
    }

    private static string? Bracketed(ReadOnlySpan<char> line)
    {
        var match = Id().Match(line.Length > 600 ? line[..600].ToString() : line.ToString());
        return match.Success ? match.Groups[1].Value : null;
    }

    private static string? RecipientIn(string text)
    {
        var above = TextAbove(text).Length;
        if (above >= text.Length) above = 0;
        foreach (var line in text.AsSpan(above, Math.Min(text.Length - above, MaxText)).EnumerateLines())
        {
            if (!line.TrimStart("> \t").StartsWith("To:", StringComparison.OrdinalIgnoreCase)) continue;
            return EmailAddresses.In(line.ToString()) is [var only] ? only.Address : null;
        }
        return null;
    }

    [GeneratedRegex(@"^[\s>|]*(?:\W{2,}\s*(?:(?:the |your |this is a copy of )?(?:the )?(?:original|returned|unsent|undelivered|failed|bounced|rejected)\s(?:message|mail|e-?mail|text)|message header|header of|copy of|here is|below (?:this line|is)|begin (?:message|forwarded)|included is|message (?:text|headers?) follow|(?:a )?copy of)|below this line is|this is a copy of (?:the|your) (?:message|mail)|a copy of (?:the|your) (?:original |e-?mail )?(?:message|mail)|the (?:header|first \d+ lines|original message|headers|text) of .{0,60}(?:follow|below|:)|original message (?:follows|headers|header|below|text)|original-?(?:nachricht|mail)|ursprüngliche nachricht|message d'origine|mensaje original|returned message follows|returned mail follows|unsent message|your original (?:message|mail)|(?:the )?(?:original |returned )?message (?:headers? )?(?:follows|is as follows|was as follows|is attached|is included)|received:\s|return-path:\s|dkim-signature:\s|mime-version:\s|[-_]{2,}\s*(?:原始邮件|原邮件|元のメッセージ|원본 메시지))", Patterns.Loose, Patterns.Timeout)]
    private static partial Regex Start();

    [GeneratedRegex(@"^[\s>|]*(?:(?:x-)?(?:original-)?message[- ]?id|message-id|(?:internet )?message identifier|msgid|nachrichten-id)\s*[:=]", Patterns.Loose, Patterns.Timeout)]
    private static partial Regex IdField();

    [GeneratedRegex(@"(?:<|[:=]\s*|^\s+)<?([^\s<>@]{1,250}@[^\s<>]{1,250})>?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}
