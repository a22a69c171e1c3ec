using System.CommandLine;
using Connector.Contracts;
using Connector.Host.Cli.Access;
using Connector.Host.Cli.Output;
using Connector.Host.Cli.Running;
using Connector.Host.Operations;
using Connector.Host.Operations.Targets;

namespace Connector.Host.Cli.Targets;

/// <summary><c>targets list</c>: where the work of an interaction may be handed.</summary>
internal static class TargetsCommands
{
    private static readonly Argument<string> Interaction = new("INTERACTION") { Description = "Open interaction (i-17)" };

    public static Command Create() => new Command("targets", "Where work may be handed").With(
        new Command("list", "Queues and agents the vendor authorises now for an interaction").With(Interaction).Does(ListAsync));

    private static async Task<int> ListAsync(Invocation call, CancellationToken cancellation)
    {
        var id = call.Get(Interaction);
        var targets = await WriteAccess.DoAsync(call, new Write<IReadOnlyList<TransferTarget>>(HttpMethod.Get, $"admin/targets?interaction={Uri.EscapeDataString(id)}", null, (by, c) => ListHereAsync(by, id, c)), cancellation);
        return call.Print.Answer(targets, (all, print) => print.Table(new Table("queue", "agent", "name").AddAll(all, t => [t.Queue, t.Agent, t.Name])));
    }

    private static async Task<IReadOnlyList<TransferTarget>> ListHereAsync(Operator by, string id, CancellationToken cancellation)
    {
        await by.App.StartInstancesAsync(cancellation);
        return await new TargetReading(by.App).ListAsync(id, cancellation);
    }
}
