using System.Net;
using Connector.EndToEnd.Tests.Kit;

namespace Connector.EndToEnd.Tests.Running;

public sealed class VirtualClockTests
{
    [Fact]
    [Trait("Requirement", "H33")]
    public async Task Clock_Advanced31Days_RunsEveryTimeRuleOnTheWay()
    {
        await using var work = new Workspace();
        work.Settle("""{ "Clock": { "Virtual": true, "Start": "2026-03-02T09:00:00Z" } }""");
        var host = await work.RunAsync();
        var ann = await host.AgentAsync("ann");
        (await ann.PutAsync("agents/ann/presence", new { presence = "Available" })).With(HttpStatusCode.OK);
        var (closed, held) = (await AcceptedAsync(host, ann, "anna"), await AcceptedAsync(host, ann, "bert"));
        (await ann.PostAsync($"interactions/{closed}/close")).With(HttpStatusCode.OK);
        (await ann.PostAsync($"interactions/{held}/hold")).With(HttpStatusCode.OK);
        var started = TimeProvider.System.GetTimestamp();
        var report = (await host.Admin.PostAsync("admin/clock", new { advance = "31d" })).With(HttpStatusCode.OK).Json;
        TestContext.Current.TestOutputHelper?.WriteLine($"31 days in {TimeProvider.System.GetElapsedTime(started).TotalMilliseconds:0} ms");
        Assert.Equal(["wrap-up-timeout", "inactivity-closure"], report["ran"]!.AsArray().Select(r => (string?)r!["sweep"]));
        await AssertEndAsync(host, closed, "issue_resolved", "Timeout");
        await AssertEndAsync(host, held, "customer_inactivity", "Inactivity");
        await host.StopAsync();
    }

    private static async Task AssertEndAsync(RunningHost host, string id, string code, string source)
    {
        var end = (await host.Admin.GetAsync($"interactions/{id}")).With(HttpStatusCode.OK).Json;
        Assert.Equal(("ClosedComplete", code, source), ((string?)end["state"], (string?)end["code"], (string?)end["codeSource"]));
    }

    private static async Task<string> AcceptedAsync(RunningHost host, Api ann, string customer)
    {
        (await host.Admin.MailAsync(new Letter($"{customer}1@customer.example", $"{customer}@customer.example", customer, "Help.").Bytes)).With(HttpStatusCode.OK);
        var offer = await Until.SomeAsync("an offer", async () => (await ann.GetAsync("offers?wait=5")).Json.AsArray().FirstOrDefault());
        return (string)(await ann.PostAsync($"offers/{offer["id"]}/accept")).With(HttpStatusCode.OK).Json["id"]!;
    }
}
