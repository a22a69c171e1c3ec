using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Settings;

namespace Connector.Engine.Threads;

/// <summary>Which record of its thread a mail joins (domain sections 4 and 6), carried out.</summary>
internal sealed record Target(MailAction Action, long? Interaction, long? Case, string Why)
{
    public string? RefersTo { get; init; }
    public bool Moved { get; init; }
    public bool Reopened { get; init; }

    public IReadOnlyList<Candidate> Scored { get; init; } = [];
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>The agent whose work it is.</summary>
    public string? Notified { get; init; }
}

internal static class Targets
{
    /// <param name="harmless">The mail is kept where it belongs, and nothing else moves.</param>
    public static Target Choose(Proceedings p, MailArrived mail, Channel channel, long message, bool harmless)
    {
        foreach (var heard in p.Dossier.Participants.FindAll(x => x.UndeliverableSince is not null && x.Address == MailRows.Sender(mail))) p.Set(heard with { UndeliverableSince = null });
        var closed = p.Dossier.Interactions.FindAll(i => i.IsClosed).MaxBy(i => i.ClosedAt);
        if (p.Dossier.Interactions.FindAll(i => !i.IsClosed).MaxBy(i => i.UpdatedAt) is { } open)
            return JoinInteraction(p, open, channel, message, harmless);
        var cases = p.Dossier.Cases.FindAll(c => c.IsActive);
        if (cases.Count > 0)
            return JoinCase(p, mail, channel, ReplyMatcher.Best(cases, mail, p.Dossier, channel, p.Given.Setup), closed, message, harmless);
        if (harmless) return Keep(p, closed, message);
        return p.Dossier.Cases.LastOrDefault() is { } last && channel.Rules.ReopenOnReply
            ? JoinCase(p, mail, channel, new(last, "reopens the closed case, ReopenOnReply is on"), closed, message, harmless)
            : Anew(p, mail, channel, closed, message);
    }

    /// <summary>On the thread only: a closed interaction takes no mail.</summary>
    private static Target Keep(Proceedings p, Interaction? closed, long message)
    {
        p.Notify(closed?.Owner, "Ongoing", "a message was added to a closed conversation", closed?.Id, closed?.CaseId, message);
        return new Target(MailAction.Append, null, closed?.CaseId, "nothing is open here and nothing moves") { RefersTo = RecordId.Interaction(closed?.Id), Notified = closed?.Owner };
    }

    public static Target JoinInteraction(Proceedings p, Interaction open, Channel channel, long message, bool harmless)
    {
        var linked = harmless ? null : p.Dossier.Cases.Find(c => c.Id == open.CaseId && c.IsActive);
        if (linked is not null && !ReopenLimit.Allows(p, linked, channel))
            return JoinInteraction(p, open, channel, message, harmless: true) with { Flags = [ReopenLimit.Flag] };
        if (!harmless)
            p.Take(InteractionRules.Decide(open, new InteractionInput.CustomerMessage(OwnerAway: open.Owner is { } owner && p.Given.Setup.Away.Contains(owner)), new InteractionFacts(p.Now, channel.Rules, p.Dossier.OpenTransfer(open.Id) is not null)), message);
        if (linked is not null) p.Take(CaseRules.Decide(linked, new CaseInput.CustomerMessage(), new CaseFacts(p.Now, channel.Rules)), message);
        var gone = !harmless && ReleaseFromWhoLeft(p, open, channel, message);
        p.Notify(gone ? null : open.Owner, "Ongoing", harmless ? "a message was added" : "the customer wrote", open.Id, open.CaseId, message);
        return new Target(MailAction.Append, open.Id, open.CaseId, "joins the open interaction") { Notified = gone ? null : open.Owner, Reopened = linked?.State == CaseState.Resolved };
    }

    /// <summary>Work whose owner is with us no more waits in the queue again. Agents of an external platform are its own to know.</summary>
    private static bool ReleaseFromWhoLeft(Proceedings p, Interaction open, Channel channel, long message)
    {
        if (open.RoutingSource != RoutingSource.AWA || p.Dossier.OpenTransfer(open.Id) is not null) return false;
        if (p.Interaction(open.Id).Owner is not { } owner || p.Given.Setup.IsHere(owner)) return false;
        return p.Take(InteractionRules.Decide(p.Interaction(open.Id), new InteractionInput.OwnerLost($"{owner} is with us no more"), new InteractionFacts(p.Now, channel.Rules)), message) is null;
    }

    private static Target JoinCase(Proceedings p, MailArrived mail, Channel channel, MatchedCase best, Interaction? closed, long message, bool harmless)
    {
        if (!harmless && !ReopenLimit.Allows(p, best.Case, channel))
            return new Target(MailAction.Append, null, best.Case.Id, "the thread was reopened too often today: kept, nothing moves") { Moved = closed is not null, Scored = best.Scored, Flags = [ReopenLimit.Flag] };
        var reopened = best.Case.State is CaseState.Resolved or CaseState.Closed && !harmless;
        if (!harmless) p.Take(CaseRules.Decide(best.Case, new CaseInput.CustomerMessage(), new CaseFacts(p.Now, channel.Rules)), message);
        long? interaction = null;
        var assignee = best.Case.Assignee is { } agent && p.Given.Setup.IsHere(agent) ? agent : null;
        if (assignee is null && !harmless)
            interaction = NewWork.OpenInteraction(p, mail, channel, best.Case.Id, closed?.Id, message, closed?.Owner);
        else if (channel.Rules.NotifyOnLinkedReply)
            p.Notify(assignee, "Case", "the customer wrote", caseId: best.Case.Id, message: message);
        return new Target(MailAction.Append, interaction, best.Case.Id, best.Why) { Moved = closed is not null, Reopened = reopened, Scored = best.Scored, Notified = assignee };
    }

    private static Target Anew(Proceedings p, MailArrived mail, Channel channel, Interaction? closed, long message)
    {
        var interaction = NewWork.OpenInteraction(p, mail, channel, null, closed?.Id, message, closed?.Owner);
        var refers = RecordId.Interaction(closed?.Id) ?? RecordId.Case(p.Dossier.Cases.LastOrDefault()?.Id);
        var why = refers is null ? "nothing was worked on here yet: new interaction" : "nothing is open: new interaction that refers to the closed one";
        if (channel.IntakeMode == IntakeMode.InteractionFirst)
            return new Target(MailAction.New, interaction, null, why) { RefersTo = refers, Moved = refers is not null };
        var made = NewWork.OpenCase(p, mail, channel, interaction, null);
        return new Target(MailAction.New, interaction, made.Id, $"{why}, and there was no case: new case") { RefersTo = refers, Moved = refers is not null };
    }
}
