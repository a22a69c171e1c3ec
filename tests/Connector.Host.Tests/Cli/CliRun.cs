using System.Text.Json.Nodes;
using Connector.Host.Cli;
using Connector.Host.Cli.Running;

namespace Connector.Host.Tests.Cli;

/// <summary>What one call of the command line came to.</summary>
internal sealed record CliResult(int Exit, string Out, string Error)
{
    public JsonNode Json => JsonNode.Parse(Out) ?? throw new InvalidOperationException("no JSON");

    public IReadOnlyList<JsonNode> Lines => [.. Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!)];

    public string ErrorLine => Assert.Single(Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>Calls the command line in this process, in a folder of its own.</summary>
internal sealed class CliRun : IDisposable
{
    public TempFolder Folder { get; } = new();

    public Dictionary<string, string> Environment { get; } = new() { ["CONNECTOR__Api__Url"] = "http://127.0.0.1:0" };

    public byte[] Input { get; set; } = [];

    public async Task<CliResult> CallAsync(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = await CommandLine.RunAsync(args, Around(output, error), CancellationToken.None);
        return new(exit, output.ToString(), error.ToString());
    }

    /// <summary>A running host, until it is stopped.</summary>
    public async Task<RunningHost> HostAsync()
    {
        var (output, error) = (new LockedText(), new LockedText());
        var stop = new CancellationTokenSource();
        var running = Task.Run(() => CommandLine.RunAsync(["run", "--json"], Around(output, error), stop.Token));
        await Task.WhenAny(running, output.UntilAsync("\n"));
        return new(running, stop, output, error);
    }

    public Surroundings Around(TextWriter output, TextWriter error) => new()
    {
        Out = output,
        Error = error,
        In = () => new MemoryStream(Input),
        Folder = Folder.Path,
        Environment = Environment,
    };

    public void Dispose() => Folder.Dispose();
}

internal sealed class RunningHost(Task<int> running, CancellationTokenSource stop, LockedText output, LockedText error) : IAsyncDisposable
{
    public JsonNode Places => JsonNode.Parse(output.ToString().Split('\n')[0])!;

    public string Log => error.ToString();

    public async Task<int> StopAsync()
    {
        await stop.CancelAsync();
        return await running;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stop.Dispose();
    }
}
