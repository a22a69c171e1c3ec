using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Participants;
using Connector.Engine.Settings;
using Connector.Mail;

namespace Connector.Engine.Outbound;

/// <summary>An agent who answers the customer from their own mailbox may leave CCs out; they stay CCs, so they are told by a mail of ours. Customers' mails reach whom they name.</summary>
internal static class CcMail
{
    public static void React(Proceedings p, IReadOnlyList<object> rows)
    {
        if (p.Writer is null || p.Dossier.Thread is null) return;
        foreach (var message in rows.OfType<Message>().Where(m => m is { Kind: MessageKind.Mail, Direction: Direction.Inbound, Visibility: Visibility.Public }).ToList())
            if (p.Given.Setup.Channel(message.Channel) is { FromAddress.Length: > 0 } channel && channel.Rules.Tells(NotificationOn.PublicMessage, NotificationRules.RequesterAndCcs)
                && (p.Dossier.Interactions.Find(i => i.Id == message.InteractionId) ?? p.Dossier.Interactions.LastOrDefault()) is { } carrier)
                Tell(p, message, MailReader.Read(rows.OfType<RawMail>().First(r => r.Id == message.Id).Bytes), carrier, channel);
    }

    private static void Tell(Proceedings p, Message message, MailMessage mail, Interaction carrier, Channel channel)
    {
        var addressed = CcRules.Addressed(mail);
        var people = p.Dossier.Participants;
        if (people.Exists(x => x.Address == message.From && x.Role is ParticipantRole.Requester or ParticipantRole.Cc)) return;
        var missed = people.FindAll(x => x is { Role: ParticipantRole.Cc, UndeliverableSince: null } && !addressed.Contains(x.Address));
        if (missed.Count == 0) return;
        var text = mail.ReplyText.Length > 0 ? mail.ReplyText : mail.Text;
        ReplyComposer.Send(p, carrier, new Letter(missed, [], text.Trim(), null, [], Automatic: true, Notice: true), channel);
    }
}
