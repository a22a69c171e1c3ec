using System.CommandLine;
using Connector.Engine.Seeding;
using Connector.Host.Cli.Output;
using Connector.Host.Cli.Running;
using Connector.Runtime.Hosting;
using Connector.Runtime.Seeding;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Host.Cli.Seed;

/// <summary><c>seed FILE</c>: a described state into an empty store, for QA. Prints every key with its ids and tokens.</summary>
internal static class SeedCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "Seed file (JSON)" };

    public static Command Create() => new Command("seed", "Put a described state into an empty store (needs Seed:Enabled)").With(File).Does(RunAsync);

    private static async Task<int> RunAsync(Invocation call, CancellationToken cancellation)
    {
        var path = call.Path(call.Get(File));
        if (!System.IO.File.Exists(path)) throw new WrongCallException($"there is no seed file {path}.");
        await using var app = await ConnectorApp.OpenAsync(call.LoadChecked(), AppMode.Command, NullLoggerFactory.Instance, call.Around.Time, cancellation);
        try
        {
            return call.Print.Answer(await Seeder.SeedAsync(app, path, cancellation), Write);
        }
        catch (SeedException e)
        {
            throw new WrongCallException(e.Message);
        }
    }

    private static void Write(Seeded seeded, Printer print) => print.Table(new Table("key", "id", "thread id", "number", "message id", "reply to")
        .AddAll(seeded.Keys.OrderBy(k => k.Key, StringComparer.Ordinal), k => [k.Key, k.Value.Id, k.Value.ThreadId, k.Value.Number, k.Value.MessageId, k.Value.ReplyTo]));
}
