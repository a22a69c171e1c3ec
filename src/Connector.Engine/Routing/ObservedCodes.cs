using Connector.Contracts;
using Connector.Engine.Codes;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Settings;
using Connector.Engine.WrapUp;

namespace Connector.Engine.Routing;

/// <summary>A code the vendor shows: one chosen at its desk comes back, ours is confirmed, its timer's counts least.</summary>
internal static class ObservedCodes
{
    public static void React(Proceedings p, Known known, Interaction now, WorkObservation work)
    {
        if (work.Code is not { } vendors || work.State is not (WorkState.WrapUp or WorkState.Ended)) return;
        var code = work.CodeByTimeout ? RulesOf(p, now).DefaultWrapUpCode : VendorCodes.CodeOf(p, known, now.Instance, work.Queue ?? now.Queue, vendors);
        if (SegmentRules.LastOf(p.Dossier, now.Id) is { AwaitingConfirmation: true } waiting) Echo(p, now, waiting, code, work.CodeByTimeout);
        p.Take(InteractionRules.Decide(now, new InteractionInput.VendorCode(code, work.CodeNotes ?? "", work.CodeByTimeout), new InteractionFacts(p.Now, RulesOf(p, now))));
    }

    private static void Echo(Proceedings p, Interaction now, WrapUpSegment waiting, string code, bool byTimeout)
    {
        if (waiting.Code == code && !byTimeout) SegmentRules.Confirm(p, waiting, "the vendor shows it");
        else p.Log(Observed.NearMiss, $"we gave {waiting.Code}, the vendor shows {code}", now.Id, now.CaseId);
    }

    private static Rules RulesOf(Proceedings p, Interaction i) => p.Given.Setup.Channel(i.Channel)?.Rules ?? new Rules();
}
