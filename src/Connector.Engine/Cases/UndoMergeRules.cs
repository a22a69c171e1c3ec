using Connector.Engine.Door;
using Connector.Engine.Messages;
using Connector.Engine.Participants;

namespace Connector.Engine.Cases;

/// <summary>Takes a merge back: what came since stays with the target, what the merge moved returns.</summary>
internal static class UndoMergeRules
{
    public static Outcome Decide(UndoMerge command, Known known, Given given)
    {
        if (CaseCommandRules.Forbidden(command) is { } forbidden) return new Outcome(forbidden);
        if (known.Case(command.CaseId) is not { } hit) return CaseCommandRules.Missing(command.CaseId);
        if (hit.Merge is not { } merge || hit.Case.MergedInto is null)
            return new Outcome(new Answer.Refused(RuleNames.NotAllowedInState, $"case {hit.Case.NumberText} is not merged into another"));
        var p = new Proceedings(hit.Dossier with { Cases = [.. hit.Dossier.Cases, hit.Case] }, command, given);
        var step = new CaseInput.Unmerge(merge.SourceState, merge.SourceCloseDue);
        return p.Take(CaseRules.Decide(hit.Case, step, CaseCommandRules.FactsOf(p, hit.Case))) is { } refused ? new Outcome(refused) : Carry(p, hit, merge);
    }

    private static Outcome Carry(Proceedings p, CaseHit hit, CaseMerge merge)
    {
        // The target may itself have been merged since: then the case that stands for it has the interactions.
        var moved = CaseMerge.Split(merge.Interactions);
        foreach (var interaction in p.Dossier.Interactions.FindAll(i => moved.Contains(i.Id) && i.CaseId == hit.Final))
            MergeRules.Relink(p, interaction, merge.SourceId, "the merge was undone");
        var joined = CaseMerge.Split(merge.People);
        foreach (var person in p.Dossier.Participants.FindAll(x => joined.Contains(x.Id) && x.Role != ParticipantRole.Former))
            ParticipantRules.TakeOff(p, person);
        if (merge.GaveThread && p.Dossier.Cases.Find(c => c.Id == merge.TargetId) is { } given) p.Set(given with { ThreadId = null });
        p.Log("MergeUndone", $"case {hit.Case.NumberText} was given back", caseId: hit.Final);
        var outcome = p.Close(new Answer.Done(new CaseResult(merge.SourceId)));
        return outcome with { Updates = [.. outcome.Updates, merge with { UndoneAt = p.Now }, .. hit.Dossier.United.Where(t => t.Id == merge.ThreadId).Select(t => t with { RedirectTo = null }), .. Mails(hit, merge)] };
    }

    /// <summary>Mails of its thread that went over to an interaction of the target when the threads were united.</summary>
    private static IEnumerable<Message> Mails(CaseHit hit, CaseMerge merge) => CaseMerge.Split(merge.Interactions).Order().ToList() is not [var own, ..] ? [] : hit.Dossier.Mails
        .Where(m => m.ThreadId == merge.ThreadId && m.InteractionId is { } at && hit.Dossier.Interactions.Find(i => i.Id == at)?.ThreadId != merge.ThreadId)
        .Select(m => m with { InteractionId = own, CaseId = merge.SourceId });
}
