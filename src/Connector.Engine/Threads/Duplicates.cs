using Connector.Engine.Door;
using Connector.Engine.Messages;
using Connector.Engine.Settings;

namespace Connector.Engine.Threads;

/// <summary>The same mail again (domain section 5, 1): one message, one receipt a channel, no second interaction.</summary>
internal static class Duplicates
{
    public static IRecord? Find(MailArrived mail, Known known) =>
        (IRecord?)known.SameMail.Find(m => m.Kind != MessageKind.Note && Same(mail, m.MailId, m.CanonicalHash))
        ?? (mail.ReleasedFrom is null ? known.SameQuarantined.Find(q => q.State == QuarantineState.Held && Same(mail, null, q.CanonicalHash)) : null);

    private static bool Same(MailArrived mail, string? id, byte[] canonicalHash) =>
        canonicalHash.AsSpan().SequenceEqual(mail.Mail.CanonicalHash.Span) && (id is null || id == (mail.Mail.MessageId ?? ""));

    public static Outcome Answer(MailArrived mail, IRecord first, Known known, Channel channel, Given given)
    {
        if (first is QuarantineItem item)
            return new Outcome(new Answer.Nothing("held in quarantine already", Decision(DecisionJson.Read(item.Decision), RecordId.Quarantine(item.Id), "held in quarantine already")));
        var message = (Message)first;
        var further = message.Channel != mail.Channel && !known.Receipts.Exists(r => r.MessageId == message.Id && r.Channel == mail.Channel);
        var decision = Decision(WhereItLies(message, known), RecordId.Message(message.Id), further
            ? $"received before through {message.Channel}; here it would have gone to queue {channel.Queue}"
            : "received before");
        // The message is written again so that two workers at once do not both find its receipt missing.
        return further
            ? new Outcome(new Answer.Done(decision)) { Inserts = [ReceiptOf(mail, message, channel, given)], Updates = [message] }
            : new Outcome(new Answer.Nothing("received before", decision));
    }

    /// <summary>What was decided, with the ids of where the message lies by now: it may have been moved, its thread may have got an id since.</summary>
    private static MailDecision WhereItLies(Message message, Known known)
    {
        var dossier = message.ThreadId is { } thread ? known.Hits.Find(h => h.Key == ThreadHit.OfThread(thread))?.Dossier : null;
        return (DecisionJson.Read(message.Decision) ?? new MailDecision { Action = MailAction.Duplicate }) with
        {
            InteractionId = RecordId.Interaction(message.InteractionId),
            CaseId = RecordId.Case(message.CaseId),
            CaseNumber = dossier?.Cases.Find(c => c.Id == message.CaseId)?.NumberText,
            ThreadId = dossier?.Thread?.Token,
            Visibility = message.Visibility == Visibility.Internal ? "internal" : "public",
        };
    }

    private static MailDecision Decision(MailDecision? first, string id, string reason) =>
        (first ?? new MailDecision { Action = MailAction.Duplicate }) with
        {
            Action = MailAction.Duplicate,
            MessageId = id,
            Reason = reason,
            Reopened = false,
            Acknowledge = false,
            ParticipantsAdded = [],
            ParticipantsRemoved = [],
        };

    private static Receipt ReceiptOf(MailArrived mail, Message message, Channel channel, Given given) => new()
    {
        Id = given.Fresh.Id(),
        Tenant = given.Setup.Tenant,
        MessageId = message.Id,
        Channel = mail.Channel,
        At = mail.At,
        Queue = channel.Queue,
    };
}

/// <summary>Our own mail coming back through a list or a Bcc: dropped, with a receipt on the message it is a copy of.</summary>
internal static class OwnCopies
{
    public static Outcome Drop(MailArrived mail, Known known, Given given)
    {
        var copy = known.SameMail.Find(m => m.Direction == Interactions.Direction.Outbound && m.MailId == mail.Mail.MessageId);
        var decision = new MailDecision
        {
            Action = MailAction.Drop,
            Reason = mail.Class.Reason,
            MessageId = copy is null ? null : RecordId.Message(copy.Id),
            InteractionId = RecordId.Interaction(copy?.InteractionId),
            CaseId = RecordId.Case(copy?.CaseId),
        };
        if (copy is null || known.Receipts.Exists(r => r.MessageId == copy.Id && r.Channel == mail.Channel)) return new Outcome(new Answer.Nothing("our own mail", decision));
        return new Outcome(new Answer.Done(decision))
        {
            Inserts = [new Receipt { Id = given.Fresh.Id(), Tenant = given.Setup.Tenant, MessageId = copy.Id, Channel = mail.Channel, At = mail.At, Queue = "delivered copy" }],
        };
    }
}
