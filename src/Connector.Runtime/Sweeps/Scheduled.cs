using Connector.Storage.Stores;

namespace Connector.Runtime.Sweeps;

/// <summary>A job the schedule wakes, by name: a sweep over due records, or a look at the vendors.</summary>
public abstract record Scheduled(string Name, TimeSpan Every, string Acts)
{
    public static IReadOnlyList<Scheduled> All => field ??= [.. Sweep.All, .. VendorSweep.All];

    /// <summary>What makes records due; null: the schedule alone.</summary>
    public virtual DueKind? DueBy => null;

    public static Scheduled? Find(string name) => All.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A sweep that reads vendors first and then hands what it saw to the door. It has no due records, so an advance of a virtual clock does not run it.</summary>
public sealed record VendorSweep(string Name, TimeSpan Every, string Acts) : Scheduled(Name, Every, Acts)
{
    public static readonly VendorSweep CodeSync = new("code-sync", TimeSpan.FromMinutes(15), "codes, queues and agents of every vendor are read; news is written down, unmapped codes are imported");
    public static readonly VendorSweep Reconciliation = new("reconciliation", TimeSpan.FromHours(24), "open work of both systems is compared, differences are repaired");

    public static new readonly IReadOnlyList<VendorSweep> All = [CodeSync, Reconciliation];
}

/// <summary>Carries out a <see cref="VendorSweep"/>.</summary>
public interface IVendorSweep
{
    Task<SweepReport> RunAsync(VendorSweep sweep, DateTimeOffset at, bool dryRun, CancellationToken cancellation);
}
