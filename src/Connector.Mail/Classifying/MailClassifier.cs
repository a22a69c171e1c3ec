using Connector.Mail.Replies;

namespace Connector.Mail.Classifying;

/// <summary>Puts a mail into one class; the first sign in the order below decides and is the reason.</summary>
public static class MailClassifier
{
    public const string LoopMarker = "X-Connector-Loop";

    public static Classification Classify(MailMessage m, OwnMail own)
    {
        ArgumentNullException.ThrowIfNull(m);
        ArgumentNullException.ThrowIfNull(own);
        return OwnLoop(m, own) ?? ReportSigns.Find(m) ?? BounceSigns.Find(m) ?? CalendarAnswer.Find(m) ?? AutomaticHeaders.Find(m)
            ?? ListHeaders.Find(m) ?? SenderSigns.Find(m) ?? SubjectSigns.Find(m)
            ?? new Classification(MailClass.Human, "no sign of automatic mail");
    }

    private static Classification? OwnLoop(MailMessage m, OwnMail own)
    {
        if (m.MessageId is { } id && own.IsOwnMessageId(id)) return new(MailClass.OwnLoop, "Message-ID is our own");
        if (m.Headers.All(LoopMarker).Any(marker => own.IsOwnLoopMarker(marker.Trim()))) return new(MailClass.OwnLoop, $"{LoopMarker} carries our marker");
        var sender = m.From.Append(m.Sender).FirstOrDefault(a => a is not null && own.IsOwnAddress(a.Address));
        return sender is null ? null : new(MailClass.OwnLoop, $"sender {sender.Address} is our own address");
    }
}
