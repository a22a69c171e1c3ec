using System.Net;
using System.Text.Json.Nodes;
using Connector.Engine.Settings;
using Connector.Runtime.Seeding;

namespace Connector.Host.Tests.Api.Cases;

/// <summary>Cases made by hand or by programs, and where work is found.</summary>
public sealed class CaseLookTests(HostFixture host) : IClassFixture<HostFixture>
{
    private static IEnumerable<string> Ids(JsonNode page) => page["items"]!.AsArray().Select(c => (string)c!["id"]!);

    [Fact]
    [Trait("Requirement", "R003")]
    [Trait("Requirement", "R014")]
    public async Task Create_ByHand_IsFoundByCustomerAmongTheUnresolvedInTheListAndByWords()
    {
        var ann = await host.AsAsync(AgentRole.Agent, "ann");
        var made = await ann.PostAsync("cases", new { channel = "support", subject = "Kettle leaks", description = "At the handle", requester = "gustav@customer.example" });
        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal(("Manual", "agent:ann", "New"), ((string?)made.Json["origin"], (string?)made.Json["createdBy"], (string?)made.Json["state"]));
        Assert.Matches("^[0-9]+$", (string)made.Json["number"]!);
        var id = (string)made.Json["id"]!;
        foreach (var query in (string[])["cases?customer=gustav@customer.example&state=unresolved", "cases?customer=gustav@customer.example", "cases", "cases?q=HANDLE", $"cases?q={made.Json["number"]}"])
            Assert.Contains(id, Ids((await ann.GetAsync(query)).Json));
        await ann.PostAsync($"cases/{id}/open");
        await ann.PostAsync($"cases/{id}/resolve", new { });
        Assert.DoesNotContain(id, Ids((await ann.GetAsync("cases?customer=gustav@customer.example&state=unresolved")).Json));
        Assert.Equal("InvalidRequest", (await ann.GetAsync("cases?state=asleep")).Rule);
    }

    [Fact]
    [Trait("Requirement", "R005")]
    [Trait("Requirement", "R007")]
    public async Task Create_ByAProgram_HasItsOrigin_AndNeedsAChannel()
    {
        var program = await host.AsAsync(AgentRole.Integration);
        var made = await program.PostAsync("cases", new { channel = "support", subject = "Order 7 is late", source = "shop" });
        Assert.Equal("Integration:shop", (string?)made.Json["origin"]);
        var homeless = await program.PostAsync("cases", new { subject = "Order 8 is late" });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "ChannelRequired"), (homeless.Status, homeless.Rule));
        Assert.Equal("Forbidden", (await (await host.AsAsync(AgentRole.LightAgent, "lea")).PostAsync("cases", new { channel = "support", subject = "x" })).Rule);
    }

    [Fact]
    [Trait("Requirement", "R009")]
    public async Task List_OfAnInteraction_HasItOnlyOnceItIsACase()
    {
        var ann = await host.AsAsync(AgentRole.Agent, "ann");
        var interaction = await host.WorkAsync(from: "hilda@customer.example");
        Assert.Empty(Ids((await ann.GetAsync("cases?customer=hilda@customer.example")).Json));
        var made = await ann.PostAsync($"interactions/{interaction}/create-case", new { });
        Assert.Equal([(string)made.Json["caseId"]!], Ids((await ann.GetAsync("cases?customer=hilda@customer.example")).Json));
    }

    [Fact]
    [Trait("Requirement", "R013")]
    public async Task RoutedMail_WaitsInTheQueueAndThenStandsAmongTheAgentsOwn()
    {
        var ann = await host.AsAsync(AgentRole.Agent, "ann");
        foreach (var agent in (string[])["ann", "ben"]) await host.App.Offers.SetPresenceAsync(agent, Contracts.AgentPresence.Offline, default);
        var id = await host.MailAsync("ida@customer.example");
        Assert.Contains((await ann.GetAsync("work-items")).Json.AsArray(), w => (string?)w!["interactionId"] == id);
        Assert.DoesNotContain(id, Ids((await ann.GetAsync("interactions?mine=true")).Json));
        await ann.PutAsync("agents/ann/presence", new { presence = "Available" });
        await host.App.DrainAsync(default);
        var offer = (await ann.GetAsync("offers")).Json.AsArray().First(o => (string?)o!["interactionId"] == id);
        await ann.PostAsync($"offers/{offer!["id"]}/accept");
        await host.App.DrainAsync(default);
        Assert.Contains(id, Ids((await ann.GetAsync("interactions?mine=true")).Json));
    }

    [Fact]
    [Trait("Requirement", "R234")]
    public async Task WorkView_OfTwoAgents_HasTheIdenticalThread()
    {
        var (ann, ben) = (await host.AsAsync(AgentRole.Agent, "ann"), await host.AsAsync(AgentRole.Agent, "ben"));
        var id = await host.WorkAsync(from: "jan@customer.example");
        await ann.PostAsync($"interactions/{id}/note", new { text = "inside" });
        await ann.PostAsync($"interactions/{id}/reply", new { text = "outside" });
        var (one, two) = ((await ann.GetAsync($"interactions/{id}/work-view")).Json, (await ben.GetAsync($"interactions/{id}/work-view")).Json);
        Assert.Equal(one["reading"]!.ToJsonString(), two["reading"]!.ToJsonString());
        Assert.Equal(one["notes"]!["items"]!.ToJsonString(), two["notes"]!["items"]!.ToJsonString());
        Assert.Equal(2, one["reading"]!["messages"]!.AsArray().Count);
    }

    [Fact]
    [Trait("Requirement", "R002")]
    public async Task Timeline_OfAMailACallAndANote_HasAllInTimeOrder()
    {
        await using var own = new HostFixture();
        own.Settings["Channels"] = JsonNode.Parse("""
            { "support": { "Addresses": ["support@example.org"], "From": "support@example.org", "Route": { "Instance": "awa", "Queue": "support" } },
              "line": { "Type": "Voice", "From": "line@example.org", "Route": { "Instance": "awa", "Queue": "support" } } }
            """);
        await own.InitializeAsync();
        var seed = own.Folder.Write("seed.json", """
            { "now": "2026-03-02T10:00:00Z", "agents": [{ "id": "ann", "email": "ann@example.org" }],
              "threads": [{ "key": "t", "channel": "support", "requester": "kai@customer.example", "subject": "Oven" }],
              "cases": [{ "key": "c", "thread": "t", "state": "Open", "assignee": "ann", "subject": "Oven" }],
              "interactions": [
                { "key": "call", "thread": "t", "case": "c", "channel": "line", "state": "WorkInProgress", "owner": "ann", "at": "2026-03-02T09:30:00Z" },
                { "key": "mail", "thread": "t", "case": "c", "state": "ClosedComplete", "owner": "ann", "at": "2026-03-02T09:00:00Z" }],
              "messages": [{ "key": "m", "thread": "t", "interaction": "mail", "from": "kai@customer.example", "to": "support@example.org", "at": "2026-03-02T09:00:00Z", "subject": "Oven", "text": "It is cold." }] }
            """);
        var keys = (await Seeder.SeedAsync(own.App, seed, default)).Keys;
        var ann = await own.AsAsync(AgentRole.Agent, "ann");
        await ann.PostAsync($"interactions/{keys["call"].Id}/note", new { text = "rang twice" });

        var timeline = (await ann.GetAsync($"cases/{keys["c"].Id}")).Json["timeline"]!.AsArray();

        Assert.Equal(["Mail", "Voice", "Note"], timeline.Select(e => (string)e!["kind"]!));
        Assert.Equal(timeline.Select(e => (string)e!["at"]!).Order(StringComparer.Ordinal), timeline.Select(e => (string)e!["at"]!));
    }
}
