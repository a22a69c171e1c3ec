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
/// internal, and comes back to an address that was given to that follower alone. Agents are told in the same way where a rule says so.
/// </summary>
internal static class FollowerMail
{
    public const string Flag = "Notification";
    private const int LongestText = 20_000;

    /// <summary>Tells of the messages among the rows about to be stored.</summary>
    public static void React(Proceedings p, IReadOnlyList<object> rows)
    {
        if (p.Dossier.Thread is null) return;
        foreach (var message in rows.OfType<Message>().Where(m => m.Kind != MessageKind.SystemNote).ToList())
            if (p.Given.Setup.Channel(message.Channel) is { FromAddress.Length: > 0 } channel && Carrier(p.Dossier, message) is { } interaction)
                Tell(p, message, interaction, channel, rows.OfType<RawMail>().FirstOrDefault(r => r.Id == message.Id)?.Bytes);
    }

    /// <summary>What happened on the record, to followers and to agents whom a rule names.</summary>
    public static void TellOfUpdate(Proceedings p, Interaction carrier, Channel channel, string what)
    {
        foreach (var reader in Readers(p, NotificationOn.Update, carrier, channel).Where(r => r.Agent is null || r.Agent != p.Input.By.Agent).ToList())
            Send(p, reader, Visibility.Internal, $"{what}\n\n{Closing(reader)}", carrier, channel);
    }

    /// <summary>Whose lane the mail leaves in: the message's interaction, else the last one of the thread.</summary>
    private static Interaction? Carrier(Dossier dossier, Message message) => dossier.Interactions.Find(i => i.Id == message.InteractionId) ?? dossier.Interactions.LastOrDefault();

    private static void Tell(Proceedings p, Message message, Interaction interaction, Channel channel, byte[]? raw)
    {
        var on = message.Visibility == Visibility.Public ? NotificationOn.PublicMessage : NotificationOn.InternalNote;
        var readers = Readers(p, on, interaction, channel).Where(x => !IsAuthor(p, message, x)).ToList();
        if (readers.Count == 0) return;
        var mail = raw is null ? null : MailReader.Read(raw);
        var addressed = mail is null ? [] : CcRules.Addressed(mail);
        foreach (var reader in readers.Where(x => !addressed.Contains(x.Address)))
            Send(p, reader, message.Visibility, TextOf(message, mail, reader), interaction, channel, message.MailId);
    }

    /// <summary>Followers, and agents told by rule because the work is theirs: these get an own address on the thread the first time.</summary>
    private static IEnumerable<Participant> Readers(Proceedings p, NotificationOn on, Interaction interaction, Channel channel)
    {
        var followers = p.Dossier.Participants.FindAll(x => x.Role == ParticipantRole.Follower);
        if (channel.Rules.Notifications.Count == 0) return followers;
        var agents = AddressesByRule(p, on, interaction, channel.Rules).Where(a => !followers.Exists(f => f.Address == a)).Distinct(StringComparer.Ordinal).ToList();
        return [.. followers, .. agents.Select(a => p.Dossier.Participants.Find(x => x.Address == a && x.Role == ParticipantRole.Agent) ?? ParticipantRules.Add(p, a, "", ParticipantRole.Agent, null))];
    }

    private static IEnumerable<string> AddressesByRule(Proceedings p, NotificationOn on, Interaction interaction, Rules rules)
    {
        var ours = p.Given.Setup.AgentsByAddress;
        if (rules.Tells(on, NotificationRules.Owner) && AddressOf(interaction.Owner) is { } owner) yield return owner;
        if (rules.Tells(on, NotificationRules.Assignee) && AddressOf(p.Dossier.Cases.Find(c => c.Id == interaction.CaseId)?.Assignee) is { } assignee) yield return assignee;
        foreach (var address in rules.Addresses(on).Where(ours.ContainsKey)) yield return address;

        string? AddressOf(string? agent) => agent is null ? null : ours.Values.FirstOrDefault(a => a.Id == agent)?.Address;
    }

    private static bool IsAuthor(Proceedings p, Message message, Participant reader) =>
        message.From == reader.Address || reader.Agent is { } agent && (agent == message.Agent || agent == p.Input.By.Agent);

    private static void Send(Proceedings p, Participant follower, Visibility about, string text, Interaction interaction, Channel channel, string? told = null)
    {
        var answered = told is { Length: > 0 } ? told : p.Dossier.Mails.LastOrDefault(m => m.MailId.Length > 0)?.MailId;
        var thread = ReplyComposer.Numbered(p);
        var setup = p.Given.Setup;
        var outgoing = new OutgoingMail
        {
            From = new MailAddress(channel.FromName.Length == 0 ? null : channel.FromName, channel.FromAddress),
            To = [new MailAddress(null, follower.Address)],
            ReplyTo = [new MailAddress(null, SignedTokens.Address(channel.FromAddress, thread, follower.Ordinal, setup))],
            Subject = $"{about}: {interaction.Subject}",
            Date = p.Now,
            MessageId = SignedTokens.MessageId(channel.FromAddress[(channel.FromAddress.LastIndexOf('@') + 1)..], thread, thread.Sent, follower.Ordinal, setup),
            InReplyTo = answered is null ? [] : [answered],
            References = answered is null ? [] : [answered],
            Text = text,
            Headers = [new MailHeader("X-Case-Thread", thread.Token!), .. ReplyComposer.AutomaticMarks(thread, setup, notice: true)],
        };
        var bytes = MailWriter.Write(outgoing);
        var kept = ReplyComposer.MessageOf(p, interaction, outgoing, bytes, thread.Sent) with { Kind = MessageKind.SystemNote, Visibility = follower.Role == ParticipantRole.Agent ? about : Visibility.Internal, Flags = Flag, Agent = null };
        p.Add(kept);
        p.Add(new RawMail { Id = kept.Id, Bytes = bytes });
        var envelope = JsonSerializer.Serialize(new MailEnvelope(null, [follower.Address]), OutboxJson.Default.MailEnvelope);
        p.Send(interaction, new OutgoingWork(OutboxDestination.Mail, MailOperation.Send, envelope) { MessageId = kept.Id });
    }

    private static string TextOf(Message about, MailMessage? mail, Participant reader)
    {
        var body = mail is null ? about.Text : about.Direction == Direction.Inbound && mail.ReplyText.Length > 0 ? mail.ReplyText : mail.Text;
        var who = about.Agent ?? (about.FromName.Length > 0 ? about.FromName : about.From);
        return $"{who} wrote ({(about.Visibility == Visibility.Internal ? "internal" : "public")}):\n\n{(body.Length > LongestText ? body[..LongestText] + "\n[…]" : body).Trim()}\n\n"
            + Closing(reader);
    }

    private static string Closing(Participant reader) => reader.Role == ParticipantRole.Agent
        ? "The work is yours. What you answer to all, the customer among them, is public; anything else is an internal note. This address is for you alone."
        : "You follow this conversation. What you answer becomes an internal note; customers do not see that you follow.";
}
