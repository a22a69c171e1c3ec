using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Participants;
using Connector.Engine.Settings;

namespace Connector.Engine.Threads;

/// <summary>A mail on a thread we know: to its open interaction, its open case, or new work that refers to the closed one.</summary>
internal static class Joining
{
    public static Outcome Take(MailArrived mail, ThreadMatch match, Channel channel, Given given)
    {
        var author = AuthorOf(mail, match.Thread!, given.Setup);
        var p = new Proceedings(match.Thread!, mail, given) { Customer = match.Customer, Writer = author.Proven ? author.Agent?.Id : null };
        var (visibility, flag, why) = VisibilityRules.Of(FactsOf(mail, author, match.Thread!, match, channel, given.Setup));
        var id = given.Fresh.Id();
        var conflict = match.Conflicts.Count > 0;
        var harmless = conflict || !author.IsCustomerSide;
        var flags = match.Flags.Concat(flag is null ? [] : [flag]).Concat(MailRows.SenderFlags(mail, given.Setup)).Concat(SubjectFlags(mail, match));
        var (added, ignored) = conflict ? ([], []) : ParticipantRules.AddCcs(p, mail, author, channel, id);
        var removed = conflict ? [] : ParticipantRules.RemoveCcs(p, mail, author, channel);
        if (match.IsLate) (added, removed) = LateMails.Answered(p, mail.Mail, added, removed, channel);
        if (author.IsStranger && author.OnThread is null && match.Won!.Signed)
            ParticipantRules.Add(p, author.Address, author.Name, ParticipantRole.ThirdParty, id);
        var thread = p.Dossier.Thread! with { LastActivityAt = p.Now, ClientIndex = p.Dossier.Thread!.ClientIndex ?? mail.Signals.Keys.ClientIndex };
        p.Set(MissingMail.Await(p, thread, MissingMail.Of(thread).Where(key => key != mail.Signals.Keys.Own).Concat(conflict ? [] : match.Missing)));

        var message = MailRows.Message(mail, id, given.Setup.Tenant) with { ThreadId = p.Dossier.Thread!.Id, Agent = author.Agent?.Id };
        var target = Targets.Choose(p, mail, channel, message.Id, harmless);
        if (!conflict) CountAsSent(p, author, visibility, target.Interaction, channel, message.Id);
        if (!harmless && target.Interaction is { } joined && p.Interaction(joined) is { RefersTo: null } own && NewWork.Candidate(match) is { } named) p.Set(own with { RefersTo = named });
        var united = Uniting.With(p, mail, match, author, target, channel, message.Id, removed);
        target = united.Target;
        if (conflict)
            p.Notify(target.Notified, "Conflict", "a mail names two threads", target.Interaction, target.Case, message.Id);
        var (acknowledge, held) = target is { Action: MailAction.New, Interaction: { } opened } ? Acknowledgement.Judge(p, mail, channel, match, opened) : (false, []);
        return NewWork.Filed(p, mail, channel, message with { InteractionId = target.Interaction, CaseId = target.Case }, new MailDecision
        {
            Action = target.Action,
            InteractionId = RecordId.Interaction(target.Interaction),
            CaseId = RecordId.Case(target.Case),
            CaseNumber = united.CaseNumber,
            RefersTo = target.RefersTo,
            MatchedBy = target.Moved || match.WentOn || AnswersClosed(match, target) ? MatchedBy.ReplyOnClosed : match.Won!.By,
            Candidates = [.. match.Candidates, .. target.Scored, .. united.Candidates],
            Conflicts = match.Conflicts,
            Visibility = visibility == Visibility.Public ? "public" : "internal",
            Reopened = target.Reopened,
            Acknowledge = acknowledge,
            Flags = [.. flags.Concat(target.Flags).Concat(ignored).Concat(held).Distinct()],
            ParticipantsAdded = added,
            ParticipantsRemoved = removed,
            Reason = $"{Signal(match.Won!)}{TokenOwner(match.Won!, author, match.Thread!)}: {target.Why}; {why}{united.Why}",
        });
    }

    /// <summary>Who may see a mail on this thread.</summary>
    public static (Visibility Visibility, string? Flag, string Why) Seen(MailArrived mail, Dossier thread, ThreadMatch match, Channel channel, Setup setup) =>
        VisibilityRules.Of(FactsOf(mail, AuthorOf(mail, thread, setup), thread, match, channel, setup));

    private static Author AuthorOf(MailArrived mail, Dossier thread, Setup setup) =>
        Author.Of(MailRows.Sender(mail), mail.Mail.From.Count > 0 ? mail.Mail.From[0].Name ?? "" : "", AgentProof.Holds(mail, thread, setup), thread, setup);

    private static VisibilityFacts FactsOf(MailArrived mail, Author author, Dossier thread, ThreadMatch match, Channel channel, Setup setup)
    {
        var addressed = CcRules.Addressed(mail.Mail);
        var requester = thread.Participants.Find(x => x.Role == ParticipantRole.Requester);
        return new VisibilityFacts(author, requester is not null && addressed.Contains(requester.Address),
            addressed.All(setup.IsOwnAddress), match.Answered is { Visibility: Visibility.Internal, Direction: Direction.Outbound }, channel.Rules);
    }

    /// <summary>An agent who wrote to the customer from their own mailbox has sent: clocks and states move as after a reply here.</summary>
    private static void CountAsSent(Proceedings p, Author author, Visibility visibility, long? interaction, Channel channel, long message)
    {
        if (interaction is not { } id || visibility != Visibility.Public || author is not { Agent: not null, Proven: true, HasRole: true, IsCustomerSide: false }) return;
        p.Take(InteractionRules.Decide(p.Interaction(id), new InteractionInput.Sent(), new InteractionFacts(p.Now, channel.Rules)), message);
    }

    private static IEnumerable<string> SubjectFlags(MailArrived mail, ThreadMatch match)
    {
        string?[] answered = [match.Named?.Subject, match.Answered?.Subject];
        return SubjectOf.IsKnown(mail.Mail.Subject, match.Thread!, answered) || !SubjectOf.IsNamed(match.Thread!, answered) ? [] : ["SubjectChanged"];
    }

    /// <summary>The mail it answers lies on a closed interaction, and went to another one.</summary>
    private static bool AnswersClosed(ThreadMatch match, Target target) => target.Interaction is not null
        && (match.Named ?? match.Answered) is { InteractionId: { } answered } named && named.ThreadId == match.Thread!.Thread!.Id
        && answered != target.Interaction && match.Thread.Interactions.Exists(i => i.Id == answered && i.IsClosed);

    private static string TokenOwner(Signal won, Author author, Dossier thread) =>
        author.IsStranger && won.Signed && thread.Participants.Find(p => p.Ordinal == won.Recipient && p.ThreadId == thread.Thread!.Id) is { } owner ? $" (given to {owner.Address})" : "";

    private static string Signal(Signal signal) => signal.By switch
    {
        MatchedBy.AddressToken => "signed token in the receiving address",
        MatchedBy.MessageIdToken => "signed Message-ID of ours",
        MatchedBy.MessageId when signal.Awaited => "belongs to a conversation that came before it",
        MatchedBy.MessageId => "answers a mail we know",
        MatchedBy.ThreadIndex => "same client thread index and subject",
        MatchedBy.Subject => "thread id in the subject",
        MatchedBy.CaseNumber => "case number in the subject",
        _ => "thread id in the text",
    };
}
