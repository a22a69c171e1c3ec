using Connector.Engine.Door;
using Connector.Engine.Messages;
using Connector.Engine.Settings;

namespace Connector.Engine.Threads;

/// <summary>A known Message-ID with another content: some senders reuse ids. Kept on the same thread, flagged, without effect on any state.</summary>
internal static class SameId
{
    public static Outcome Keep(MailArrived mail, Dossier thread, ThreadMatch match, Channel channel, Given given)
    {
        var p = new Proceedings(thread, mail, given);
        var open = thread.Interactions.FindAll(i => !i.IsClosed).LastOrDefault();
        var at = open ?? thread.Interactions.LastOrDefault();
        var message = MailRows.Message(mail, given.Fresh.Id(), given.Setup.Tenant) with
        {
            ThreadId = thread.Thread!.Id,
            InteractionId = open?.Id,
            CaseId = at?.CaseId ?? thread.Cases.LastOrDefault()?.Id,
        };
        var (visibility, flag, why) = Joining.Seen(mail, thread, match, channel, given.Setup);
        p.Notify(at?.Owner, "Conflict", "a mail reuses the id of another", at?.Id, message.CaseId, message.Id);
        return NewWork.Filed(p, mail, channel, message, new MailDecision
        {
            Action = MailAction.Append,
            InteractionId = RecordId.Interaction(message.InteractionId),
            CaseId = RecordId.Case(message.CaseId),
            CaseNumber = thread.Cases.Find(c => c.Id == message.CaseId)?.NumberText,
            RefersTo = open is null ? RecordId.Interaction(at?.Id) : null,
            MatchedBy = MatchedBy.MessageId,
            Candidates = match.Candidates,
            Conflicts = match.Conflicts,
            Visibility = visibility == Visibility.Public ? "public" : "internal",
            Flags = [.. match.Flags.Append("SameIdOtherContent").Concat(flag is null ? [] : [flag])],
            Reason = $"same Message-ID as a mail we have, other content: same thread, no state changes; {why}",
        });
    }
}
