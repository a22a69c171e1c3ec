using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Outbound;
using Connector.Engine.Participants;
using Connector.Engine.Settings;
using Connector.Mail;

namespace Connector.Engine.Threads;

/// <summary>A mail of a conversation that came too early, as the thread it belongs to would have taken it.</summary>
/// <param name="Added">Whom it adds there.</param>
internal sealed record LateMail(Message Message, Visibility Visibility, IReadOnlyList<MailAddress> Added);

/// <summary>
/// Reads the mails of one conversation as if they had come to another, each after the one it answers. Nobody sees more than they would have seen then; what
/// is internal stays so, and who was removed on either side stays removed.
/// </summary>
internal static class LateMails
{
    /// <summary>The mails, or why they would not have joined.</summary>
    public static (IReadOnlyList<LateMail> Mails, string? Refusal) Read(Dossier early, Dossier thread, Channel channel, Setup setup)
    {
        var read = new List<LateMail>();
        foreach (var (message, mail) in InOrder(early.History.FindAll(k => k.Message is { Kind: MessageKind.Mail, Direction: Direction.Inbound })))
        {
            var author = Author.Of(message.From, message.FromName, proven: false, thread, setup);
            if (IsCustomer(early, message.From) && !author.IsCustomerSide) return ([], $"{message.From} is not on the thread");
            var added = CcRules.Added(mail, author, thread.Participants, channel, setup).Added.Where(a => !Left(early, a) && !Left(thread, a)).ToList();
            read.Add(new(message, SeenBy(message, mail, author, thread, channel, setup), added));
            foreach (var address in added) thread = thread.With(Guest(thread, address));
        }
        var lost = early.Participants.Find(p => p.Role == ParticipantRole.Requester && !IsCustomer(thread, p.Address));
        return lost is null ? (read, null) : ([], $"{lost.Address} is not on the thread");
    }

    public static bool IsCustomer(Dossier dossier, string address) =>
        dossier.Participants.Exists(p => p.Address == address && p.Role is ParticipantRole.Requester or ParticipantRole.Cc);

    private static bool Left(Dossier dossier, MailAddress address) =>
        dossier.Participants.Exists(p => p.Address.Equals(address.Address, StringComparison.OrdinalIgnoreCase) && p.Role == ParticipantRole.Former);

    private static Visibility SeenBy(Message message, MailMessage mail, Author author, Dossier thread, Channel channel, Setup setup)
    {
        if (message.Visibility == Visibility.Internal) return Visibility.Internal;
        var addressed = CcRules.Addressed(mail);
        var kept = thread.Participants.Exists(p => p.Role == ParticipantRole.Requester && addressed.Contains(p.Address));
        return VisibilityRules.Of(new(author, kept, addressed.All(setup.IsOwnAddress), AnswersInternal: false, channel.Rules)).Visibility;
    }

    private static Participant Guest(Dossier thread, MailAddress address) => new()
    {
        Id = -1 - thread.Participants.Count,
        Tenant = thread.Thread!.Tenant,
        ThreadId = thread.Thread.Id,
        Role = ParticipantRole.Cc,
        Address = address.Address.ToLowerInvariant(),
    };

    private static IEnumerable<(Message Message, MailMessage Mail)> InOrder(IEnumerable<KeptMail> mails)
    {
        var left = mails.OrderBy(k => k.Message.Id).Select(k => (k.Message, Mail: MailReader.Read(k.Bytes))).ToList();
        while (left.Count > 0)
        {
            var ids = left.Select(l => l.Message.MailId).Where(id => id.Length > 0).ToHashSet(StringComparer.Ordinal);
            var at = Math.Max(0, left.FindIndex(l => !l.Mail.InReplyTo.Concat(l.Mail.References).Any(id => id != l.Message.MailId && ids.Contains(id))));
            yield return left[at];
            left.RemoveAt(at);
        }
    }
}
