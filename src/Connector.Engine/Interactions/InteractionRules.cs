using Connector.Engine.Door;
using Connector.Engine.Settings;
using static Connector.Engine.Interactions.InteractionInput;
using S = Connector.Engine.Interactions.InteractionState;

namespace Connector.Engine.Interactions;

/// <summary>What the table needs beside state and input.</summary>
public sealed record InteractionFacts(DateTimeOffset Now, Rules Rules, bool TransferOpen = false, bool TransferAccepted = false);

/// <summary>The state table of an interaction: one switch. The README beside this file is compared with it by a test.</summary>
public static class InteractionRules
{
    public static Verdict Decide(Interaction? state, InteractionInput input, InteractionFacts facts) => (state?.State ?? S.None, input) switch
    {
        (S.None, InboundEmail i) => Verdict.Of(new InteractionOpened(i.Draft), new InteractionQueued(i.Draft.Id, i.Draft.Queue)),
        (S.None, ComposerOpened c) => Verdict.Of(new InteractionOpened(c.Draft), new InteractionAssigned(c.Draft.Id, c.Agent)),
        (S.None, TimePassed) => Verdict.Already("there is no interaction"),

        (S.ClosedComplete or S.ClosedAbandoned, AssociateCase a) => state!.CaseId == a.CaseId ? Verdict.Already("the case is associated already") : Verdict.Of(new CaseLinked(state.Id, a.CaseId)),
        (S.ClosedComplete, SubmitCode { Code: var code }) when code == state!.Code => Verdict.Already("closed with this code already"),
        (S.ClosedComplete, Close { Code: { } code }) when code == state!.Code => Verdict.Already("closed with this code already"),
        (S.ClosedComplete or S.ClosedAbandoned, VendorEnded) => Verdict.Already("closed already"),
        (S.ClosedComplete, VendorCode c) when IsBetter(c, state!) => Verdict.Of(new CodeCorrected(state!.Id, c.Code, c.Notes) { Why = $"an agent chose it at the vendor; {state.Code} was given by {state.CodeSource}" }),
        (S.ClosedComplete or S.ClosedAbandoned, VendorCode) => Verdict.Already($"the code given by {state!.CodeSource} stands"),
        (S.ClosedComplete or S.ClosedAbandoned, TimePassed) => Verdict.Already("closed already"),
        (S.ClosedComplete or S.ClosedAbandoned, _) => new Verdict.Refused(RuleNames.InteractionClosed, $"the interaction is {state!.State}; a closed interaction never reopens and takes no mail or note"),

        (S.New or S.WorkInProgress or S.OnHold or S.WrapUp, AddNote) => Verdict.Of(new NoteAdded(state!.Id)),
        (S.New or S.WorkInProgress or S.OnHold or S.WrapUp, TransferRefused) => Verdict.Already("nothing changes when a transfer is refused"),

        (S.New, TransferTimedOut { Requeued: true } t) when facts.TransferAccepted => Verdict.Of(new InteractionReturned(state!.Id, t.SourceQueue) { Why = "the transfer came to nothing" }),
        (S.New, TransferTimedOut t) when facts.TransferAccepted => Verdict.Of(new InteractionQueued(state!.Id, t.SourceQueue) { Why = "the transfer timed out" }),
        (S.New or S.WorkInProgress or S.OnHold or S.WrapUp, TransferTimedOut) => Verdict.Already("the transfer was not accepted in time; nothing changes"),

        (S.New, Assigned a) => Verdict.Of(new InteractionAssigned(state!.Id, a.Agent)),
        (S.New, CloseUnhandled) when facts.TransferOpen => TransferPending,
        (S.New, CloseUnhandled c) => c.Reason.Length == 0 ? ReasonMissing : Verdict.Of(new InteractionAbandoned(state!.Id, c.Reason) { Why = c.Reason }),
        (S.New, CustomerMessage) => Verdict.Of(new CustomerMessageJoined(state!.Id)),
        (S.New, VendorEnded v) => Verdict.Of(new InteractionAbandoned(state!.Id, "EndedByVendor") { Why = EndedWhy(v) }),

        (S.WorkInProgress, Assigned a) when a.Agent == state!.Owner => Verdict.Already("assigned already"),
        (S.WorkInProgress, Resume) => Verdict.Already("in progress already"),
        (S.WorkInProgress, Hold) => Verdict.Of(new InteractionHeld(state!.Id, InactivityDue(state, facts))),
        (S.WorkInProgress, Sent) when facts.Rules.HoldAfterSend => Verdict.Of(new AgentMessageSent(state!.Id), new InteractionHeld(state.Id, InactivityDue(state, facts))),
        (S.WorkInProgress, Sent) => Verdict.Of(new AgentMessageSent(state!.Id)),
        (S.WorkInProgress, CustomerMessage) => Verdict.Of(new CustomerMessageJoined(state!.Id)),
        (S.WorkInProgress, DraftsExpired { EverSent: false }) => Verdict.Of(new InteractionAbandoned(state!.Id, "DraftExpired") { Why = "all drafts expired and nothing was sent" }),
        (S.WorkInProgress, DraftsExpired) => Verdict.Already("mail was sent; only the draft expires"),

        (S.OnHold, Hold) => Verdict.Already("on hold already"),
        (S.OnHold, Resume) => Verdict.Of(new InteractionResumed(state!.Id)),
        (S.OnHold, Sent) => Verdict.Of(new AgentMessageSent(state!.Id), new ClocksRestarted(state.Id, InactivityDue(state, facts))),
        (S.OnHold, CustomerMessage { OwnerAway: true }) when facts.Rules.RerouteOnReply => Verdict.Of(
            new CustomerMessageJoined(state!.Id), new OwnerReleased(state.Id, "the owner is away"), new InteractionQueued(state.Id, state.Queue)),
        (S.OnHold, CustomerMessage) => Verdict.Of(new CustomerMessageJoined(state!.Id), new InteractionResumed(state.Id) { Why = "the customer wrote" }),
        (S.OnHold, TimePassed { Sweep: InteractionSweep.InactivityClosure }) when facts.Now >= state!.InactivityDue => Verdict.Of(
            new InteractionCompleted(state.Id, BuiltInCodes.CustomerInactivity, CodeSource.Inactivity) { Why = $"no message since {state.LastHumanAt:u}" }),

        (S.WorkInProgress or S.OnHold, Close or CreateCase) when facts.TransferOpen => TransferPending,
        (S.WorkInProgress or S.OnHold, Close { Code: null }) => Verdict.Of(OpenWrapUp(state!, facts)),
        (S.WorkInProgress or S.OnHold, Close c) => Verdict.Of(OpenWrapUp(state!, facts), new InteractionCompleted(state!.Id, c.Code!, CodeSource.Agent, c.Notes)),
        (S.WorkInProgress or S.OnHold, VendorEnded v) => Verdict.Of(OpenWrapUp(state!, facts) with { Why = EndedWhy(v) }),
        (S.WorkInProgress or S.OnHold, TransferRequested) => facts.TransferOpen
            ? new Verdict.Refused(RuleNames.TransferOpen, "one transfer is open already")
            : Verdict.Of(),
        (S.WorkInProgress or S.OnHold, TransferAccepted t) => Verdict.Of(new OwnerReleased(state!.Id, "the transfer was accepted", t.Queue) { Why = t.Queue }),
        (S.WorkInProgress or S.OnHold, OwnerLost { Requeued: true } l) => Verdict.Of(new OwnerReleased(state!.Id, l.Why) { Why = l.Why }),
        (S.WorkInProgress or S.OnHold, OwnerLost l) => Verdict.Of(new OwnerReleased(state!.Id, l.Why) { Why = l.Why }, new InteractionQueued(state.Id, state.Queue)),

        (S.WrapUp, Close { Code: null }) or (S.WrapUp, VendorEnded) => Verdict.Already("in wrap-up already"),
        (S.New or S.WorkInProgress or S.OnHold, VendorCode) => Verdict.Already("the conversation is not over"),
        (S.WrapUp, VendorCode c) => Verdict.Of(new InteractionCompleted(state!.Id, c.Code, c.ByTimeout ? CodeSource.VendorTimeout : CodeSource.Agent, c.Notes) { Why = "given at the vendor" }),
        (S.WrapUp, SubmitCode s) => Verdict.Of(new InteractionCompleted(state!.Id, s.Code, CodeSource.Agent, s.Notes)),
        (S.WrapUp, CustomerMessage) => Verdict.Of(new CustomerMessageJoined(state!.Id), new WrapUpCancelled(state.Id) { Why = "the customer wrote" }),
        (S.WrapUp, TimePassed { Sweep: InteractionSweep.WrapUpTimeout }) when facts.Now >= state!.WrapUpDue => Verdict.Of(Default(state, CodeSource.Timeout, state.WrapUpDue, facts)),
        (S.WrapUp, TimePassed { Sweep: InteractionSweep.WrapUpSafety }) when facts.Now >= state!.SafetyDue => Verdict.Of(Default(state, CodeSource.Safety, state.SafetyDue, facts)),

        (S.WorkInProgress or S.OnHold or S.WrapUp, CreateCase c) => Verdict.Of(
            new CaseLinked(state!.Id, c.CaseId), new InteractionCompleted(state.Id, BuiltInCodes.TaskCreated, CodeSource.CaseCreated)),

        (_, TimePassed) => Verdict.Already("nothing is due"),
        _ => new Verdict.Refused(RuleNames.NotAllowedInState, $"{input.GetType().Name} is not allowed in state {state?.State ?? S.None}"),
    };

    /// <summary>An agent's choice goes before what a timer gave, in whatever order they come; a case made and a silent customer are final.</summary>
    private static bool IsBetter(VendorCode code, Interaction closed) =>
        !code.ByTimeout && closed.CodeSource is CodeSource.Timeout or CodeSource.Safety or CodeSource.VendorTimeout;

    private static readonly Verdict TransferPending = new Verdict.Refused(RuleNames.TransferOpen, "a transfer is open; closing waits for it");

    private static readonly Verdict ReasonMissing = new Verdict.Refused(RuleNames.ReasonRequired, "closing without handling needs a reason");

    private static DateTimeOffset InactivityDue(Interaction state, InteractionFacts facts) =>
        facts.Now + (state.Direction == Direction.Inbound ? facts.Rules.Inbound : facts.Rules.Outbound).InactivityPeriod;

    private static WrapUpOpened OpenWrapUp(Interaction state, InteractionFacts facts) =>
        new(state.Id, facts.Now + facts.Rules.WrapUpTimeout, facts.Now + facts.Rules.MaxWrapUp);

    private static InteractionCompleted Default(Interaction state, CodeSource source, DateTimeOffset? due, InteractionFacts facts) =>
        new(state.Id, facts.Rules.DefaultWrapUpCode, source, Late: facts.Now - due > LateAfter) { Why = $"no code by {due:u}" };

    /// <summary>Later than the sweep's waking can explain: the host was down.</summary>
    private static readonly TimeSpan LateAfter = TimeSpan.FromSeconds(30);

    private static string EndedWhy(InteractionInput.VendorEnded end) => end.Reason is { Length: > 0 } why ? $"the vendor reports the end: {why}" : "the vendor reports the end";
}
