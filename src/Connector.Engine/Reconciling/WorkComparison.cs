using Connector.Contracts;
using Connector.Engine.Interactions;
using Connector.Engine.Settings;

namespace Connector.Engine.Reconciling;

/// <summary>What differs between the two sides of one interaction, and what would end it. Pure; the README has the table.</summary>
public static class WorkComparison
{
    public static IReadOnlyList<Difference> Of(Compared c, Setup setup)
    {
        if (c.TransferOpen) return [];
        var can = setup.CapabilitiesOf(c.Ours.Instance);
        var found = c.Ours.IsClosed ? Closed(c, setup, can) : c.Theirs is null ? Missing(c, can) : Open(c, c.Theirs, can);
        return [.. found.Concat(Capacity(c)).Select(d => c.Unfinished is null || d.Repair is RepairKind.Ledger or RepairKind.Confirm ? d : d with { Repair = RepairKind.None, Says = $"{d.Says}; {c.Unfinished}" })];
    }

    private static IEnumerable<Difference> Missing(Compared c, Capability can)
    {
        var ours = c.Ours;
        if (ours.State == InteractionState.New && can.HasFlag(Capability.RouteWork))
            yield return Of(ours, "item", ours.State.ToString(), null, RepairKind.Reroute, "it waits here and the vendor has no such item");
        if (ours.State is InteractionState.WorkInProgress or InteractionState.OnHold && ours.ExternalId is not null)
            yield return Of(ours, "item", ours.State.ToString(), null, RepairKind.Adopt, $"{ours.Owner} works on it here and the vendor no longer has it");
    }

    private static IEnumerable<Difference> Open(Compared c, WorkObservation theirs, Capability can)
    {
        var ours = c.Ours;
        var owned = theirs.State is WorkState.Accepted or WorkState.Held or WorkState.WrapUp;
        if (owned && theirs.Agent is { } agent && agent != ours.Owner)
            yield return Of(ours, "owner", ours.Owner, agent, RepairKind.Adopt, $"{ours.Owner ?? "nobody"} owns it here, {agent} at the vendor");
        if (!Fits(ours.State, theirs.State, can))
            yield return Of(ours, "state", ours.State.ToString(), theirs.State.ToString(), RepairOf(ours, theirs), $"it is {ours.State} here and {theirs.State} at the vendor");
        if (ours.State == InteractionState.New && theirs.State is WorkState.Queued or WorkState.PendingAccept && theirs.Queue is { } queue && queue != ours.Queue)
            yield return Of(ours, "queue", ours.Queue, queue, RepairKind.Adopt, $"it waits in '{ours.Queue}' here and in '{queue}' at the vendor");
    }

    /// <summary>Which of the vendor's states are equal to ours, as far as it can show them at all.</summary>
    private static bool Fits(InteractionState ours, WorkState theirs, Capability can) => (ours, theirs) switch
    {
        (InteractionState.New, WorkState.Queued or WorkState.PendingAccept) => true,
        (InteractionState.WorkInProgress, WorkState.Accepted) => true,
        (InteractionState.OnHold, WorkState.Held) => true,
        (InteractionState.OnHold, WorkState.Accepted) => !can.HasFlag(Capability.Hold),
        (InteractionState.WrapUp, WorkState.WrapUp or WorkState.Ended) => true,
        (InteractionState.WrapUp, WorkState.Accepted or WorkState.Held) => !can.HasFlag(Capability.EndConversation),
        _ => false,
    };

    /// <summary>News of the vendor is taken over, and so is what only the vendor decides (who has it, that it ended); where we moved on, our state is sent again.</summary>
    private static RepairKind RepairOf(Interaction ours, WorkObservation theirs) => (ours.State, theirs.State) switch
    {
        (InteractionState.OnHold, WorkState.Accepted) or (InteractionState.WorkInProgress, WorkState.Held) or (InteractionState.WrapUp, WorkState.Accepted or WorkState.Held)
            when theirs.Rank <= ours.ObservedRank => RepairKind.Send,
        (InteractionState.WrapUp, WorkState.Accepted or WorkState.Held or WorkState.Queued or WorkState.PendingAccept) => RepairKind.Send,
        (InteractionState.WrapUp, WorkState.Canceled) => RepairKind.None,
        _ => RepairKind.Adopt,
    };

    private static IEnumerable<Difference> Closed(Compared c, Setup setup, Capability can)
    {
        var ours = c.Ours;
        if (c.Awaiting is not null && c.Theirs is { } seen)
        {
            var theirs = seen.Code is { } id ? setup.CodeMap.CodeOf(ours.Instance, ours.Queue, id) ?? id : null;
            if (theirs == ours.Code) yield return Of(ours, "code", ours.Code, theirs, RepairKind.Confirm, $"the vendor has '{theirs}', its confirmation never came");
            else yield return Of(ours, "code", ours.Code, theirs, seen.Code is not null && !seen.CodeByTimeout ? RepairKind.Adopt : RepairKind.Send, $"closed with '{ours.Code}' here, '{theirs ?? "nothing"}' at the vendor");
        }
        if (c.Theirs is { State: not (WorkState.Ended or WorkState.Canceled) } open && (can & (Capability.EndClosed | Capability.EndConversation)) != Capability.None && !(open.State == WorkState.WrapUp && !can.HasFlag(Capability.EndClosed)))
            yield return Of(ours, "state", ours.State.ToString(), open.State.ToString(), RepairKind.End, $"it is {ours.State} here and still {open.State} at the vendor");
    }

    private static IEnumerable<Difference> Capacity(Compared c)
    {
        var uses = c.Ours.UsesCapacityOf;
        foreach (var agent in c.Ledger.Keys.Append(uses).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            var (is_, should) = (c.Ledger.GetValueOrDefault(agent), agent == uses ? c.Ours.Size : 0);
            if (is_ != should) yield return Of(c.Ours, "capacity", $"{agent}: {is_}", $"{agent}: {should}", RepairKind.Ledger, $"the ledger counts {is_} for {agent}, the interaction uses {should}");
        }
    }

    private static Difference Of(Interaction ours, string field, string? here, string? there, RepairKind repair, string says) =>
        new(RecordId.Interaction(ours.Id), field, here, there, repair, says);
}
