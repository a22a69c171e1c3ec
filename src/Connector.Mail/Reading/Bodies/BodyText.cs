using Connector.Mail.Html;
using Connector.Mail.Replies;

namespace Connector.Mail.Reading.Bodies;

/// <summary>The bodies of a mail as text. Nothing here may throw: a body that cannot be turned is handed out as it is.</summary>
internal static class BodyText
{
    public static string Plain(MailMessage message)
    {
        var bodies = message.Bodies;
        var text = bodies.Plain is null ? "" : Cut(bodies.Embedded.Text, message);
        if (bodies.Plain?.ContentType is "text/enriched" or "text/richtext") text = EnrichedText.Strip(text);
        if (!string.IsNullOrWhiteSpace(text)) return text;
        if (message.RawHtml is { } html) return Guarded(() => HtmlText.ToText(html), html, Warning.HtmlFailed, message);
        if (bodies.Packed is { } packed) return packed.Text;
        return text.Length == 0 && bodies.Calendar is { } calendar ? CalendarText.Read(calendar.DecodeText()) : text;
    }

    public static string? Html(MailMessage message)
    {
        var bodies = message.Bodies;
        if (bodies.Html is not null) return Cut(bodies.Html.DecodeText(), message);
        return bodies.Plain is null || string.IsNullOrWhiteSpace(bodies.Embedded.Text) ? bodies.Packed?.RawHtml : null;
    }

    public static string SafeHtml(MailMessage message)
    {
        var known = message.AllParts().Where(p => p.ContentId is not null).Select(p => p.ContentId!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Guarded(() => HtmlSanitizer.Sanitize(message.RawHtml!, known.Contains), "", Warning.HtmlFailed, message);
    }

    public static ReplyParts Reply(MailMessage message)
    {
        var whole = new ReplyParts(message.Text, "", []);
        var parts = Guarded(() => ReplyExtractor.Extract(message), whole, Warning.ReplyFailed, message);
        foreach (var rule in parts.Rules) message.Warn(Warning.ReplyCut, rule);
        return parts;
    }

    private static string Cut(string text, MailMessage message)
    {
        if (text.Length <= message.Limits.MaxTextLength) return text;
        message.Warn(Warning.TextCut);
        message.Partial = true;
        return text[..message.Limits.MaxTextLength];
    }

    private static T Guarded<T>(Func<T> read, T otherwise, string warning, MailMessage message)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            message.Warn(warning, e.GetType().Name);
            return otherwise;
        }
    }
}
