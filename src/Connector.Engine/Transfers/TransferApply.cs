namespace Connector.Engine.Transfers;

/// <summary>The next state of a transfer; decides nothing.</summary>
public static class TransferApply
{
    public static Transfer Apply(Transfer? state, TransferEvent happened, DateTimeOffset now) => happened switch
    {
        TransferRequested e => e.Initial with { State = TransferState.Requested },
        TransferSeen e => e.Initial with { State = TransferState.Accepted, Inward = true },
        TransferAccepted e => state! with { State = TransferState.Accepted, AcceptedAt = now, DueAt = e.DueAt },
        TransferRefused e => Over(state!, now) with { State = TransferState.Refused, Reason = e.Reason },
        TransferAssigned e => state! with { State = TransferState.Assigned, TargetAgent = e.Agent, AssignedAt = now, DueAt = null },
        TransferConfirmed => Over(state!, now) with { State = TransferState.Confirmed },
        TransferTimedOut e => Over(state!, now) with { State = TransferState.TimedOut, Reason = e.Reason },
        TransferUnanswered e => state! with { Reason = e.Reason, DueAt = null },
        _ => state!,
    };

    private static Transfer Over(Transfer state, DateTimeOffset now) => state with { EndedAt = now, DueAt = null };
}
