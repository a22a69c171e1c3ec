namespace Connector.Engine.Interactions;

/// <summary>The next state of an interaction after an event. Decides nothing.</summary>
public static class InteractionApply
{
    public static Interaction Apply(Interaction? state, InteractionEvent happened, DateTimeOffset now) =>
        Changed(state!, happened, now) with { UpdatedAt = now };

    private static Interaction Changed(Interaction state, InteractionEvent happened, DateTimeOffset now) => happened switch
    {
        InteractionOpened e => e.Initial with { State = InteractionState.New, CreatedAt = now, WaitingSince = now, LastHumanAt = now },
        InteractionQueued e => state with { State = InteractionState.New, Queue = e.Queue, Round = state.Round + 1, WaitingSince = now, ObservedRank = 0, ObservedState = "" },
        InteractionAssigned e => state with { State = InteractionState.WorkInProgress, Owner = e.Agent },
        InteractionHeld e => state with { State = InteractionState.OnHold, InactivityDue = e.InactivityDue },
        InteractionResumed => state with { State = InteractionState.WorkInProgress, InactivityDue = null },
        CustomerMessageJoined => state with { LastHumanAt = now },
        AgentMessageSent => state with { LastHumanAt = now, FirstResponseAt = state.FirstResponseAt ?? now },
        ClocksRestarted e => state with { InactivityDue = e.InactivityDue },
        WrapUpOpened e => state with { State = InteractionState.WrapUp, WrapUpDue = e.TimeoutDue, SafetyDue = e.SafetyDue, InactivityDue = null },
        WrapUpCancelled => state with { State = InteractionState.WorkInProgress, WrapUpDue = null, SafetyDue = null },
        InteractionCompleted e => Closed(state, now) with { State = InteractionState.ClosedComplete, Code = e.Code, CodeSource = e.Source },
        InteractionAbandoned e => Closed(state, now) with { State = InteractionState.ClosedAbandoned, NoCodeReason = e.NoCodeReason },
        OwnerReleased e => state with { State = InteractionState.New, PreviousOwner = state.Owner, Owner = null, InactivityDue = null, WaitingSince = now, Queue = e.Queue ?? state.Queue },
        InteractionReturned e => state with { Queue = e.Queue, WaitingSince = now },
        CodeCorrected e => state with { Code = e.Code, CodeSource = CodeSource.Agent },
        CaseLinked e => state with { CaseId = e.CaseId },
        _ => state,
    };

    private static Interaction Closed(Interaction state, DateTimeOffset now) =>
        state with { ClosedAt = now, InactivityDue = null, WrapUpDue = null, SafetyDue = null };
}
