using Connector.Engine.Door;
using Connector.Engine.Messages;
using Connector.Engine.Settings;
using Connector.Mail;

namespace Connector.Engine.Threads;

/// <summary>What becomes of a mail that came in: the questions of domain section 5 in their order. Each answer stands in a file of its own.</summary>
public static class MailRules
{
    public static Outcome Decide(MailArrived mail, Known known, Given given)
    {
        var channel = given.Setup.Channel(mail.Channel) ?? throw new InvalidOperationException($"no channel {mail.Channel}");
        if (mail.Class.Class == MailClass.OwnLoop) return OwnCopies.Drop(mail, known, given);
        if (Duplicates.Find(mail, known) is { } first) return Duplicates.Answer(mail, first, known, channel, given);
        if (Obstacle(mail, channel) is { } obstacle) return Quarantine.Keep(mail, known, obstacle.Reason, obstacle.Detail, given);
        var match = ThreadMatcher.Find(mail, known, channel, given.Setup);
        if (known.SameMail.FirstOrDefault(m => m.MailId.Length > 0 && m.MailId == mail.Mail.MessageId) is { ThreadId: { } thread })
            return SameId.Keep(mail, known.Hits.First(h => h.Key == ThreadHit.OfThread(thread)).Dossier, match, channel, given);
        if (mail.Class.Class is not (MailClass.Human or MailClass.List)) return AutomaticMail.Take(mail, known, match, channel, given);
        match = Onward.Of(match, mail, given.Setup);
        if (FollowUpByMail.Applies(mail, match, channel, given.Setup)) return FollowUpByMail.Take(mail, match, channel, given);
        if (match.Thread is not null) return Joining.Take(mail, match, channel, given);
        if (match.Stranger is not null && channel.Rules.StrangerPolicy == StrangerPolicy.Quarantine && mail.ReleasedFrom is null)
            return Quarantine.Keep(mail, known, QuarantineReason.Stranger, "a stranger named a thread without a signed token", given, match);
        return NewWork.Open(mail, match, channel, given);
    }

    private static (QuarantineReason Reason, string Detail)? Obstacle(MailArrived mail, Channel channel)
    {
        if (mail.Unreadable is { } reason && !(mail.ReleasedFrom is not null && reason is QuarantineReason.TooManyHops)) return (reason, mail.UnreadableDetail ?? "");
        if (MailRows.Sender(mail).Length == 0 && mail.Class.Class is not MailClass.Dsn) return (QuarantineReason.NoSender, "no address in From");
        var hops = mail.Mail.Headers.All("Received").Count();
        return hops > channel.Rules.MaxHops && mail.ReleasedFrom is null
            ? (QuarantineReason.TooManyHops, $"{hops} Received fields, {channel.Rules.MaxHops} are allowed")
            : null;
    }
}
