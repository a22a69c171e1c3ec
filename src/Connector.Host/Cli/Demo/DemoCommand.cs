using System.CommandLine;
using Connector.Host.Cli.Output;
using Connector.Host.Cli.Running;

namespace Connector.Host.Cli.Demo;

/// <summary>The whole story on the embedded default: real mails in, routed, answered, replied, held, made a case, wrapped up, swept.</summary>
internal static class DemoCommand
{
    private static readonly Option<string?> Vendor = new("--vendor") { Description = "Tell the story against the stubs of this vendor", HelpName = "ID" };

    public static Command Create() => new Command("demo", "Show the whole way of customer mail, in a new folder, on a clock of its own")
        .With(Vendor)
        .Does(RunAsync);

    private static async Task<int> RunAsync(Invocation call, CancellationToken cancellation)
    {
        if (call.Get(Vendor) is { } vendor && !vendor.Equals("Awa", StringComparison.OrdinalIgnoreCase))
            throw new WrongCallException($"there are no stubs for '{vendor}'; the story is told on the built-in queue (Awa).");
        await using var world = await DemoWorld.OpenAsync(DemoFolder.Make(call), call.Around.Time, cancellation);
        var story = new DemoStory(world, call.Print.Json ? _ => { } : line => call.Print.Text(line));
        await story.TellAsync(cancellation);
        call.Print.Answer(await DemoEnding.OfAsync(world, cancellation), DemoEnding.Write);
        return ExitCode.Done;
    }
}
