using System.Net;
using System.Text.Json.Nodes;
using Connector.EndToEnd.Tests.Kit;

namespace Connector.EndToEnd.Tests.Commands;

/// <summary>Commands on the data folder of a running host: they answer, and the host does not notice.</summary>
public sealed class BesideHostTests
{
    private const int Mails = 200;

    private static readonly string[][] Calls =
    [
        ["status", "--json"],
        ["outbox", "list", "--json"],
        ["quarantine", "list", "--json"],
        ["sweeps", "list", "--json"],
        ["sweeps", "run", "inactivity-closure", "--dry-run", "--json"],
        ["keys", "add", "--role", "Supervisor", "--json"],
        ["plugins", "list", "--json"],
        ["db", "info", "--json"],
        ["db", "backup", "copy.db", "--json"],
        ["audit", "list", "--json"],
    ];

    [Fact]
    public async Task Call_WhileTheHostTakesMail_AnswersAndBreaksNothing()
    {
        await using var work = new Workspace();
        var host = await work.RunAsync();
        var sending = SendAsync(host);
        await Task.WhenAll(Half(work, 0), Half(work, 1));
        var id = await Until.SomeAsync("an interaction", async () => (string?)(await host.Admin.GetAsync("interactions?limit=1")).Json["items"]!.AsArray().FirstOrDefault()?["id"]);
        Assert.Contains(id, (await work.CallAsync("show", id)).With(0).Out, StringComparison.Ordinal);
        work.Write("one.eml", new Letter("one@customer.example", "one@customer.example", "By command", "Hello").Bytes);
        Assert.Equal("new", (string?)Assert.Single((await work.CallAsync("ingest", "one.eml")).With(0).Lines)["decision"]!["action"]);
        Assert.All(await sending, answer => Assert.Equal("new", (string?)answer["decision"]!["action"]));
        Assert.Equal(Mails + 1, (await host.Admin.AllAsync("interactions")).Count);
        Assert.Equal("running", (string?)(await work.CallAsync("status", "--json")).With(0).Json["summary"]);
        Assert.Equal("ready", (string?)(await host.With(null).GetAsync("/health/ready")).Json["status"]);
        await host.StopAsync();
        Assert.StartsWith("no host is running", await SilentAsync(work), StringComparison.Ordinal);
    }

    private static async Task Half(Workspace work, int half)
    {
        foreach (var call in Calls.Where((_, i) => i % 2 == half)) Assert.NotNull((await work.CallAsync(call)).With(0).Json);
    }

    private static async Task<List<JsonNode>> SendAsync(RunningHost host)
    {
        var answers = new List<JsonNode>();
        for (var n = 0; n < Mails; n++)
            answers.Add((await host.Admin.MailAsync(new Letter($"b{n}@customer.example", $"b{n}@customer.example", $"Question {n}", "Hello").Bytes)).With(HttpStatusCode.OK).Json);
        return answers;
    }

    /// <summary>A host is believed to live for fifteen seconds after its last sign.</summary>
    private static Task<string> SilentAsync(Workspace work) => Until.SomeAsync("the status says that no host runs", async () =>
        (string?)(await work.CallAsync("status", "--json")).With(0).Json["summary"] is { } s && s != "running" ? s : null);
}
