using Connector.Contracts;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Engine.Settings;
using Connector.Engine.Transfers;

namespace Connector.Engine.Routing;

/// <summary>What the vendor's side of an interaction looks like, as read by the runtime or as an event said.</summary>
public sealed record Observed : Input
{
    public required string Instance { get; init; }
    public required WorkObservation Work { get; init; }

    /// <summary>Read because the vendor did not take an act of ours: the answer to what is on its way.</summary>
    public bool AnswersCall { get; init; }

    /// <summary>The line of the stream when our own write came back, and not as we wrote it.</summary>
    public const string NearMiss = "EchoNearMiss";
}

/// <summary>Compares an observation with our state. Equal: nothing. Late (a lower rank, an earlier round, work that was replaced): nothing.</summary>
internal static class ObservationRules
{
    public static Outcome Decide(Observed input, Known known, Given given)
    {
        var work = input.Work;
        var interaction = known.Dossier?.Interactions.Find(i => i.Instance == input.Instance && Names(i, work, known.Dossier));
        if (interaction is null) return new Outcome(new Answer.Nothing($"no interaction of ours is {work.ExternalId}"));
        if (Late(interaction, work, known.Dossier!) is { } late) return new Outcome(new Answer.Nothing(late));
        var p = new Proceedings(known.Dossier!, input, given);
        Adopt(p, interaction, work);
        ObservedTransfers.React(p, interaction, work);
        foreach (var step in Steps(interaction, p.Interaction(interaction.Id), p.Dossier.OpenTransfer(interaction.Id), work))
            if (IsOlder(step, interaction, p.Interaction(interaction.Id), input, known)) LeaveForLater(p, interaction, work);
            else p.Take(InteractionRules.Decide(p.Interaction(interaction.Id), step, FactsOf(p, interaction)));
        Follow(p, p.Interaction(interaction.Id), work);
        ObservedCodes.React(p, known, p.Interaction(interaction.Id), work);
        return p.Close(new Answer.Done(new CommandResult(interaction.Id)));
    }

    private static bool Names(Interaction i, WorkObservation work, Dossier dossier) =>
        i.ExternalId == work.ExternalId || work.InteractionId == RecordId.Interaction(i.Id) || Ref(i, work, dossier) is not null;

    private static ExternalRef? Ref(Interaction i, WorkObservation work, Dossier dossier) =>
        dossier.ExternalRefs.FindLast(r => r.InteractionId == i.Id && r.Instance == i.Instance && r.ExternalId == work.ExternalId);

    /// <summary>What we noted with the id counts before what the vendor carries: work may be queued again under its old mark.</summary>
    private static string? Late(Interaction i, WorkObservation work, Dossier dossier)
    {
        var noted = Ref(i, work, dossier);
        if (noted?.Until is not null && i.ExternalId != work.ExternalId) return $"{work.ExternalId} was replaced by {i.ExternalId}";
        if ((noted?.Round ?? work.Round) is { } round && round != i.Round) return $"round {round} is over, it is {i.Round}";
        return work.ExternalId == i.ExternalId && work.Rank <= i.ObservedRank ? "seen already, or late" : null;
    }

    /// <summary>Remembers the observation, and the vendor's id when the answer to our call is not known yet.</summary>
    private static void Adopt(Proceedings p, Interaction interaction, WorkObservation work)
    {
        ExternalIds.Set(p, interaction.Id, work.ExternalId);
        p.Set(p.Interaction(interaction.Id) with { ObservedRank = work.Rank, ObservedState = work.State.ToString() });
    }

    /// <summary>What the vendor shows of holding is older than what we did since and it has not heard yet. A new owner's hold is not.</summary>
    private static bool IsOlder(InteractionInput step, Interaction was, Interaction now, Observed input, Known known) =>
        step is InteractionInput.Hold or InteractionInput.Resume && now.Owner == was.Owner && !input.AnswersCall && LaneCall.HasHolding(known.Lane);

    /// <summary>Remembers no more of the look than lets a later one bring the step, should our call come to nothing.</summary>
    private static void LeaveForLater(Proceedings p, Interaction was, WorkObservation work)
    {
        var first = WasHeldSince(was, work) ? work.HeldRank!.Value : work.Rank;
        p.Set(p.Interaction(was.Id) with { ObservedRank = first - 1, ObservedState = was.ObservedState });
        p.Log("LookHeldBack", "ours is newer, and still to be told", was.Id, was.CaseId, before: was.State.ToString(), after: work.State.ToString());
    }

    /// <summary>Where it waits, or was taken from, is the vendor's to say: it may have gone there and back to its owner between two looks.</summary>
    private static void Follow(Proceedings p, Interaction now, WorkObservation work)
    {
        if (now.IsClosed || work.Queue is not { Length: > 0 } queue || p.Dossier.OpenTransfer(now.Id) is not null || TransferTargets.IsPresent(now, queue)) return;
        p.Set(now with { Queue = queue });
        p.Log("QueueSeen", "the vendor has it in another queue", now.Id, now.CaseId, before: now.Queue, after: queue);
    }

    /// <summary>What differs beside transfers, as inputs of the state table. A state we asked for ourselves comes back equal and gives none. Steps that were missed, since only
    /// the newest observation counts, are gone through: any order of observations ends in the same state.</summary>
    private static IEnumerable<InteractionInput> Steps(Interaction was, Interaction now, Transfer? open, WorkObservation work)
    {
        var takes = now.State == InteractionState.New && open is null && ObservedTransfers.IsOwned(work.State) && work.Agent is not null;
        if (takes) yield return new InteractionInput.Assigned(work.Agent!);
        if (Then(was, now, work, takes || now.Owner is not null && now.Owner != was.Owner) is { } then) yield return then;
    }

    private static InteractionInput? Then(Interaction was, Interaction now, WorkObservation work, bool taken)
    {
        var working = taken || now.State is InteractionState.WorkInProgress or InteractionState.OnHold;
        return work.State switch
        {
            WorkState.Accepted when was.State == InteractionState.OnHold && !taken && (was.ObservedState == nameof(WorkState.Held) || WasHeldSince(was, work)) => new InteractionInput.Resume(),
            WorkState.Held when taken || was.State == InteractionState.WorkInProgress && (was.ObservedState == nameof(WorkState.Accepted) || WasHeldSince(was, work)) => new InteractionInput.Hold(),
            WorkState.WrapUp or WorkState.Ended when working => new InteractionInput.VendorEnded(work.Reason),
            WorkState.Ended or WorkState.Canceled when now.State == InteractionState.New => new InteractionInput.VendorEnded(work.Reason),
            WorkState.Queued when working => new InteractionInput.OwnerLost("the vendor queued it again", Requeued: true),
            WorkState.PendingAccept when working && work.Agent != now.Owner => new InteractionInput.OwnerLost("the vendor offers it to another", Requeued: true),
            WorkState.PendingAccept when working && WasTaken(was) => new InteractionInput.OwnerLost("the vendor offers it again", Requeued: true),
            _ => null,
        };
    }

    /// <summary>The vendor had shown that its owner has it.</summary>
    private static bool WasTaken(Interaction was) => was.ObservedState is nameof(WorkState.Accepted) or nameof(WorkState.Held);

    /// <summary>What we asked for ourselves may be undone there before anybody looks: a hold after the last look has been heard of, so what is shown now came after it.</summary>
    private static bool WasHeldSince(Interaction was, WorkObservation work) => work.HeldRank > was.ObservedRank;

    private static InteractionFacts FactsOf(Proceedings p, Interaction interaction) =>
        new(p.Now, p.Given.Setup.Channel(interaction.Channel)?.Rules ?? new Rules(), p.Dossier.OpenTransfer(interaction.Id) is not null);
}
