namespace Connector.Engine.Cases;

/// <summary>The next state of a case after an event. Decides nothing.</summary>
public static class CaseApply
{
    public static Case Apply(Case? state, CaseEvent happened, DateTimeOffset now, string by) =>
        Changed(state!, happened, now) with { UpdatedAt = now, UpdatedBy = by };

    private static Case Changed(Case state, CaseEvent happened, DateTimeOffset now) => happened switch
    {
        CaseOpened e => e.Initial with { State = CaseState.New, CreatedAt = now },
        CaseAssigned e => state with { State = state.State == CaseState.New ? CaseState.Open : state.State, Assignee = e.Agent, AssignedAt = now },
        CaseBegun => Open(state),
        CasePended e => state with { State = CaseState.Pending, PendingReason = e.Reason },
        CaseReturnedToOpen => Open(state),
        CaseReopened => Open(state) with { ClosedAt = null, CloseReason = null, MergedInto = null, DuplicateOf = null },
        CaseResolved e => state with { State = CaseState.Resolved, ResolvedAt = now, Disposition = e.Disposition ?? state.Disposition, CloseDue = e.CloseDue, PendingReason = null },
        CaseClosed e => state with { State = CaseState.Closed, ClosedAt = now, CloseReason = e.Reason, CloseDue = null, MergedInto = e.MergedInto, DuplicateOf = e.DuplicateOf },
        CaseUnmerged e => state with { State = e.Before, CloseDue = e.CloseDue, ClosedAt = null, CloseReason = null, MergedInto = null },
        _ => state,
    };

    private static Case Open(Case state) => state with { State = CaseState.Open, PendingReason = null, ResolvedAt = null, CloseDue = null };
}
