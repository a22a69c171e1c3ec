using Connector.Contracts;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Transfers;

namespace Connector.Engine.Routing;

/// <summary>What an observation says about handing work over: ours is finished forward, one from the vendor's desk runs the same path inwards.</summary>
internal static class ObservedTransfers
{
    public static bool IsOwned(WorkState state) => state is WorkState.Accepted or WorkState.Held or WorkState.WrapUp or WorkState.Ended;

    public static void React(Proceedings p, Interaction was, WorkObservation work)
    {
        var open = p.Dossier.OpenTransfer(was.Id);
        if (open is null && Inward(p, was, work) is { } draft) TransferSteps.See(p, was, draft);
        else if (open is not null) Outward(p, was, open, work);
        if (p.Dossier.OpenTransfer(was.Id) is { State: TransferState.Accepted } accepted) Arrive(p, was, accepted, work);
        else if (IsOver(work.State) && p.Dossier.OpenTransfer(was.Id) is { } left) TransferSteps.End(p, was, left, new TransferInput.WorkEnded());
        Confirm(p, was, work);
    }

    private static void Outward(Proceedings p, Interaction was, Transfer open, WorkObservation work)
    {
        var order = new TransferOrder(open.TargetQueue, open.TargetAgent, null, open.SourceAgent, open.RequestedAt, default);
        switch (open.State, TransferReading.Of(order, work))
        {
            case (TransferState.Requested, TransferTrace.Made):
                if (Differs(open, work) is { } differs) p.Log(Observed.NearMiss, differs, was.Id, was.CaseId);
                TransferSteps.Accept(p, was, open);
                break;
            case (TransferState.Requested or TransferState.Accepted, TransferTrace.Failed):
                TransferSteps.End(p, was, open, new TransferInput.Fail(work.Reason ?? "the vendor shows that it came to nothing"), requeued: true);
                break;
        }
    }

    private static string? Differs(Transfer open, WorkObservation work) =>
        open.TargetAgent is { } agent && IsOwned(work.State) && work.Agent != agent ? $"we asked for {agent}, the vendor gave it to {work.Agent}" : null;

    private static void Arrive(Proceedings p, Interaction was, Transfer accepted, WorkObservation work)
    {
        if (IsOwned(work.State) && work.Agent is { } agent && IsNews(accepted, agent, work)) TransferSteps.Assign(p, was, accepted, agent);
        else if (work.State is WorkState.Canceled || work.State == WorkState.Ended && work.Agent is null) TransferSteps.End(p, was, accepted, new TransferInput.WorkEnded());
    }

    /// <summary>The agent who gave it up is still shown until the vendor has caught up with its own answer.</summary>
    private static bool IsNews(Transfer accepted, string agent, WorkObservation work) => agent != accepted.SourceAgent || work.At > accepted.AcceptedAt;

    private static bool IsOver(WorkState state) => state is WorkState.Ended or WorkState.Canceled;

    private static void Confirm(Proceedings p, Interaction was, WorkObservation work)
    {
        var last = p.Dossier.Transfers.FindLast(t => t.InteractionId == was.Id);
        if (last is { State: TransferState.Assigned } && work.OthersEnded && IsOwned(work.State) && work.Agent == last.TargetAgent)
            TransferSteps.Take(p, was, last, new TransferInput.Confirm());
    }

    private static Transfer? Inward(Proceedings p, Interaction was, WorkObservation work)
    {
        if (was.State is not (InteractionState.WorkInProgress or InteractionState.OnHold)) return null;
        var queue = work.Queue is { Length: > 0 } q && !TransferTargets.IsPresent(was, q) ? q : null;
        return work.State switch
        {
            _ when IsOwned(work.State) => work.Agent is { } agent && agent != was.Owner ? Draft(p, was, queue, agent) : null,
            WorkState.PendingAccept when work.Transfer is { State: ObservedTransferState.Pending, Agent: { } target } => Draft(p, was, queue, target),
            WorkState.Queued or WorkState.PendingAccept when queue is not null => Draft(p, was, queue, null),
            _ => null,
        };
    }

    private static Transfer Draft(Proceedings p, Interaction was, string? queue, string? agent) => new()
    {
        Id = p.Given.Fresh.Id(),
        Tenant = was.Tenant,
        InteractionId = was.Id,
        SourceQueue = was.Queue,
        SourceAgent = was.Owner,
        TargetQueue = queue,
        TargetAgent = agent,
        RequestedBy = p.Input.By.Name,
        Reason = "started at the vendor",
    };
}
