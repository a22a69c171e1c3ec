using Connector.Engine.Door;
using Connector.Runtime.Hosting;
using Connector.Runtime.Sweeps;

namespace Connector.Host.Operations.Sweeps;

/// <summary>Runs a sweep by hand, or shows what a run would do.</summary>
internal sealed class SweepDesk(Operator by)
{
    public async Task<SweepReport> RunAsync(string name, DateTimeOffset? now, bool dryRun, CancellationToken cancellation)
    {
        var sweep = SweepReading.Find(name);
        if (now is not null && !dryRun && !by.App.Settings.Seed.Enabled)
            throw new OperationRefusedException(RuleNames.Forbidden, "now: another time than the clock's is for stores with Seed:Enabled, or for a dry run");
        if (sweep is VendorSweep && by.App.Mode == AppMode.Command) await by.App.StartInstancesAsync(cancellation);
        return await by.ActAsync<SweepReport, SweepReport>(
            beside => by.App.Sweeps.RunAsync(sweep, now, dryRun, beside, cancellation),
            report => report,
            report => [new("sweep run", sweep.Name, null, $"{report.Done} done, {report.Failed} failed")]);
    }
}
