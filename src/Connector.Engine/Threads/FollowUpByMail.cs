using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Participants;
using Connector.Engine.Settings;

namespace Connector.Engine.Threads;

/// <summary>A reply on a closed case where every mail belongs to a case: a new case that follows it, on a thread of its own. The old thread is untouched and leads here.</summary>
internal static class FollowUpByMail
{
    public static bool Applies(MailArrived mail, ThreadMatch match, Channel channel, Setup setup) =>
        channel.IntakeMode == IntakeMode.CaseFirst && !channel.Rules.ReopenOnReply && match.Conflicts.Count == 0
        && match.Thread is { HasOpenWork: false, Cases.IsEmpty: false } thread && Author.Of(MailRows.Sender(mail), "", proven: false, thread, setup).IsCustomerSide;

    public static Outcome Take(MailArrived mail, ThreadMatch match, Channel channel, Given given)
    {
        var old = new Proceedings(match.Thread!, mail, given);
        var closed = match.Thread!.Cases.MaxBy(c => (c.ClosedAt, c.Id))!;
        var facts = new CaseFacts(mail.At, channel.Rules);
        old.Take(CaseRules.Decide(closed, new CaseInput.FollowUp(), facts));
        var p = new Proceedings(new Dossier(), mail, given) { Customer = match.Customer };
        var message = MailRows.Message(mail, given.Fresh.Id(), given.Setup.Tenant);
        var author = Author.Of(message.From, message.FromName, proven: false, match.Thread!, given.Setup);
        var leftOut = CcRules.Removed(mail.Mail, author, match.Thread!.Participants, channel).Select(x => x.Id).ToHashSet();
        var made = FollowUpRules.Open(p, closed, mail.Mail.Subject, "Email", match.Thread! with { Participants = match.Thread!.Participants.RemoveAll(x => leftOut.Contains(x.Id)) }, facts);
        var people = ParticipantRules.AddCcs(p, mail, author with { OnThread = p.Dossier.Participants.Find(x => x.Address == author.Address) }, channel, message.Id);
        var last = match.Thread!.Interactions.LastOrDefault();
        var interaction = NewWork.OpenInteraction(p, mail, channel, null, last?.Id, message.Id, last?.Owner);
        p.Set(p.Interaction(interaction) with { Subject = made.Subject, CaseId = made.Id });
        p.Log(nameof(CaseLinked), "the channel makes a case of each request", interaction, made.Id, after: made.NumberText);
        var united = Uniting.With(p, mail, match, author with { OnThread = p.Dossier.Participants.Find(x => x.Address == author.Address) }, new Target(MailAction.FollowUp, interaction, made.Id, ""), channel, message.Id, []);
        var (acknowledge, held) = Acknowledgement.Judge(p, mail, channel, match, interaction);
        var filed = NewWork.Filed(p, mail, channel, message with { ThreadId = p.Dossier.Thread!.Id, InteractionId = interaction, CaseId = made.Id }, new MailDecision
        {
            Action = MailAction.FollowUp,
            InteractionId = RecordId.Interaction(interaction),
            CaseId = RecordId.Case(made.Id),
            CaseNumber = made.NumberText,
            RefersTo = RecordId.Case(closed.Id),
            MatchedBy = MatchedBy.ReplyOnClosed,
            Candidates = [.. match.Candidates, .. united.Candidates],
            Acknowledge = acknowledge,
            Flags = [.. match.Flags.Concat(MailRows.SenderFlags(mail, given.Setup)).Concat(people.Flags).Concat(held).Distinct()],
            ParticipantsAdded = [.. Named(mail, p).Concat(people.Added).Distinct()],
            Reason = $"{match.Won!.By}: nothing is open: new case, follow-up of the closed one{united.Why}",
        });
        return FollowUpRules.Together(filed, old.Close(new Answer.Done()));
    }

    /// <summary>CCs of the new thread whom the mail names: it is the first one there.</summary>
    private static IEnumerable<string> Named(MailArrived mail, Proceedings p)
    {
        var addressed = CcRules.Addressed(mail.Mail);
        return p.Dossier.Participants.Where(x => x.Role == ParticipantRole.Cc && addressed.Contains(x.Address)).Select(x => x.Address);
    }
}
