using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Settings;
using Connector.Host.Api.Security;

namespace Connector.Host.Api.Cases;

/// <summary>What may be done with a case now: each action is put to the state table itself, so that the list cannot differ from what a command gets.</summary>
internal static class CaseActions
{
    private const string AnyReason = "-";

    private static readonly (string Name, CaseInput Input)[] All =
    [
        ("Resolve", new CaseInput.Resolve()),
        ("Close", new CaseInput.Close(AnyReason)),
        ("Reopen", new CaseInput.Reopen()),
        ("FollowUp", new CaseInput.FollowUp()),
        ("Open", new CaseInput.Open()),
        ("Assign", new CaseInput.Assign(AnyReason)),
        ("Pend", new CaseInput.Wait(AnyReason)),
        ("Resume", new CaseInput.Resume()),
        ("Spam", new CaseInput.Spam()),
        ("Merge", new CaseInput.Supersede(0, Merged: true)),
        ("UndoMerge", new CaseInput.Unmerge(CaseState.Open)),
    ];

    public static IReadOnlyList<string> Of(Case c, Caller caller, CaseFacts facts) => caller.Role == AgentRole.LightAgent
        ? []
        : [.. All.Where(a => CaseRules.Decide(c, a.Input, facts) is Verdict.Events).Select(a => a.Name), .. c.IsActive ? ["Disposition"] : Array.Empty<string>()];
}
