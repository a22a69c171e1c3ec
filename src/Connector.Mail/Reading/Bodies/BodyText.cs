using Connector.Mail.Html;
using Connector.Mail.Replies;

namespace Connector.Mail.Reading.Bodies;

/// <summary>The bodies of a mail as text. Nothing here may throw: a body that cannot be turned is handed out as it is.</summary>
internal static class BodyText
{
    private const int MaxCalendar = 200_000;

    public static string Plain(MailMessage message)
    {
        var bodies = message.Bodies;
        var text = bodies.Embedded.Text;
        if (bodies.Embedded.IsCut) Cut(message);
        if (bodies.Plain?.ContentType is "text/enriched" or "text/richtext") text = EnrichedText.Strip(text);
        if (!string.IsNullOrWhiteSpace(text)) return text;
        if (message.RawHtml is { } html) return Guarded(() => HtmlText.ToText(message.RenderedHtml), html, Warning.HtmlFailed, message);
        if (bodies.Packed is { } packed) return packed.Text;
        return text.Length == 0 && bodies.Calendar is { } calendar ? CalendarText.Read(calendar.BeginningOfText(MaxCalendar)) : text;
    }

    public static string? Html(MailMessage message)
    {
        var bodies = message.Bodies;
        if (bodies.Html is { } html)
        {
            var text = LargeHtml.Read(html, message.Limits.MaxTextLength, out var cut);
            if (cut) Cut(message);
            return text;
        }
        return bodies.Plain is null || string.IsNullOrWhiteSpace(bodies.Embedded.Text) ? bodies.Packed?.RawHtml : null;
    }

    /// <summary>The HTML in lines, each with what its mail program's elements say of it.</summary>
    public static IReadOnlyList<TextLine> Rendered(MailMessage message)
    {
        var lines = HtmlText.Render(message.RawHtml!, ClientMarks.Find, out var cut);
        if (cut) Cut(message);
        return lines;
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

    private static void Cut(MailMessage message)
    {
        message.Warn(Warning.TextCut);
        message.Partial = true;
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
