using Connector.Contracts;
using Connector.Engine.Interactions;

namespace Connector.Engine.Reconciling;

/// <summary>What each agent holds at the vendor against what our ledger counts. What single items explain shows there too and ends with their repair.</summary>
public static class CapacityComparison
{
    /// <param name="ours">Open interactions of the instance.</param>
    /// <param name="theirs">The vendor's open items.</param>
    /// <param name="freed">When the vendor frees the capacity of an agent who hands work over.</param>
    public static IReadOnlyList<Difference> Of(IReadOnlyCollection<Interaction> ours, IReadOnlyCollection<WorkObservation> theirs, CapacityFreed freed)
    {
        var open = theirs.Where(w => w.State is WorkState.Accepted or WorkState.WrapUp).Select(w => w.ExternalId).ToHashSet(StringComparer.Ordinal);
        // A wrap-up may go on here after the vendor's end.
        var here = Sum(ours.Where(i => i.UsesCapacityOf is not null && (i.State != InteractionState.WrapUp || i.ExternalId is { } id && open.Contains(id))).Select(i => (i.UsesCapacityOf!, i.Size)));
        var sizes = ours.Where(i => i.ExternalId is not null).GroupBy(i => i.ExternalId!).ToDictionary(g => g.Key, g => g.First().Size);
        var there = Sum(theirs.Where(w => w.Agent is not null && w.State is WorkState.Accepted or WorkState.WrapUp).Select(w => (w.Agent!, sizes.GetValueOrDefault(w.ExternalId, 1))));
        var legs = freed == CapacityFreed.AtWrapUp ? theirs.Where(w => !w.OthersEnded).ToList() : [];
        return
        [
            .. here.Keys.Union(there.Keys).Where(a => here.GetValueOrDefault(a) != there.GetValueOrDefault(a)).Order(StringComparer.Ordinal)
                .Select(a => Uses(a, here.GetValueOrDefault(a), there.GetValueOrDefault(a))),
            .. legs.OrderBy(w => w.ExternalId, StringComparer.Ordinal)
                .Select(w => new Difference(w.InteractionId ?? w.ExternalId, "capacity", "released", "held until wrapped up", RepairKind.Lag, "an earlier agent's part is still open at the vendor, which frees capacity only after wrap-up; ours was released at Accepted")),
        ];
    }

    private static Difference Uses(string agent, int here, int there) =>
        new($"agent {agent}", "capacity", $"{here}", $"{there}", RepairKind.None, $"{agent} uses {here} here and {there} at the vendor; the items above tell why");

    private static Dictionary<string, int> Sum(IEnumerable<(string Agent, int Size)> items) => items.GroupBy(i => i.Agent).ToDictionary(g => g.Key, g => g.Sum(i => i.Size));
}
