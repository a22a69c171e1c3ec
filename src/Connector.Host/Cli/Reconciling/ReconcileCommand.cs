using System.CommandLine;
using Connector.Host.Api.Admin;
using Connector.Host.Cli.Access;
using Connector.Host.Cli.Output;
using Connector.Host.Cli.Running;
using Connector.Host.Operations;
using Connector.Host.Operations.Reconciling;
using Connector.Runtime.Reconciling;

namespace Connector.Host.Cli.Reconciling;

/// <summary><c>reconcile</c>: both systems compared; exit 1 when they differ and it was not repaired.</summary>
internal static class ReconcileCommand
{
    private static readonly Argument<string?> Maybe = new("INSTANCE") { Description = "Only this instance", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<bool> Repair = new("--repair") { Description = "Bring both sides together" };

    public static Command Create() => new Command("reconcile", "Compare states, owners, codes, open items and capacity of both systems (exit 1 if they differ)").With(Maybe, Repair).Does(RunAsync);

    private static async Task<int> RunAsync(Invocation call, CancellationToken cancellation)
    {
        var (instance, repair) = (call.Get(Maybe), call.Get(Repair));
        var report = await WriteAccess.DoAsync(call, new Write<ReconciliationReport>(HttpMethod.Post, "admin/reconcile", new ReconcileRequest(instance, repair), (by, c) => RunHereAsync(by, instance, repair, c)), cancellation);
        call.Print.Answer(report, Write);
        return report.Clean || report.Repair && report.Instances.All(i => i.Problem is null && i.Differences.All(d => d.Repair != Engine.Reconciling.RepairKind.None)) ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<ReconciliationReport> RunHereAsync(Operator by, string? instance, bool repair, CancellationToken cancellation)
    {
        await by.App.StartInstancesAsync(cancellation);
        return await new ReconcileDesk(by).RunAsync(instance, repair, cancellation);
    }

    private static void Write(ReconciliationReport r, Printer print)
    {
        if (r.Instances.Count == 0) print.Text("no instance can be compared");
        foreach (var i in r.Instances)
        {
            print.Text($"{i.Instance}: {i.Compared} compared{(i.Listed is null ? "" : $", {i.Listed} open at the vendor")}, {i.Differences.Count} differences, {i.Repaired} repaired{(i.Problem is null ? "" : $"; {i.Problem}")}");
            if (i.Differences.Count > 0) print.Table(new Table("record", "field", "here", "vendor", "repair", "what").AddAll(i.Differences, d => [d.Record, d.Field, d.Here, d.There, d.Repair, d.Says]));
        }
    }
}
