using Connector.Contracts;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Settings;

namespace Connector.Engine.Routing;

/// <summary>What the vendor's side of an interaction looks like, as read by the runtime or as an event said.</summary>
public sealed record Observed : Input
{
    public required string Instance { get; init; }
    public required WorkObservation Work { get; init; }
}

/// <summary>Compares an observation with our state. Equal: nothing. Late (a lower rank, an earlier round): nothing.</summary>
internal static class ObservationRules
{
    public static Outcome Decide(Observed input, Known known, Given given)
    {
        var work = input.Work;
        var interaction = known.Dossier?.Interactions.Find(i => i.Instance == input.Instance && Names(i, work));
        if (interaction is null) return new Outcome(new Answer.Nothing($"no interaction of ours is {work.ExternalId}"));
        if (RoundOf(work, known.Dossier!) is { } round && round != interaction.Round) return new Outcome(new Answer.Nothing($"round {round} is over, it is {interaction.Round}"));
        if (work.ExternalId == interaction.ExternalId && work.Rank <= interaction.ObservedRank) return new Outcome(new Answer.Nothing("seen already, or late"));
        var p = new Proceedings(known.Dossier!, input, given);
        Adopt(p, interaction, work);
        foreach (var step in Steps(interaction, work))
            p.Take(InteractionRules.Decide(p.Interaction(interaction.Id), step, FactsOf(p, interaction)));
        return p.Close(new Answer.Done(new CommandResult(interaction.Id)));
    }

    /// <summary>As the vendor carries it, else as we noted it with the id: work that a later routing replaced says nothing any more.</summary>
    private static int? RoundOf(WorkObservation work, Dossier dossier) =>
        work.Round ?? dossier.ExternalRefs.Find(r => r.ExternalId == work.ExternalId)?.Round;

    private static bool Names(Interaction i, WorkObservation work) =>
        i.ExternalId == work.ExternalId || work.InteractionId == RecordId.Interaction(i.Id);

    /// <summary>Remembers the observation, and the vendor's id when the answer to our call is not known yet.</summary>
    private static void Adopt(Proceedings p, Interaction interaction, WorkObservation work)
    {
        ExternalIds.Set(p, interaction.Id, work.ExternalId);
        p.Set(p.Interaction(interaction.Id) with { ObservedRank = work.Rank, ObservedState = work.State.ToString() });
    }

    /// <summary>What differs, as inputs of the state table. A state we asked for ourselves comes back equal and gives none. Steps that were missed, since only
    /// the newest observation counts, are gone through: any order of observations ends in the same state.</summary>
    private static IEnumerable<InteractionInput> Steps(Interaction ours, WorkObservation work)
    {
        var working = ours.State is InteractionState.WorkInProgress or InteractionState.OnHold;
        var taken = (working || ours.State == InteractionState.New) && IsOwned(work.State) && work.Agent is not null && work.Agent != ours.Owner;
        if (taken && working) yield return new InteractionInput.TransferAccepted(work.Queue);
        if (taken) yield return new InteractionInput.Assigned(work.Agent!);
        if (Then(ours, work, working, taken) is { } then) yield return then;
    }

    private static bool IsOwned(WorkState state) => state is WorkState.Accepted or WorkState.Held or WorkState.WrapUp or WorkState.Ended;

    private static InteractionInput? Then(Interaction ours, WorkObservation work, bool working, bool taken) => work.State switch
    {
        WorkState.Accepted when ours.State == InteractionState.OnHold && !taken && ours.ObservedState == nameof(WorkState.Held) => new InteractionInput.Resume(),
        WorkState.Held when taken || ours.State == InteractionState.WorkInProgress && ours.ObservedState == nameof(WorkState.Accepted) => new InteractionInput.Hold(),
        WorkState.WrapUp or WorkState.Ended when working || taken => new InteractionInput.VendorEnded(work.Reason),
        WorkState.Ended or WorkState.Canceled when ours.State == InteractionState.New => new InteractionInput.VendorEnded(work.Reason),
        WorkState.Queued when working => new InteractionInput.OwnerLost("the vendor queued it again", Requeued: true),
        _ => null,
    };

    private static InteractionFacts FactsOf(Proceedings p, Interaction interaction) =>
        new(p.Now, p.Given.Setup.Channel(interaction.Channel)?.Rules ?? new Rules(), p.Dossier.OpenTransfer(interaction.Id) is not null);
}

/// <summary>Keeps the vendor's ids of an interaction, each with its span.</summary>
internal static class ExternalIds
{
    public static void Set(Proceedings p, long interaction, string externalId)
    {
        var i = p.Interaction(interaction);
        if (i.ExternalId == externalId) return;
        foreach (var old in p.Dossier.ExternalRefs.FindAll(r => r.InteractionId == interaction && r.Until is null)) p.Set(old with { Until = p.Now });
        p.Set(new ExternalRef
        {
            Id = p.Given.Fresh.Id(),
            Tenant = i.Tenant,
            InteractionId = i.Id,
            Instance = i.Instance,
            ExternalId = externalId,
            Round = i.Round,
            From = p.Now,
        });
        p.Set(i with { ExternalId = externalId });
        p.Log("ExternalIdGiven", $"instance {i.Instance}", i.Id, i.CaseId, after: externalId);
    }
}
