using Connector.Engine.Door;
using Connector.Engine.Settings;

namespace Connector.Engine.Cases;

/// <summary>A command on one case; <see cref="Step"/> goes through the state table.</summary>
public sealed record CaseCommand : Input
{
    public required long CaseId { get; init; }
    public required CaseInput Step { get; init; }
}

/// <summary>Makes a case that follows a closed one: own number, own thread.</summary>
public sealed record FollowUpCase : Input
{
    public required long CaseId { get; init; }
    public string? Subject { get; init; }
}

internal static class CaseCommandRules
{
    public static Outcome Decide(CaseCommand command, Known known, Given given)
    {
        if (Find(known, command.CaseId) is not { } found) return Missing(command.CaseId);
        if (Forbidden(command) is { } refused) return new Outcome(refused);
        var p = new Proceedings(known.Dossier!, command, given);
        var answer = p.Take(CaseRules.Decide(found, command.Step, FactsOf(p, found)));
        return answer is not null ? new Outcome(answer) : p.Close(new Answer.Done(new CaseResult(found.Id)));
    }

    public static Outcome FollowUp(FollowUpCase command, Known known, Given given)
    {
        if (Find(known, command.CaseId) is not { } closed) return Missing(command.CaseId);
        if (Forbidden(command) is { } forbidden) return new Outcome(forbidden);
        var p = new Proceedings(known.Dossier!, command, given);
        if (p.Take(CaseRules.Decide(closed, new CaseInput.FollowUp(), FactsOf(p, closed))) is { } refused) return new Outcome(refused);
        var draft = new Case
        {
            Id = given.Fresh.Id(),
            Tenant = closed.Tenant,
            Number = given.Fresh.CaseNumber(),
            Channel = closed.Channel,
            Subject = command.Subject ?? closed.Subject,
            Origin = "Manual",
            CreatedBy = command.By.Name,
            FollowUpOf = closed.Id,
        };
        p.Take(CaseRules.Decide(null, new CaseInput.Create(draft), FactsOf(p, closed)));
        if (command.By.Agent is { } agent) p.Take(CaseRules.Decide(p.Dossier.Case(draft.Id), new CaseInput.Assign(agent), FactsOf(p, closed)));
        return p.Close(new Answer.Done(new CaseResult(draft.Id)));
    }

    private static Case? Find(Known known, long id) => known.Dossier?.Cases.Find(c => c.Id == id);

    private static Outcome Missing(long id) => new(new Answer.Refused(RuleNames.NotFound, $"there is no case {RecordId.Case(id)}"));

    private static Answer.Refused? Forbidden(Input command) => command.By.Role == AgentRole.LightAgent
        ? new Answer.Refused(RuleNames.Forbidden, "a light agent reads and writes notes only")
        : null;

    private static CaseFacts FactsOf(Proceedings p, Case c) => new(p.Now, p.Given.Setup.Channel(c.Channel)?.Rules ?? new Rules());
}

public sealed record CaseResult(long CaseId);
