using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Settings;
using Connector.Mail;

namespace Connector.Engine.Threads;

/// <summary>Automatic mail is never a customer's answer: a system note where it matches, else quarantine. A failed delivery reaches the owner.</summary>
internal static class AutomaticMail
{
    public static Outcome Take(MailArrived mail, Known known, ThreadMatch match, Channel channel, Given given)
    {
        if (match.Thread is null && mail.ReleasedFrom is not null) return NewWork.Open(mail, match, channel, given);
        var thread = match.Thread ?? (mail.Bounce is null ? null : Bounced(known));
        return thread is null
            ? Quarantine.Keep(mail, known, QuarantineReason.AutomaticUnmatched, mail.Class.Reason, given, match)
            : Marked(Note(mail, thread, match, channel, given, known), mail, known);
    }

    /// <summary>The mail that failed for good says so from now on.</summary>
    private static Outcome Marked(Outcome outcome, MailArrived mail, Known known) =>
        Failed(mail, known) is { } failed
            ? outcome with { Updates = [.. outcome.Updates, failed with { DeliveryError = $"could not be delivered to {string.Join(", ", mail.Bounce!.Recipients)}" }] }
            : outcome;

    private static Message? Failed(MailArrived mail, Known known) => mail.Bounce is { Permanent: true } bounce
        ? known.NamedMessages.Find(m => m.Direction == Direction.Outbound && m.MailId == bounce.OriginalMessageId)
        : null;

    /// <summary>Addresses that mail cannot reach any more say so.</summary>
    private static bool MarkPeople(Proceedings p, MailArrived mail)
    {
        if (mail.Bounce is not { Permanent: true } bounce) return false;
        var unreachable = p.Dossier.Participants.FindAll(x => x.UndeliverableSince is null && bounce.Recipients.Contains(x.Address, StringComparer.OrdinalIgnoreCase));
        foreach (var person in unreachable)
        {
            p.Set(person with { UndeliverableSince = p.Now });
            p.Log("AddressUndeliverable", mail.Class.Reason, after: person.Address);
        }
        return unreachable.Count > 0;
    }

    /// <summary>The thread of the mail that came back, by the id in the report.</summary>
    private static Dossier? Bounced(Known known) =>
        known.NamedMessages.Find(m => m.Direction == Direction.Outbound) is { ThreadId: { } id } ? known.Hits.Find(h => h.Key == ThreadHit.OfThread(id))?.Dossier : null;

    private static Outcome Note(MailArrived mail, Dossier thread, ThreadMatch match, Channel channel, Given given, Known known)
    {
        var p = new Proceedings(thread, mail, given);
        var open = thread.Interactions.FindAll(i => !i.IsClosed).LastOrDefault();
        var at = open ?? thread.Interactions.LastOrDefault();
        var message = MailRows.Message(mail, given.Fresh.Id(), given.Setup.Tenant) with
        {
            Kind = MessageKind.SystemNote,
            ThreadId = thread.Thread!.Id,
            InteractionId = open?.Id,
            CaseId = at?.CaseId ?? thread.Cases.LastOrDefault()?.Id,
        };
        // One failure is told once: a mail to several people, or sent on by several servers, comes back more than once.
        var news = MarkPeople(p, mail) || Failed(mail, known) is not { DeliveryError: not null };
        var counts = IncomingAutomatic.Counts(p, channel.Rules, at?.Owner ?? thread.Cases.LastOrDefault()?.Assignee, at?.Id);
        if (mail.Class.Class == MailClass.Dsn && news && counts)
            p.Notify(at?.Owner ?? thread.Cases.LastOrDefault()?.Assignee, "Delivery", mail.Bounce is { Permanent: true } ? "a mail could not be delivered" : "a mail is delayed", at?.Id, message.CaseId, message.Id);
        return NewWork.Filed(p, mail, channel, message, new MailDecision
        {
            Action = MailAction.Append,
            InteractionId = RecordId.Interaction(message.InteractionId),
            CaseId = RecordId.Case(message.CaseId),
            CaseNumber = thread.Cases.Find(c => c.Id == message.CaseId)?.NumberText,
            RefersTo = open is null ? RecordId.Interaction(at?.Id) : null,
            MatchedBy = match.Won?.By ?? MatchedBy.MessageId,
            Candidates = match.Candidates,
            Conflicts = match.Conflicts,
            Visibility = "internal",
            Flags = counts ? match.Flags : [.. match.Flags, IncomingAutomatic.Flag],
            Reason = $"automatic ({mail.Class.Reason}): kept as a system note, nothing else changes",
        });
    }
}
