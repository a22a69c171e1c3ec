using Connector.Engine.Door;

namespace Connector.Engine.Cases;

/// <summary>Closes one case as the duplicate of another: a link only, nothing moves and mail for it stays with it.</summary>
internal static class DuplicateRules
{
    public static Outcome Decide(CloseDuplicate command, Known known, Given given)
    {
        if (CaseCommandRules.Forbidden(command) is { } forbidden) return new Outcome(forbidden);
        if (known.Case(command.CaseId) is not { } duplicate) return CaseCommandRules.Missing(command.CaseId);
        if (known.Case(command.Of) is not { } of) return CaseCommandRules.Missing(command.Of);
        var original = of.Dossier.Case(of.Final);
        if (Refusal(duplicate, original) is { } refused) return new Outcome(refused);
        var p = new Proceedings(duplicate.Dossier, command, given);
        var answer = p.Take(CaseRules.Decide(duplicate.Case, new CaseInput.Supersede(original.Id, Merged: false), CaseCommandRules.FactsOf(p, duplicate.Case)));
        return answer is not null ? new Outcome(answer) : p.Close(new Answer.Done(new CaseResult(duplicate.Case.Id)));
    }

    /// <summary>A duplicate names an original, never another duplicate: so no circle can come about.</summary>
    private static Answer.Refused? Refusal(CaseHit duplicate, Case original)
    {
        if (duplicate.Case.MergedInto is not null) return new Answer.Refused(RuleNames.CaseMerged, $"case {duplicate.Case.NumberText} is merged into another already");
        if (duplicate.Case.Id == original.Id) return new Answer.Refused(RuleNames.DuplicateOfDuplicate, "a case is no duplicate of itself");
        return original.DuplicateOf is { } other
            ? new Answer.Refused(RuleNames.DuplicateOfDuplicate, $"case {original.NumberText} is itself a duplicate of {RecordId.Case(other)}; name that one")
            : null;
    }
}
