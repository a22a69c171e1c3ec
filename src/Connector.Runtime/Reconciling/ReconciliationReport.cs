using Connector.Engine.Reconciling;

namespace Connector.Runtime.Reconciling;

/// <summary>What a comparison of both systems found, and what became of it.</summary>
/// <param name="Repaired">How many differences a repair was handed in for.</param>
public sealed record ReconciliationReport(DateTimeOffset At, bool Repair, IReadOnlyList<InstanceReconciliation> Instances, int Repaired)
{
    /// <summary>Nothing differs but what is no error, and every instance answered.</summary>
    public bool Clean => Instances.All(i => i.Problem is null && i.Differences.All(d => d.Repair == RepairKind.Lag));
}

/// <summary>One instance.</summary>
/// <param name="Compared">Interactions of ours that were compared.</param>
/// <param name="Listed">Open items the vendor listed; null: it cannot.</param>
/// <param name="Problem">Why it could not be compared, or not wholly.</param>
public sealed record InstanceReconciliation(string Instance, int Compared, int? Listed, IReadOnlyList<Difference> Differences, int Repaired, string? Problem = null);
