using System.CommandLine;
using Connector.Host.Cli.Demo.Vendors;
using Connector.Host.Cli.Output;
using Connector.Host.Cli.Running;

namespace Connector.Host.Cli.Demo;

/// <summary>The whole story on the embedded default, or with a vendor's stubs: real mails in, routed, answered, replied, held, made a case, wrapped up, swept.</summary>
internal static class DemoCommand
{
    private static readonly Option<string?> Vendor = new("--vendor") { Description = "Tell the story against the stubs of this vendor", HelpName = "ID" };
    private static readonly Option<string?> Stubs = new("--stubs") { Description = "Address of stubs that run already; without it they are started", HelpName = "URL" };

    public static Command Create() => new Command("demo", "Show the whole way of customer mail, in a new folder, on a clock of its own")
        .With(Vendor, Stubs)
        .Does(RunAsync);

    private static Task<int> RunAsync(Invocation call, CancellationToken cancellation) =>
        call.Get(Vendor) is { } vendor && !vendor.Equals("Awa", StringComparison.OrdinalIgnoreCase) ? OutsideAsync(call, vendor, cancellation) : EmbeddedAsync(call, cancellation);

    private static async Task<int> EmbeddedAsync(Invocation call, CancellationToken cancellation)
    {
        await using var world = await DemoWorld.OpenAsync(DemoFolder.Make(call), call.Around.Time, cancellation);
        await new DemoStory(world, Teller(call)).TellAsync(cancellation);
        return await EndAsync(call, world, cancellation);
    }

    private static async Task<int> OutsideAsync(Invocation call, string vendor, CancellationToken cancellation)
    {
        var story = StubStory.Read(vendor);
        await using var stubs = await StubServer.OpenAsync(vendor, Running(call.Get(Stubs)), call.Around.Folder, cancellation);
        var folder = DemoFolder.Make(call, story.Settings(stubs.Url), story.Secrets);
        await using var world = await DemoWorld.OpenAsync(folder, call.Around.Time, cancellation);
        await new VendorDemo(world, stubs, story, Teller(call)).TellAsync(cancellation);
        return await EndAsync(call, world, cancellation);
    }

    private static Uri? Running(string? stubs) => stubs is null ? null
        : Uri.TryCreate(stubs, UriKind.Absolute, out var url) && url.IsLoopback ? url
        : throw new WrongCallException($"--stubs: '{stubs}' is not the address of stubs on this machine, as in http://127.0.0.1:8090");

    private static Action<string> Teller(Invocation call) => call.Print.Json ? _ => { } : line => call.Print.Text(line);

    private static async Task<int> EndAsync(Invocation call, DemoWorld world, CancellationToken cancellation)
    {
        call.Print.Answer(await DemoEnding.OfAsync(world, cancellation), DemoEnding.Write);
        return ExitCode.Done;
    }
}
