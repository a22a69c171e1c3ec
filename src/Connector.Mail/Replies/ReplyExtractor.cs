using Connector.Mail.Html;

namespace Connector.Mail.Replies;

/// <summary>Separates what the sender wrote from what the mail quotes and from signatures. The whole text stays with the message.</summary>
public static class ReplyExtractor
{
    private const int MaxHtmlBesideText = 2_000_000;

    public static ReplyParts Extract(MailMessage m)
    {
        ArgumentNullException.ThrowIfNull(m);
        var text = m.Text;
        return string.IsNullOrWhiteSpace(text) || !IsReply(m) ? new ReplyParts(text, "", []) : Split(text, m.RawHtml);
    }

    private static bool IsReply(MailMessage m)
    {
        var refers = m.InReplyTo.Count > 0 || m.References.Count > 0;
        if (SubjectPrefix.IsEither(m.Subject)) return refers;
        return !SubjectPrefix.IsForward(m.Subject) && (refers || SubjectPrefix.IsReply(m.Subject));
    }

    private static ReplyParts Split(string text, string? html)
    {
        var plain = text.ReplaceLineEndings("\n").Split('\n').Select(line => new TextLine(line));
        if (string.IsNullOrEmpty(html)) return ReplyLines.Split(plain, text);
        if (html.Length > MaxHtmlBesideText) return ReplyLines.Split(plain, text);
        var rendered = HtmlText.Render(html, ClientMarks.Find);
        var fromHtml = ReplyLines.Split(rendered, text);
        return TextEcho.IsSame(text, rendered.Select(line => line.Text)) ? fromHtml : TextEcho.Agree(ReplyLines.Split(plain, text), fromHtml, text);
    }
}
