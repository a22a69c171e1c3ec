using System.CommandLine;
using Connector.Host.Cli.Access;
using Connector.Host.Cli.Output;
using Connector.Host.Cli.Running;
using Connector.Host.Operations;
using Connector.Host.Operations.Instances;

namespace Connector.Host.Cli.Plugins;

/// <summary>What administrators want of instances, and their probes.</summary>
internal static class InstanceCommands
{
    private static readonly Argument<string> Instance = new("INSTANCE") { Description = "Instance, its key under Instances" };
    private static readonly Argument<string?> Maybe = new("INSTANCE") { Description = "Only this instance", Arity = ArgumentArity.ZeroOrOne };

    public static IEnumerable<Command> Create() =>
    [
        new Command("check", "Probe instances: credentials, permissions, reachability (exit 1 if a probe fails)").With(Maybe).Does(CheckAsync),
        Wish("enable", "Have hosts start the instance"),
        Wish("disable", "Have hosts stop the instance"),
        Wish("pause", "Have hosts stop calling it; it stays loaded"),
        Wish("resume", "Have hosts call it again"),
        Wish("restart", "Have hosts make it anew"),
    ];

    private static Command Wish(string name, string says) => new Command(name, says).With(Instance).Does((call, cancellation) => WantAsync(call, name, cancellation));

    private static async Task<int> WantAsync(Invocation call, string wish, CancellationToken cancellation)
    {
        var id = call.Get(Instance);
        var result = await WriteAccess.DoAsync(call, new Write<OperationResult>(HttpMethod.Post, $"admin/instances/{Uri.EscapeDataString(id)}/{wish}", null,
            (by, c) => new InstanceDesk(by).WantAsync(id, wish, c)), cancellation);
        if (!await WriteAccess.HostRunsAsync(call, cancellation)) call.Print.Note("no host is running; the next one will see it");
        foreach (var note in result.Notes ?? []) call.Print.Note(note);
        return call.Print.Answer(result, Acts.Write);
    }

    private static async Task<int> CheckAsync(Invocation call, CancellationToken cancellation)
    {
        var id = call.Get(Maybe);
        var path = id is null ? "admin/instances/check" : $"admin/instances/{Uri.EscapeDataString(id)}/check";
        var results = await WriteAccess.DoAsync(call, new Write<IReadOnlyList<CheckResult>>(HttpMethod.Post, path, null, (by, c) => CheckHereAsync(by, id, c)), cancellation);
        call.Print.Answer(results, (all, print) => print.Table(new Table("instance", "probe", "ok", "detail", "hint")
            .AddAll(all.SelectMany(r => r.Probes.Select(p => (r.Instance, Probe: p))), x => [x.Instance, x.Probe.Name, x.Probe.Ok, x.Probe.Detail, x.Probe.Hint])));
        return results.All(r => r.Ok) ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>Without a host they are started for the probes, and stopped again with the process.</summary>
    private static async Task<IReadOnlyList<CheckResult>> CheckHereAsync(Operator by, string? id, CancellationToken cancellation)
    {
        await by.App.StartInstancesAsync(cancellation);
        return await new InstanceDesk(by).CheckAsync(id, cancellation);
    }
}
