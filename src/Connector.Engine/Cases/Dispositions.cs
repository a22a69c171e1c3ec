using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Settings;

namespace Connector.Engine.Cases;

/// <summary>The result of a case, as management names it. Another thing than the wrap-up code of one interaction.</summary>
public sealed record DisposeCase : Input
{
    public required long CaseId { get; init; }
    public required string Disposition { get; init; }
}

/// <summary>The result of an email interaction.</summary>
public sealed record DisposeInteraction : InteractionCommand
{
    public required string Disposition { get; init; }
}

public enum DispositionCategory
{
    /// <summary>Resolves the case, with <c>FinalDispositionResolves</c>.</summary>
    Final,

    /// <summary>Changes no state.</summary>
    NonFinal,

    /// <summary>Resolves the case and hides it from default lists.</summary>
    Spam,
}

/// <summary>Gives a disposition from the channel's list. What it does to a state goes through the table of the case.</summary>
internal static class Dispositions
{
    public static Outcome Decide(DisposeCase command, Known known, Given given)
    {
        if (CaseCommandRules.Find(known, command.CaseId) is not { } found) return CaseCommandRules.Absent(known, command.CaseId);
        if (CaseCommandRules.Forbidden(command) is { } forbidden) return new Outcome(forbidden);
        if (!found.IsActive) return Refused(RuleNames.NotAllowedInState, $"case {found.NumberText} is closed");
        var p = new Proceedings(known.Dossier!, command, given);
        var rules = CaseCommandRules.FactsOf(p, found).Rules;
        if (Unknown(command.Disposition, rules) is { } unknown) return unknown;
        if (found.Disposition == command.Disposition) return new Outcome(new Answer.Nothing($"it has disposition {command.Disposition} already"));
        p.Log("CaseDisposed", null, caseId: found.Id, before: found.Disposition, after: command.Disposition);
        if (Carry(p, found, command.Disposition, rules) is { } refused) return new Outcome(refused);
        return p.Close(new Answer.Done(new CaseResult(found.Id)));
    }

    public static Outcome Decide(DisposeInteraction command, Known known, Given given)
    {
        if (known.Dossier?.Interactions.Find(i => i.Id == command.InteractionId) is not { } found)
            return Refused(RuleNames.NotFound, $"there is no interaction {RecordId.Interaction(command.InteractionId)}");
        if (Messages.MessageAuthority.Refusal(command, known.Dossier, found.Id) is { } forbidden) return new Outcome(forbidden);
        if (found.IsClosed) return Refused(RuleNames.InteractionClosed, $"the interaction is {found.State}");
        var p = new Proceedings(known.Dossier, command, given);
        var rules = given.Setup.Channel(found.Channel)?.Rules ?? new();
        if (Unknown(command.Disposition, rules) is { } unknown) return unknown;
        if (found.Disposition == command.Disposition) return new Outcome(new Answer.Nothing($"it has disposition {command.Disposition} already"));
        p.Set(found with { Disposition = command.Disposition });
        p.Log("InteractionDisposed", null, found.Id, found.CaseId, before: found.Disposition, after: command.Disposition);
        if (p.Dossier.Cases.Find(c => c.Id == found.CaseId) is { IsActive: true } linked && Carry(p, linked, command.Disposition, rules) is { } refused) return new Outcome(refused);
        return p.Close(new Answer.Done(new CommandResult(found.Id)));
    }

    /// <summary>The refusal, when the case cannot be resolved as it stands.</summary>
    private static Answer.Refused? Carry(Proceedings p, Case found, string key, Rules rules)
    {
        var facts = new CaseFacts(p.Now, rules);
        var answer = rules.Dispositions[key] switch
        {
            DispositionCategory.Spam => p.Take(CaseRules.Decide(found, new CaseInput.Spam(), facts)),
            DispositionCategory.Final when rules.FinalDispositionResolves => p.Take(CaseRules.Decide(found, new CaseInput.Resolve(key), facts)),
            _ => null,
        };
        if (rules.Dispositions[key] != DispositionCategory.Spam && answer is not Answer.Refused) p.Set(p.Dossier.Case(found.Id) with { Disposition = key, UpdatedAt = p.Now, UpdatedBy = p.Input.By.Name });
        return answer as Answer.Refused;
    }

    private static Outcome? Unknown(string key, Rules rules) => rules.Dispositions.ContainsKey(key) ? null
        : Refused(RuleNames.UnknownDisposition, $"disposition: '{key}' is none of {string.Join(", ", rules.Dispositions.Keys.Order(StringComparer.Ordinal))}");

    private static Outcome Refused(string rule, string why) => new(new Answer.Refused(rule, why));
}
