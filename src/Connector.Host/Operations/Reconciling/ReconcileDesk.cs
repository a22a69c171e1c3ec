using Connector.Engine.Door;
using Connector.Engine.Reconciling;
using Connector.Runtime.Plugins.Instances;
using Connector.Runtime.Reconciling;

namespace Connector.Host.Operations.Reconciling;

/// <summary>Compares both systems by hand; with repair, everything that differs is brought together, items nobody here knows included.</summary>
internal sealed class ReconcileDesk(Operator by)
{
    /// <summary>So many differences are written into the audit one by one.</summary>
    private const int Told = 500;

    public async Task<ReconciliationReport> RunAsync(string? instance, bool repair, CancellationToken cancellation)
    {
        var report = await by.App.Reconciler.RunAsync(Wanted(instance), new ReconciliationRun(by.App.Clock.Now, by.By, by.Correlation, repair, EndUnknown: true), cancellation);
        await by.AuditAsync(repair ? "reconcile repair" : "reconcile", instance ?? "all", $"{report.Instances.Sum(i => i.Differences.Count)} differences", $"{report.Repaired} repaired", cancellation);
        foreach (var (id, d) in report.Instances.SelectMany(i => i.Differences.Where(d => d.Repair != RepairKind.Lag).Select(d => (i.Instance, d))).Take(Told))
            await by.AuditAsync($"reconcile {d.Field}", $"{id} {d.Record}", $"here {d.Here ?? "nothing"}, vendor {d.There ?? "nothing"}", repair ? d.Repair.ToString() : null, cancellation);
        return report;
    }

    private IReadOnlyList<PluginInstance> Wanted(string? id)
    {
        if (id is null) return [.. by.App.Instances.All.Where(i => i.Status.State != InstanceState.Disabled && (!i.Status.TakesCalls || Reconciler.CanCompare(i)))];
        var named = by.App.Instances.Find(id) ?? throw OperationRefusedException.NoSuch("instance", id, by.App.Instances.All.Select(i => i.Id));
        return !named.Status.TakesCalls || Reconciler.CanCompare(named) ? [named] : throw new OperationRefusedException(RuleNames.NotSupported, $"instance '{named.Id}' can neither read one item nor list its open work");
    }
}
