using Connector.Engine.Door;
using Connector.Engine.Participants;
using Connector.Engine.Settings;

namespace Connector.Engine.Threads;

/// <summary>
/// A mail on a conversation without an open interaction goes on to where that request is worked on: an open interaction of the same case or of the same customer
/// that refers to it; if nothing at all is open here, an open follow-up of its case. Only if the author is on that thread, too.
/// </summary>
internal static class Onward
{
    public static ThreadMatch Of(ThreadMatch match, MailArrived mail, Setup setup)
    {
        if (match.Thread is not { Related.IsEmpty: false } here || match.Conflicts.Count > 0 || mail.Mail.From.Count == 0) return match;
        var known = here.Related.FindAll(d => !Author.Of(mail.Mail.From[0].Address, "", proven: false, d, setup).IsStranger);
        var open = known.FindAll(d => d.Interactions.Exists(i => !i.IsClosed));
        if (open.Count == 0 && !here.HasOpenWork) open = known.FindAll(d => d.HasOpenWork);
        if (open.MaxBy(d => (d.Interactions.Where(i => !i.IsClosed).Max(i => (DateTimeOffset?)i.UpdatedAt), d.Thread!.LastActivityAt, d.Thread.Id)) is not { } target) return match;
        var why = new Candidate(MatchedBy.ReplyOnClosed, RecordId.Interaction(target.Interactions.LastOrDefault()?.Id), RecordId.Case(target.Cases.LastOrDefault()?.Id), null,
            "nothing is worked on in that conversation; its request goes on here");
        return match with { Thread = target, WentOn = true, Candidates = [.. match.Candidates, why] };
    }
}
