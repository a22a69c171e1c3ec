using Connector.Mail.Replies;

namespace Connector.Mail.Classifying;

/// <summary>Non-standard bounces. No sign alone is proof: it takes two of sender, envelope, subject and text.</summary>
internal static class BounceSigns
{
    public static Classification? Find(MailMessage m)
    {
        var daemon = SenderSigns.IsDaemon(m);
        var nullPath = SenderSigns.HasNullReturnPath(m);
        var subject = BounceWords.IsSubject(m.Subject);
        if (!daemon && !nullPath && !subject) return null;
        if (SubjectPrefix.IsReply(m.Subject) || SubjectPrefix.IsForward(m.Subject)) return null;
        if (subject && daemon) return new(MailClass.Dsn, "sent by a mail system with a subject of failed delivery");
        if (subject && nullPath) return new(MailClass.Dsn, "empty Return-Path and a subject of failed delivery");
        if (SubjectSigns.IsAbsence(m.Subject) || !BounceWords.IsText(Top(m.Text))) return null;
        if (!daemon && !nullPath && BounceText.Read(m.Text, BounceText.OwnAddresses(m)).Count == 0) return null;
        var other = daemon ? "sent by a mail system" : nullPath ? "empty Return-Path" : "a subject of failed delivery";
        return new(MailClass.Dsn, $"{other} and a text of failed delivery");
    }

    private static ReadOnlySpan<char> Top(string text) => text.Length > 4000 ? text.AsSpan(0, 4000) : text;
}
