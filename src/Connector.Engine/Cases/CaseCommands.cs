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
        if (Find(known, command.CaseId) is not { } found) return Absent(known, command.CaseId);
        if (Forbidden(command) is { } refused) return new Outcome(refused);
        if (command.Step is CaseInput.Assign assigned && Unfit(assigned.Agent, given.Setup) is { } unfit) return new Outcome(unfit);
        var p = new Proceedings(known.Dossier!, command, given);
        if (p.Take(CaseRules.Decide(found, command.Step, FactsOf(p, found))) is { } answer) return new Outcome(answer);
        if (command.Step is CaseInput.Assign taken) p.Notify(taken.Agent, "Case", "a case was assigned to you", caseId: found.Id);
        return p.Close(new Answer.Done(new CaseResult(found.Id)));
    }

    /// <summary>Only agents who answer customers own cases.</summary>
    public static Answer.Refused? Unfit(string agent, Setup setup) => setup.AgentsByAddress.Values.FirstOrDefault(a => a.Id == agent) switch
    {
        null => new Answer.Refused(RuleNames.UnknownAgent, $"agent: there is no agent '{agent}'"),
        { Role: AgentRole.LightAgent } => new Answer.Refused(RuleNames.Forbidden, $"agent: {agent} is a light agent and never owns a case"),
        _ => null,
    };

    /// <summary>A merged case takes no commands: its target does.</summary>
    public static Outcome Absent(Known known, long id) => known.Dossier is null
        ? Missing(id)
        : new(new Answer.Refused(RuleNames.CaseMerged, $"case {RecordId.Case(id)} is merged into another; name that one, or undo the merge"));

    public static Case? Find(Known known, long id) => known.Dossier?.Cases.Find(c => c.Id == id);

    public static Outcome Missing(long id) => new(new Answer.Refused(RuleNames.NotFound, $"there is no case {RecordId.Case(id)}"));

    public static Answer.Refused? Forbidden(Input command) => command.By.Role == AgentRole.LightAgent
        ? new Answer.Refused(RuleNames.Forbidden, "a light agent reads and writes notes only")
        : null;

    public static CaseFacts FactsOf(Proceedings p, Case c) => new(p.Now, p.Given.Setup.Channel(c.Channel)?.Rules ?? new Rules());
}

public sealed record CaseResult(long CaseId);
