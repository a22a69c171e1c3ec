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
        var made = FollowUpRules.Open(p, closed, mail.Mail.Subject, "Email", match.Thread!, facts);
        var people = ParticipantRules.AddCcs(p, mail, Author.Of(message.From, message.FromName, proven: false, p.Dossier, given.Setup), channel);
        var last = match.Thread!.Interactions.LastOrDefault();
        var interaction = NewWork.OpenInteraction(p, mail, channel, null, last?.Id, message.Id, last?.Owner);
        p.Set(p.Interaction(interaction) with { Subject = made.Subject, CaseId = made.Id });
        p.Log(nameof(CaseLinked), "the channel makes a case of each request", interaction, made.Id, after: made.NumberText);
        var filed = NewWork.Filed(p, mail, channel, message with { ThreadId = p.Dossier.Thread!.Id, InteractionId = interaction, CaseId = made.Id }, new MailDecision
        {
            Action = MailAction.FollowUp,
            InteractionId = RecordId.Interaction(interaction),
            CaseId = RecordId.Case(made.Id),
            CaseNumber = made.NumberText,
            RefersTo = RecordId.Case(closed.Id),
            MatchedBy = MatchedBy.ReplyOnClosed,
            Candidates = match.Candidates,
            Flags = [.. match.Flags.Concat(MailRows.SenderFlags(mail, given.Setup)).Concat(people.Flags).Distinct()],
            ParticipantsAdded = people.Added,
            Reason = $"{match.Won!.By}: nothing is open: new case, follow-up of the closed one",
        });
        return FollowUpRules.Together(filed, old.Close(new Answer.Done()));
    }
}
