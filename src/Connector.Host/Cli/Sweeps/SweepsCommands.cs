using System.CommandLine;
using Connector.Host.Api.Admin;
using Connector.Host.Cli.Access;
using Connector.Host.Cli.Output;
using Connector.Host.Cli.Running;
using Connector.Host.Operations.Status;
using Connector.Host.Operations.Sweeps;
using Connector.Runtime.Sweeps;

namespace Connector.Host.Cli.Sweeps;

/// <summary><c>sweeps list</c> and <c>sweeps run</c>.</summary>
internal static class SweepsCommands
{
    private static readonly Argument<string> Name = new("NAME") { Description = $"One of {string.Join(", ", Scheduled.All.Select(s => s.Name))}" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Show what a run would do" };

    public static Command Create() => new Command("sweeps", "Scheduled jobs: what they did, what is due").With(
        new Command("list", "Schedules, last and next run").Does(ListAsync),
        new Command("run", "Run a sweep now").With(Name, NowOption.At, DryRun).Does(RunAsync));

    private static async Task<int> ListAsync(Invocation call, CancellationToken cancellation)
    {
        var loaded = call.LoadChecked();
        await using var store = await ReadAccess.OpenAsync(call, loaded, cancellation);
        var status = await new StatusReading(store, loaded, call.Around.Time).ReadAsync(null, cancellation);
        return call.Print.Answer(status.Sweeps, (sweeps, print) => print.Table(new Table("sweep", "every", "last run", "due", "done", "failed", "next run", "next due", "acts on")
            .AddAll(sweeps, s => [s.Name, s.Every, s.LastRun?.StartedAt, s.LastRun?.Due, s.LastRun?.Done, s.LastRun?.Failed, s.NextRun, s.NextDue, s.Acts])));
    }

    private static async Task<int> RunAsync(Invocation call, CancellationToken cancellation)
    {
        var (name, now, dryRun) = (SweepReading.Find(call.Get(Name)).Name, NowOption.Read(call), call.Get(DryRun));
        if (now is not null) await NowOption.RequireNoHostAsync(call, cancellation);
        var report = await WriteAccess.DoAsync(call, new Write<SweepReport>(HttpMethod.Post, $"admin/sweeps/{name}/run", new SweepRequest(now, dryRun),
            (by, c) => new SweepDesk(by).RunAsync(name, now, dryRun, c)), cancellation);
        call.Print.Answer(report, Write);
        return report.Failed == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Write(SweepReport r, Printer print)
    {
        print.Text($"{r.Sweep} at {Cells.Text(r.At)}: {r.Done} {(r.DryRun ? "would be done" : "done")}, {r.Skipped} skipped, {r.Failed} failed");
        foreach (var failure in r.Failures) print.Text(failure);
        if (r.Done > 0) print.Table(new Table("record", "what", "before", "after", "why").AddAll(r.Effects, e => [e.Id, e.What, e.Before, e.After, e.Why]));
    }
}
