using Connector.Contracts;
using Connector.Engine;
using Connector.Engine.Door;
using Connector.Engine.Reconciling;
using Connector.Engine.Settings;
using Connector.Runtime.Clock;
using Connector.Runtime.Door;
using Connector.Runtime.Plugins.Instances;
using Connector.Runtime.Sweeps;
using Connector.Storage;
using Connector.Storage.Writing;

namespace Connector.Runtime.Reconciling;

/// <summary>Compares both systems: each of our open interactions with the vendor's item, the vendor's open items with ours, capacity with what agents hold. Repairs go through the door.</summary>
public sealed class Reconciler(Store store, IDoor door, PluginInstances instances, Func<Setup> setup, IBusinessClock clock) : IVendorSweep
{
    /// <summary>A repair may bring the next difference to light (an item that ended wants its code).</summary>
    private const int Passes = 3;

    public static bool CanCompare(PluginInstance instance) => instance.Can<IReadItem>() || instance.Can<IListOpenWork>();

    /// <summary>By schedule everything is repaired but items nobody here knows: ending those is for a person to say.</summary>
    public async Task<SweepReport> RunAsync(VendorSweep sweep, DateTimeOffset at, bool dryRun, CancellationToken cancellation)
    {
        var running = instances.All.Where(i => i.Status.TakesCalls && CanCompare(i)).ToList();
        var report = await RunAsync(running, new(at, Actor.Sweep(sweep.Name), sweep.Name, Repair: !dryRun, EndUnknown: false), cancellation);
        var effects = report.Instances.SelectMany(i => i.Differences.Where(d => d.Repair != RepairKind.Lag).Select(d => new SweepEffect(d.Record, $"{d.Field} {d.Repair}", d.Here, d.There, d.Says))).ToList();
        var failures = report.Instances.Where(i => i.Problem is not null).Select(i => $"{i.Instance}: {i.Problem}").ToList();
        return new(sweep.Name, at, dryRun, effects, 0, failures.Count) { Failures = failures };
    }

    public async Task<ReconciliationReport> RunAsync(IReadOnlyList<PluginInstance> wanted, ReconciliationRun run, CancellationToken cancellation)
    {
        var results = new List<InstanceReconciliation>();
        foreach (var instance in wanted) results.Add(await OneAsync(instance, run, cancellation));
        return new(run.At, run.Repair, results, results.Sum(r => r.Repaired));
    }

    private async Task<InstanceReconciliation> OneAsync(PluginInstance instance, ReconciliationRun run, CancellationToken cancellation)
    {
        if (!instance.Status.TakesCalls) return new(instance.Id, 0, null, [], 0, $"the instance is {instance.Status.State}: {instance.Status.Reason}");
        var look = new InstanceLook(store, door, instance, setup, clock, run);
        try
        {
            await look.ListAsync(cancellation);
            await look.CompareOursAsync(Passes, cancellation);
            await look.CompareTheirsAsync(cancellation);
            await look.CompareCapacityAsync(cancellation);
            return look.Result(null);
        }
        catch (AdapterException e)
        {
            return look.Result(e.Message);
        }
    }
}

/// <summary>Who compares, when, and what may be done.</summary>
/// <param name="EndUnknown">Items of the vendor that no interaction of ours stands for are ended.</param>
/// <param name="Beside">Rows to store with the repair of these differences of an instance.</param>
public sealed record ReconciliationRun(
    DateTimeOffset At, Actor By, string Correlation, bool Repair, bool EndUnknown, Func<string, IReadOnlyList<Difference>, Beside<Outcome>>? Beside = null);
