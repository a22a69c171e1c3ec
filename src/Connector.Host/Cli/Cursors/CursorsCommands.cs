using System.CommandLine;
using Connector.Host.Api.Admin;
using Connector.Host.Cli.Access;
using Connector.Host.Cli.Output;
using Connector.Host.Cli.Running;
using Connector.Host.Operations;
using Connector.Host.Operations.Cursors;

namespace Connector.Host.Cli.Cursors;

/// <summary><c>cursors …</c>: how far events were read; moved only while the instance is paused.</summary>
internal static class CursorsCommands
{
    private static readonly Argument<string?> Maybe = new("INSTANCE") { Description = "Only this instance", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Argument<string> Instance = new("INSTANCE") { Description = "Instance, paused" };
    private static readonly Argument<string> Value = new("VALUE") { Description = "The vendor's cursor" };

    public static Command Create() => new Command("cursors", "How far each instance has read the vendor's events").With(
        new Command("show", "Cursors of all instances, or one").With(Maybe).Does(ShowAsync),
        new Command("set", "Move a cursor").With(Instance, Value).Does((call, c) => MoveAsync(call, call.Get(Value), c)),
        new Command("reset", "Read from the vendor's start again").With(Instance).Does((call, c) => MoveAsync(call, null, c)));

    private static async Task<int> ShowAsync(Invocation call, CancellationToken cancellation)
    {
        var loaded = call.LoadChecked();
        await using var store = await ReadAccess.OpenAsync(call, loaded, cancellation);
        var reading = new CursorReading(store, loaded.Settings!);
        IReadOnlyList<CursorView> cursors = call.Get(Maybe) is { } id ? [await reading.OneAsync(id, cancellation)] : await reading.ListAsync(cancellation);
        return call.Print.Answer(cursors, (all, print) => print.Table(new Table("instance", "value", "changed", "by", "paused").AddAll(all, c => [c.Instance, c.Value, c.ChangedAt, c.ChangedBy, c.Paused])));
    }

    private static async Task<int> MoveAsync(Invocation call, string? value, CancellationToken cancellation)
    {
        var instance = call.Get(Instance);
        var result = await WriteAccess.DoAsync(call, new Write<OperationResult>(HttpMethod.Put, $"admin/cursors/{Uri.EscapeDataString(instance)}", new CursorRequest(value),
            (by, c) => new CursorDesk(by).SetAsync(instance, value, c)), cancellation);
        return call.Print.Answer(result, Acts.Write);
    }
}
