using System.Text.Json;
using Connector.Contracts;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Engine.Routing;
using Connector.Engine.WrapUp;

namespace Connector.Engine.Reconciling;

/// <summary>Repairs one interaction: what the vendor knows better comes in as an observation, what we know better is sent again.</summary>
internal static class ReconcileRules
{
    public static Outcome Decide(RepairWork input, Known known, Given given)
    {
        if (known.Dossier?.Interactions.Find(i => i.Id == input.InteractionId) is not { } ours) return new Outcome(new Answer.Refused(RuleNames.NotFound, $"there is no interaction {RecordId.Interaction(input.InteractionId)}"));
        if (ours.Version != input.SeenVersion) return new Outcome(new Answer.Nothing("it has moved since it was read"));
        var differences = WorkComparison.Of(Compare(input, known.Dossier, ours), given.Setup).Where(d => d.Repair is not (RepairKind.None or RepairKind.Lag)).ToList();
        if (differences.Count == 0) return new Outcome(new Answer.Nothing("both sides agree"));
        return differences.Exists(d => d.Repair == RepairKind.Adopt) ? Adopt(input, known, given, ours, differences) : Send(input, known.Dossier, given, ours, differences);
    }

    public static Outcome Decide(EndStray input, Known known, Given given)
    {
        var p = new Proceedings(known.Dossier ?? new Dossier(), input, given);
        var ours = input.InteractionId is { } id ? known.Dossier?.Interactions.Find(i => i.Id == id) : null;
        if (ours is { IsClosed: false } && ours.ExternalId == input.ExternalId) return new Outcome(new Answer.Nothing("the item stands for open work"));
        if (ours is not null) p.Set(ours with { UpdatedAt = p.Now });
        foreach (var stage in Stages(given, input.Instance)) p.Send(ours ?? Nobody(given, input), End(input.Instance, stage, input.ExternalId));
        p.Log("Reconciled", "an item of the vendor that stands for nothing here is ended", ours?.Id, ours?.CaseId, before: input.ExternalId);
        return p.Close(new Answer.Done());
    }

    private static Compared Compare(RepairWork input, Dossier dossier, Interaction ours) => new()
    {
        Ours = ours,
        Theirs = input.Theirs,
        Awaiting = dossier.Segments.FindLast(s => s.InteractionId == ours.Id && s.AwaitingConfirmation),
        TransferOpen = dossier.OpenTransfer(ours.Id) is not null,
        Unfinished = input.Unfinished,
        Ledger = input.Ledger,
    };

    /// <summary>The rank is of no account here: the item was read for this. Nothing is written back to the instance it came from.</summary>
    private static Outcome Adopt(RepairWork input, Known known, Given given, Interaction ours, List<Difference> differences)
    {
        var work = input.Theirs ?? Gone(ours, input.At);
        var seen = new Observed { At = input.At, By = input.By with { Instance = ours.Instance }, Correlation = input.Correlation, Instance = ours.Instance, Work = work };
        var before = ours with { ObservedRank = work.Rank - 1, ObservedState = StateBefore(ours) };
        var outcome = ObservationRules.Decide(seen, known with { Dossier = known.Dossier!.With(before) }, given);
        if (outcome.Answer is not Answer.Done) return outcome;
        var p = new Proceedings(new Dossier(), input, given);
        foreach (var d in differences.Where(d => d.Repair == RepairKind.Adopt)) Tell(p, ours, d);
        return outcome with { Inserts = [.. outcome.Inserts, .. p.Close(outcome.Answer).Inserts] };
    }

    /// <summary>As if the vendor had shown our state before: what it shows now is its news.</summary>
    private static string StateBefore(Interaction ours) => ours.State switch
    {
        InteractionState.WorkInProgress => nameof(WorkState.Accepted),
        InteractionState.OnHold => nameof(WorkState.Held),
        _ => ours.ObservedState,
    };

    private static WorkObservation Gone(Interaction ours, DateTimeOffset at) => new()
    {
        ExternalId = ours.ExternalId ?? "", InteractionId = RecordId.Interaction(ours.Id), Round = ours.Round, State = WorkState.Ended, Rank = ours.ObservedRank + 1,
        Reason = "the vendor no longer has it", At = at,
    };

    private static Outcome Send(RepairWork input, Dossier dossier, Given given, Interaction ours, List<Difference> differences)
    {
        var p = new Proceedings(dossier, input, given);
        p.Set(ours with { UpdatedAt = p.Now });
        foreach (var d in differences)
        {
            Carry(p, input, p.Interaction(ours.Id), d);
            Tell(p, ours, d);
        }
        return p.Close(new Answer.Done(new CommandResult(ours.Id)));
    }

    private static void Carry(Proceedings p, RepairWork input, Interaction ours, Difference d)
    {
        switch (d.Repair, d.Field)
        {
            case (RepairKind.Reroute, _):
                p.Raise(new InteractionQueued(ours.Id, ours.Queue) { Why = d.Says });
                break;
            case (RepairKind.Confirm, _):
                var segment = p.Dossier.Segments.FindLast(s => s.InteractionId == ours.Id && s.AwaitingConfirmation)!;
                p.Set(segment with { State = SegmentState.Confirmed, AwaitingConfirmation = false, ConfirmedAt = p.Now });
                break;
            case (RepairKind.Send, "code"):
                SendCode(p, ours);
                break;
            case (RepairKind.Send, _):
                p.Send(ours, StateCall(ours));
                break;
            case (RepairKind.End, _):
                foreach (var stage in Stages(p.Given, ours.Instance)) p.Send(ours, End(ours.Instance, stage, input.Theirs!.ExternalId));
                break;
            case (RepairKind.Ledger, _):
                Correct(p, input, ours, d);
                break;
        }
    }

    private static OutgoingWork StateCall(Interaction ours) => ours.State switch
    {
        InteractionState.OnHold => new(ours.Instance, nameof(WorkOperation.Hold), "{}", Precondition.InState(ours)),
        InteractionState.WorkInProgress => new(ours.Instance, nameof(WorkOperation.Resume), "{}", Precondition.InState(ours)),
        _ => End(ours.Instance, EndStage.ConversationOver, null) with { Precondition = Precondition.InState(ours) },
    };

    private static void SendCode(Proceedings p, Interaction ours)
    {
        var segment = p.Dossier.Segments.FindLast(s => s.InteractionId == ours.Id && s.AwaitingConfirmation)!;
        var code = new WrapUpCode(ours.Code!, segment.Notes, segment.SubmittedAt ?? p.Now, segment.Source == CodeSource.Agent);
        p.Send(ours, new(ours.Instance, nameof(WorkOperation.SetWrapUp), JsonSerializer.Serialize(code, OutboxJson.Default.WrapUpCode), Precondition.InRound(ours)) { SegmentId = segment.Id });
    }

    private static void Correct(Proceedings p, RepairWork input, Interaction ours, Difference d)
    {
        var agent = d.Here![..d.Here!.LastIndexOf(':')];
        p.Add(new CapacityEntry
        {
            Id = p.Given.Fresh.Id(),
            Tenant = ours.Tenant,
            Agent = agent,
            ChannelType = ours.ChannelType,
            InteractionId = ours.Id,
            Delta = (agent == ours.UsesCapacityOf ? ours.Size : 0) - input.Ledger.GetValueOrDefault(agent),
            Cause = "Reconciled",
            At = p.Now,
        });
    }

    private static OutgoingWork End(string instance, EndStage stage, string? externalId) =>
        new(instance, nameof(WorkOperation.End), JsonSerializer.Serialize(new EndPayload(stage, externalId), OutboxJson.Default.EndPayload));

    private static IEnumerable<EndStage> Stages(Given given, string instance)
    {
        var can = given.Setup.CapabilitiesOf(instance);
        if (can.HasFlag(Capability.EndConversation)) yield return EndStage.ConversationOver;
        if (can.HasFlag(Capability.EndClosed)) yield return EndStage.Closed;
    }

    private static Interaction Nobody(Given given, EndStray input) => new() { Id = 0, Tenant = given.Setup.Tenant, Channel = "", Instance = input.Instance };

    private static void Tell(Proceedings p, Interaction ours, Difference d) =>
        p.Log("Reconciled", $"{d.Field}: {d.Says}", ours.Id, ours.CaseId, before: $"here {d.Here ?? "nothing"}, vendor {d.There ?? "nothing"}", after: d.Repair.ToString());
}
