using System.Text.Json;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Participants;
using Connector.Engine.Settings;
using Connector.Engine.Threads;
using Connector.Mail;

namespace Connector.Engine.Outbound;

/// <summary>
/// Followers hear of every message, public and internal, each by a mail of their own: their name stands in no mail of anybody else. The answer to it is
/// internal, and comes back to an address that was given to that follower alone.
/// </summary>
internal static class FollowerMail
{
    public const string Flag = "Notification";
    private const int LongestText = 20_000;

    /// <summary>Tells of the messages among the rows about to be stored.</summary>
    public static void React(Proceedings p, IReadOnlyList<object> rows)
    {
        if (p.Dossier.Thread is null || !p.Dossier.Participants.Exists(x => x.Role == ParticipantRole.Follower)) return;
        foreach (var message in rows.OfType<Message>().Where(m => m.Kind != MessageKind.SystemNote).ToList())
            if (Carrier(p.Dossier, message) is { } interaction && p.Given.Setup.Channel(message.Channel) is { FromAddress.Length: > 0 } channel)
                Tell(p, message, interaction, channel, rows.OfType<RawMail>().FirstOrDefault(r => r.Id == message.Id)?.Bytes);
    }

    /// <summary>Whose lane the mail leaves in: the message's interaction, else the last one of the thread.</summary>
    private static Interaction? Carrier(Dossier dossier, Message message) => dossier.Interactions.Find(i => i.Id == message.InteractionId) ?? dossier.Interactions.LastOrDefault();

    private static void Tell(Proceedings p, Message message, Interaction interaction, Channel channel, byte[]? raw)
    {
        var mail = raw is null ? null : MailReader.Read(raw);
        var addressed = mail is null ? [] : CcRules.Addressed(mail);
        foreach (var follower in p.Dossier.Participants.Where(x => x.Role == ParticipantRole.Follower && !addressed.Contains(x.Address) && !IsAuthor(p, message, x)).ToList())
            Send(p, follower, message, interaction, channel, mail);
    }

    private static bool IsAuthor(Proceedings p, Message message, Participant follower) =>
        message.From == follower.Address || follower.Agent is { } agent && (agent == message.Agent || agent == p.Input.By.Agent);

    private static void Send(Proceedings p, Participant follower, Message about, Interaction interaction, Channel channel, MailMessage? mail)
    {
        var thread = ReplyComposer.Numbered(p);
        var setup = p.Given.Setup;
        var outgoing = new OutgoingMail
        {
            From = new MailAddress(channel.FromName.Length == 0 ? null : channel.FromName, channel.FromAddress),
            To = [new MailAddress(null, follower.Address)],
            ReplyTo = [new MailAddress(null, SignedTokens.Address(channel.FromAddress, thread, follower.Ordinal, setup))],
            Subject = $"{(about.Visibility == Visibility.Internal ? "Internal" : "Public")}: {interaction.Subject}",
            Date = p.Now,
            MessageId = SignedTokens.MessageId(channel.FromAddress[(channel.FromAddress.LastIndexOf('@') + 1)..], thread, thread.Sent, follower.Ordinal, setup),
            Text = TextOf(about, mail),
            Headers = [new MailHeader("X-Case-Thread", thread.Token!), .. ReplyComposer.AutomaticMarks(thread, setup)],
        };
        var bytes = MailWriter.Write(outgoing);
        var kept = ReplyComposer.MessageOf(p, interaction, outgoing, bytes, thread.Sent) with { Kind = MessageKind.SystemNote, Visibility = Visibility.Internal, Flags = Flag, Agent = null };
        p.Add(kept);
        p.Add(new RawMail { Id = kept.Id, Bytes = bytes });
        var envelope = JsonSerializer.Serialize(new MailEnvelope(null, [follower.Address]), OutboxJson.Default.MailEnvelope);
        p.Send(interaction, new OutgoingWork(OutboxDestination.Mail, MailOperation.Send, envelope) { MessageId = kept.Id });
    }

    private static string TextOf(Message about, MailMessage? mail)
    {
        var body = mail is null ? about.Text : about.Direction == Direction.Inbound && mail.ReplyText.Length > 0 ? mail.ReplyText : mail.Text;
        var who = about.Agent ?? (about.FromName.Length > 0 ? about.FromName : about.From);
        return $"{who} wrote ({(about.Visibility == Visibility.Internal ? "internal" : "public")}):\n\n{(body.Length > LongestText ? body[..LongestText] + "\n[…]" : body).Trim()}\n\n"
            + "You follow this conversation. What you answer becomes an internal note; customers do not see that you follow.";
    }
}
