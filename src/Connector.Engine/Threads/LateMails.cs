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
/// <param name="Removed">Whom it leaves out there, and so takes off.</param>
internal sealed record LateMail(Message Message, Visibility Visibility, IReadOnlyList<MailAddress> Added, IReadOnlyList<string> Removed);

/// <summary>
/// Reads the mails of one conversation as if they had come to another, each after the one it answers. Nobody sees more than they would have seen then: what
/// is internal stays so, whom they leave out goes, and who had been removed before on either side stays removed.
/// </summary>
internal static class LateMails
{
    /// <summary>The mails and the thread with its people after them, or why they would not have joined.</summary>
    /// <param name="off">Whom the mail they waited for has taken off just now: those who answered it may have named them again.</param>
    public static (IReadOnlyList<LateMail> Mails, Dossier After, string? Refusal) Read(Dossier early, Dossier thread, IEnumerable<string> off, Channel channel, Setup setup)
    {
        var read = new List<LateMail>();
        var again = off.ToHashSet();
        foreach (var (message, mail) in InOrder(early))
        {
            var author = Author.Of(message.From, message.FromName, proven: false, thread, setup);
            if (IsCustomer(early, message.From) && !author.IsCustomerSide) return ([], thread, $"{message.From} {Apart.NotThere}");
            var added = CcRules.Added(mail, author, thread.Participants, channel, setup).Added.Where(a => !Left(early, a.Address) && (!Left(thread, a.Address) || again.Contains(a.Address.ToLowerInvariant()))).ToList();
            var removed = CcRules.Removed(mail, author, thread.Participants, channel);
            read.Add(new(message, SeenBy(message, mail, author, thread, channel, setup), added, [.. removed.Select(r => r.Address)]));
            foreach (var address in added) thread = thread.With(Guest(thread, address.Address.ToLowerInvariant()));
            foreach (var person in removed) thread = thread.With(person with { Role = ParticipantRole.Former });
            again.UnionWith(removed.Select(r => r.Address));
        }
        var lost = early.Participants.Find(p => p.Role == ParticipantRole.Requester && !IsCustomer(thread, p.Address));
        return (read, thread, lost is null ? null : $"{lost.Address} {Apart.NotThere}");
    }

    /// <summary>
    /// What a late mail does not answer has been said after it: whom those name stays, and whom they left out does not come in by it. Whom it names and an
    /// answer to it left out goes now: until it came, that answer could be older than the mails that name them.
    /// </summary>
    public static (IReadOnlyList<string> Added, IReadOnlyList<string> Removed) Answered(Proceedings p, MailMessage late, IReadOnlyList<string> added, IReadOnlyList<string> removed, Channel channel)
    {
        var mails = InOrder(p.Dossier).ToList();
        var answers = Answers(late, mails);
        var named = CcRules.Addressed(late).Where(a => answers.Count > 0 && !added.Contains(a) && p.Dossier.Participants.Exists(x => x.Address == a && x.Role == ParticipantRole.Cc)).ToHashSet();
        var spoken = added.Concat(removed).Concat(named).ToHashSet();
        // Whoever wrote in public here could take off when they did.
        var requester = p.Dossier.Participants.Find(x => x.Role == ParticipantRole.Requester);
        foreach (var (message, mail) in spoken.Count == 0 ? [] : NotBefore(late, mails))
        {
            var author = Author.Of(message.From, message.FromName, proven: false, p.Dossier, p.Given.Setup);
            var back = CcRules.Added(mail, author, p.Dossier.Participants, channel, p.Given.Setup).Added.Where(a => spoken.Contains(a.Address.ToLowerInvariant())).ToList();
            var leftOut = CcRules.Removed(mail, message.Visibility == Visibility.Public ? author with { OnThread = requester ?? author.OnThread } : author, p.Dossier.Participants, channel)
                .Where(x => spoken.Contains(x.Address) && (!named.Contains(x.Address) || answers.Contains(message.MailId))).ToList();
            foreach (var person in back) ParticipantRules.AddCc(p, person, message.Id);
            foreach (var person in leftOut) ParticipantRules.TakeOff(p, person);
        }
        return ([.. added.Where(a => IsCustomer(p.Dossier, a))], [.. removed.Concat(named).Where(r => !IsCustomer(p.Dossier, r))]);
    }

    /// <summary>The mails that name it, or one that does.</summary>
    private static HashSet<string> Answers(MailMessage late, List<(Message Message, MailMessage Mail)> mails)
    {
        HashSet<string> answers = new(StringComparer.Ordinal);
        foreach (var (message, mail) in mails)
            if (Names(mail).Any(id => id == late.MessageId || answers.Contains(id))) answers.Add(message.MailId);
        return answers;
    }

    private static IEnumerable<(Message Message, MailMessage Mail)> NotBefore(MailMessage late, List<(Message Message, MailMessage Mail)> mails)
    {
        var before = Names(late).ToHashSet(StringComparer.Ordinal);
        foreach (var (message, mail) in Enumerable.Reverse(mails).Where(l => before.Contains(l.Message.MailId))) before.UnionWith(Names(mail));
        // A mail that answers none was there before any answer, though what leads from one to the other may be missing.
        return mails.Where(l => !before.Contains(l.Message.MailId) && (Names(l.Mail).Any() || !Names(late).Any()));
    }

    /// <summary>The mails named by the one that a conversation begins with; none if it answers none.</summary>
    public static IReadOnlyList<string> BegunBy(Dossier dossier) => InOrder(dossier).Select(l => Names(l.Mail)).FirstOrDefault() is { } names ? [.. names] : [];

    public static bool IsCustomer(Dossier dossier, string address) =>
        dossier.Participants.Exists(p => p.Address == address && p.Role is ParticipantRole.Requester or ParticipantRole.Cc);

    /// <summary>They were taken off.</summary>
    public static bool Left(Dossier dossier, string address) =>
        dossier.Participants.Exists(p => p.Address.Equals(address, StringComparison.OrdinalIgnoreCase) && p.Role == ParticipantRole.Former);

    private static Visibility SeenBy(Message message, MailMessage mail, Author author, Dossier thread, Channel channel, Setup setup)
    {
        if (message.Visibility == Visibility.Internal) return Visibility.Internal;
        var addressed = CcRules.Addressed(mail);
        var kept = thread.Participants.Exists(p => p.Role == ParticipantRole.Requester && addressed.Contains(p.Address));
        return VisibilityRules.Of(new(author, kept, addressed.All(setup.IsOwnAddress), AnswersInternal: false, channel.Rules)).Visibility;
    }

    private static Participant Guest(Dossier thread, string address) =>
        thread.Participants.Find(p => p.Address == address && p.Role is ParticipantRole.Former or ParticipantRole.ThirdParty) is { } known ? known with { Role = ParticipantRole.Cc } : new()
        {
            Id = -1 - thread.Participants.Count,
            Tenant = thread.Thread!.Tenant,
            ThreadId = thread.Thread.Id,
            Role = ParticipantRole.Cc,
            Address = address,
        };

    /// <summary>What people wrote there, each after the one it answers.</summary>
    private static IEnumerable<(Message Message, MailMessage Mail)> InOrder(Dossier dossier)
    {
        var left = dossier.History.Where(k => k.Message is { Kind: MessageKind.Mail, Direction: Direction.Inbound }).OrderBy(k => k.Message.Id).Select(k => (k.Message, Mail: MailReader.Read(k.Bytes))).ToList();
        while (left.Count > 0)
        {
            var ids = left.Select(l => l.Message.MailId).Where(id => id.Length > 0).ToHashSet(StringComparer.Ordinal);
            var at = Math.Max(0, left.FindIndex(l => !Names(l.Mail).Any(id => id != l.Message.MailId && ids.Contains(id))));
            yield return left[at];
            left.RemoveAt(at);
        }
    }

    private static IEnumerable<string> Names(MailMessage mail) => mail.InReplyTo.Concat(mail.References);
}
