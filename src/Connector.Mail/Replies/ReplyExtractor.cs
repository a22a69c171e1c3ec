namespace Connector.Mail.Replies;

/// <summary>Separates what the sender wrote from what the mail quotes and from signatures. The whole text stays with the message.</summary>
public static class ReplyExtractor
{
    public static ReplyParts Extract(MailMessage m)
    {
        ArgumentNullException.ThrowIfNull(m);
        var text = m.Text;
        return string.IsNullOrWhiteSpace(text) || !IsReply(m) ? new ReplyParts(text, "", []) : Split(text, m);
    }

    private static bool IsReply(MailMessage m)
    {
        var refers = m.InReplyTo.Count > 0 || m.References.Count > 0;
        if (SubjectPrefix.IsEither(m.Subject)) return refers;
        return !SubjectPrefix.IsForward(m.Subject) && (refers || SubjectPrefix.IsReply(m.Subject));
    }

    private static ReplyParts Split(string text, MailMessage m)
    {
        var plain = PlainLines.Of(text);
        if (m.RawHtml is null) return ReplyLines.Split(plain, text);
        var rendered = m.RenderedHtml;
        var fromHtml = ReplyLines.Split(rendered, text);
        return TextEcho.IsSame(text, rendered.Select(line => line.Text)) ? fromHtml : TextEcho.Agree(ReplyLines.Split(plain, text), fromHtml, text);
    }
}
