using Connector.Engine.Door;
using Connector.Engine.Participants;
using Connector.Engine.Settings;

namespace Connector.Engine.Threads;

/// <summary>
/// A mail on a conversation in which nothing is open goes on to where that request went: the follow-up of its case, or the interaction that refers to it,
/// if anything is open there and the author is on that thread, too.
/// </summary>
internal static class Onward
{
    public static ThreadMatch Of(ThreadMatch match, MailArrived mail, Setup setup)
    {
        if (match.Thread is not { HasOpenWork: false, Related.IsEmpty: false } closed || match.Conflicts.Count > 0 || mail.Mail.From.Count == 0) return match;
        var open = closed.Related.FindAll(d => d.HasOpenWork && !Author.Of(mail.Mail.From[0].Address, "", proven: false, d, setup).IsStranger);
        if (open.MaxBy(d => (d.Thread!.LastActivityAt, d.Thread.Id)) is not { } target) return match;
        var why = new Candidate(MatchedBy.ReplyOnClosed, RecordId.Interaction(target.Interactions.LastOrDefault()?.Id), RecordId.Case(target.Cases.LastOrDefault()?.Id), null,
            "the conversation is closed; its request goes on here");
        return match with { Thread = target, WentOn = true, Candidates = [.. match.Candidates, why] };
    }
}
