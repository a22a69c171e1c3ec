using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Engine.Participants;
using Connector.Engine.Settings;
using Connector.Mail;

namespace Connector.Engine.Threads;

/// <summary>Whether a mail may be acknowledged (threading rules b), and the acknowledgement itself: the first outbound mail of its thread.</summary>
internal static class Acknowledgement
{
    private static readonly string[] ListFields = ["List-Id", "List-Post", "List-Unsubscribe"];
    private static readonly string[] VisibleFields = ["Resent-To", "Resent-Cc"];

    public static bool Permitted(MailArrived mail, Channel channel, Setup setup)
    {
        var message = mail.Mail;
        return mail.Class.Class == MailClass.Human
            && !ListFields.Any(message.Headers.Has)
            && EnvelopeSender(message) is { Length: > 0 } sender
            && !setup.IsOwnAddress(sender)
            && !AsksForSilence(message)
            && Visible(message, channel, setup);
    }

    /// <summary>Return-Path as the receiving server wrote it, else From.</summary>
    public static string EnvelopeSender(MailMessage mail) =>
        mail.Headers.Last("Return-Path") is { } path ? path.Trim().Trim('<', '>').Trim() : mail.From.Count > 0 ? mail.From[0].Address : "";

    private static bool AsksForSilence(MailMessage mail) =>
        (mail.Headers.Last("X-Auto-Response-Suppress") ?? "").Split(',', StringSplitOptions.TrimEntries)
            .Any(w => w.Equals("All", StringComparison.OrdinalIgnoreCase) || w.Equals("AutoReply", StringComparison.OrdinalIgnoreCase) || w.Equals("OOF", StringComparison.OrdinalIgnoreCase));

    private static bool Visible(MailMessage mail, Channel channel, Setup setup) =>
        mail.To.Concat(mail.Cc).Select(a => a.Address)
            .Concat(VisibleFields.SelectMany(mail.Headers.All).SelectMany(v => v.Split([' ', ',', ';', '<', '>', '\t'], StringSplitOptions.RemoveEmptyEntries)))
            .Any(a => setup.ChannelOf(a)?.Id == channel.Id);

    /// <summary>Whether the new work may be acknowledged, and the flag when only a cap forbids it.</summary>
    public static (bool Acknowledge, IReadOnlyList<string> Flags) Judge(Proceedings p, MailArrived mail, Channel channel, ThreadMatch match, long interaction) =>
        !Permitted(mail, channel, p.Given.Setup) ? (false, [])
        : HeldBack(p, mail, channel, match.Automatic, interaction) ? (false, [AutomaticTraffic.HeldBackFlag])
        : (true, []);

    /// <summary>Why caps hold it back, if they do; the alarm is given then.</summary>
    private static bool HeldBack(Proceedings p, MailArrived mail, Channel channel, AutomaticTraffic? traffic, long interaction)
    {
        if (channel.Rules.AcknowledgeTemplate is null) return false;
        var row = Row(p, mail);
        if (AutomaticCaps.Reached(traffic, row.SubjectHash, row.ThreadId, p.Now, channel.Rules) is not { } why) return false;
        AutomaticCaps.HoldBack(p, traffic, row, why, interaction);
        return true;
    }

    public static void Send(Proceedings p, Interaction interaction, MailArrived mail, Channel channel)
    {
        var requester = p.Dossier.Participants.Find(x => x.Role == ParticipantRole.Requester)! with { Address = EnvelopeSender(mail.Mail).ToLowerInvariant() };
        var text = channel.Rules.AcknowledgeTemplate!.Replace("{subject}", interaction.Subject, StringComparison.Ordinal);
        var sent = ReplyComposer.Send(p, interaction, new Letter([requester], [], text, null, [], Automatic: true), channel);
        p.Add(Row(p, mail));
        p.Log("AcknowledgementSent", null, interaction.Id, interaction.CaseId, sent.Id);
    }

    private static AutomaticSent Row(Proceedings p, MailArrived mail) => new()
    {
        Id = p.Given.Fresh.Id(),
        Tenant = p.Given.Setup.Tenant,
        AddressHash = AutomaticSent.HashOf(EnvelopeSender(mail.Mail)),
        SubjectHash = AutomaticSent.HashOfSubject(mail.Mail.Subject),
        ThreadId = p.Dossier.Thread?.Id,
        At = p.Now,
    };
}
