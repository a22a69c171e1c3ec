using System.Net;
using Connector.EndToEnd.Tests.Kit;

namespace Connector.EndToEnd.Tests.Running;

/// <summary><c>connector run</c>, as somebody meets it who has just built it.</summary>
public sealed class RunTests : IAsyncLifetime
{
    /// <summary>Promised is about a second on a quiet machine; this one may be busy.</summary>
    private static readonly TimeSpan Shortly = TimeSpan.FromSeconds(15);

    private readonly Workspace _work = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _work.DisposeAsync();

    [Fact]
    public async Task Run_NoSettings_SaysWhereEachThingIsAndStopsWhenTold()
    {
        var host = _work.Start();
        await Until.TrueAsync("the host says how to stop it", () => host.Out.Contains("Ctrl-C", StringComparison.Ordinal));
        Assert.Contains("built-in", host.Out, StringComparison.Ordinal);
        Assert.Contains(_work.Drop, host.Out, StringComparison.Ordinal);
        Assert.Contains(_work.Outgoing, host.Out, StringComparison.Ordinal);
        Assert.Contains("http://127.0.0.1:", host.Out, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(_work.Data, "admin.key"), host.Out, StringComparison.Ordinal);
        host.Terminate();
        (await host.EndAsync()).With(0);
        Assert.False(File.Exists(Path.Combine(_work.Data, "connector.owner")), "a host that has stopped owns nothing");
    }

    [Fact]
    public async Task Run_MailDropped_ShowsWithRoutingAndActions()
    {
        var host = await _work.RunAsync();
        var dropped = TimeProvider.System.GetTimestamp();
        _work.DropMail("hello.eml", new Letter("hello@customer.example", "anna@customer.example", "Hello", "Is anybody there?").Bytes);
        var seen = await Until.SomeAsync("the mail is an interaction", async () => (await host.Admin.AllAsync("interactions")).SingleOrDefault(), Shortly);
        TestContext.Current.TestOutputHelper?.WriteLine($"seen after {TimeProvider.System.GetElapsedTime(dropped).TotalMilliseconds:0} ms");
        Assert.Equal("Hello", (string?)seen["subject"]);
        Assert.Equal("anna@customer.example", (string?)seen["customer"]!["address"]);
        Assert.Equal(("AWA", "awa", "support"), ((string?)seen["routing"]!["source"], (string?)seen["routing"]!["instance"], (string?)seen["routing"]!["queue"]));
        Assert.Contains("Close", seen["allowedActions"]!.AsArray().Select(a => (string)a!));
        await Until.TrueAsync("it is in the queue", async () =>
            (await host.Admin.GetAsync("work-items")).Json.AsArray().Any(w => (string?)w!["interactionId"] == (string?)seen["id"]), Shortly);
        await Until.TrueAsync("the file is done", () => Directory.GetFiles(Path.Combine(_work.Drop, "done"), "hello.eml", SearchOption.AllDirectories).Length == 1, Shortly);
    }

    [Fact]
    [Trait("Requirement", "H30")]
    public async Task Run_SampleSettingsUnedited_Starts()
    {
        File.Copy(BuiltHost.Sample, Path.Combine(_work.Folder, "appsettings.json"));
        var host = await _work.RunAsync();
        Assert.Equal(Path.Combine(_work.Folder, "appsettings.json"), (string?)host.Places["settingsFile"]);
        Assert.Equal("ready", (string?)(await host.With(null).GetAsync("/health/ready")).With(HttpStatusCode.OK).Json["status"]);
        await host.StopAsync();
    }

    [Fact]
    public async Task Run_Open_HealthAloneNeedsNoKey()
    {
        var host = await _work.RunAsync();
        var nobody = host.With(null);
        Assert.Equal("live", (string?)(await nobody.GetAsync("/health/live")).With(HttpStatusCode.OK).Json["status"]);
        Assert.Equal("ready", (string?)(await nobody.GetAsync("/health/ready")).With(HttpStatusCode.OK).Json["status"]);
        foreach (var closed in new[] { "/metrics", "/openapi/v1.json", "/api/v1/interactions" })
            (await nobody.GetAsync(closed)).With(HttpStatusCode.Unauthorized);
        Assert.Contains("connector_instance_up{instance=\"awa\"} 1", (await host.Admin.GetAsync("/metrics")).With(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        var paths = (await host.Admin.GetAsync("/openapi/v1.json")).With(HttpStatusCode.OK).Json["paths"]!.AsObject();
        Assert.Contains("/api/v1/interactions/{id}/reply", paths.Select(p => p.Key));
    }

    [Fact]
    [Trait("Requirement", "R142")]
    public async Task Mail_FiveOfOneThread_IsOneInteractionAndNoCase()
    {
        var host = await _work.RunAsync();
        var letters = Enumerable.Range(1, 5).Select(n => new Letter($"m{n}@customer.example", "anna@customer.example", n == 1 ? "Mug" : "Re: Mug", $"Part {n}.")
        {
            InReplyTo = n == 1 ? [] : [$"m{n - 1}@customer.example"],
            References = [.. Enumerable.Range(1, n - 1).Select(r => $"m{r}@customer.example")],
        }).ToList();
        foreach (var letter in letters) (await host.Admin.MailAsync(letter.Bytes)).With(HttpStatusCode.OK);
        var again = (await host.Admin.MailAsync(letters[2].Bytes)).With(HttpStatusCode.OK);
        Assert.Equal("duplicate", (string?)again.Json["decision"]!["action"]);
        var only = Assert.Single(await host.Admin.AllAsync("interactions"));
        Assert.Null(only["caseId"]);
        var view = (await host.Admin.GetAsync($"interactions/{only["id"]}/work-view")).With(HttpStatusCode.OK).Json;
        Assert.Equal(letters.Select(l => l.Id), view["reading"]!["messages"]!.AsArray().Select(m => (string?)m!["messageId"]));
    }
}
