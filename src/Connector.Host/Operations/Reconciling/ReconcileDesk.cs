using Connector.Engine.Door;
using Connector.Engine.Reconciling;
using Connector.Runtime.Plugins.Instances;
using Connector.Runtime.Reconciling;
using Connector.Storage.Writing;

namespace Connector.Host.Operations.Reconciling;

/// <summary>Compares both systems by hand; with repair, everything that differs is brought together, items nobody here knows included.</summary>
internal sealed class ReconcileDesk(Operator by)
{
    /// <summary>So many differences are written into the audit one by one.</summary>
    private const int Told = 500;

    public Task<ReconciliationReport> RunAsync(string? instance, bool repair, CancellationToken cancellation)
    {
        var told = new HashSet<(string Instance, Difference Difference)>();
        Beside<Outcome> Repaired(string id, IReadOnlyList<Difference> found) => (outcome, fresh) =>
        {
            if (outcome.Answer is not Answer.Done) return [];
            told.UnionWith(found.Select(d => (id, d)));
            return found.Select(d => by.EntryOf(LineOf(id, d, repair), fresh));
        };
        return by.ActAsync<ReconciliationReport, ReconciliationReport>(
            async beside =>
            {
                var run = new ReconciliationRun(by.App.Clock.Now, by.By, by.Correlation, repair, EndUnknown: true, Repaired);
                return await by.App.Store.Audit.ConcludeAsync(await by.App.Reconciler.RunAsync(Wanted(instance), run, cancellation), beside, cancellation);
            },
            report => report,
            report => LinesOf(report, instance, repair, told));
    }

    /// <summary>A repair has its lines beside it; the run, and what was not repaired, are told at its end.</summary>
    private static IEnumerable<AuditLine> LinesOf(ReconciliationReport report, string? instance, bool repair, HashSet<(string Instance, Difference Difference)> told) =>
    [
        new(repair ? "reconcile repair" : "reconcile", instance ?? "all", $"{report.Instances.Sum(i => i.Differences.Count)} differences", $"{report.Repaired} repaired"),
        .. report.Instances.SelectMany(i => i.Differences.Where(d => d.Repair != RepairKind.Lag).Select(d => (i.Instance, Difference: d)))
            .Where(d => !told.Contains(d)).Take(Told).Select(d => LineOf(d.Instance, d.Difference, repair)),
    ];

    private static AuditLine LineOf(string id, Difference d, bool repair) =>
        new($"reconcile {d.Field}", $"{id} {d.Record}", $"here {d.Here ?? "nothing"}, vendor {d.There ?? "nothing"}", repair ? d.Repair.ToString() : null);

    private IReadOnlyList<PluginInstance> Wanted(string? id)
    {
        if (id is null) return [.. by.App.Instances.All.Where(i => i.Status.State != InstanceState.Disabled && (!i.Status.TakesCalls || Reconciler.CanCompare(i)))];
        var named = by.App.Instances.Find(id) ?? throw OperationRefusedException.NoSuch("instance", id, by.App.Instances.All.Select(i => i.Id));
        return !named.Status.TakesCalls || Reconciler.CanCompare(named) ? [named] : throw new OperationRefusedException(RuleNames.NotSupported, $"instance '{named.Id}' can neither read one item nor list its open work");
    }
}
