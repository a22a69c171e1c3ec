using System.Net;
using Connector.Engine.Settings;

namespace Connector.Host.Tests.Api.Offers;

public sealed class OfferTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task Offer_WaitedFor_ComesWithTheMailAndIsAccepted()
    {
        var ann = await host.AsAsync(AgentRole.Agent, "ann");
        var there = await ann.PutAsync("agents/ann/presence", new { presence = "Available" });
        Assert.Equal("Available", (string?)there.Json["presence"]);

        var waiting = ann.GetAsync("offers?wait=30");
        var id = await host.MailAsync("offer@customer.example");
        var offer = (await waiting).Json.AsArray().Single(o => (string)o!["interactionId"]! == id)!;

        Assert.Equal(["Accept", "Reject"], offer["allowedActions"]!.AsArray().Select(a => (string)a!));
        var taken = await ann.PostAsync($"offers/{offer["id"]}/accept");
        Assert.Equal(HttpStatusCode.OK, taken.Status);
        Assert.Equal("WorkInProgress", (string?)taken.Json["state"]);
        Assert.Equal("ann", (string?)taken.Json["owner"]);
        Assert.Contains("Reply", taken.Allowed);
        Assert.Equal("OfferGone", (await ann.PostAsync($"offers/{offer["id"]}/accept")).Rule);
        Assert.Contains((await ann.GetAsync("work-items")).Json.AsArray(), w => (string)w!["interactionId"]! == id && (string)w["state"]! == "Accepted");
    }

    [Fact]
    public async Task Offer_Rejected_GoesToTheNextAgent()
    {
        var (ann, ben) = (await host.AsAsync(AgentRole.Agent, "ann"), await host.AsAsync(AgentRole.Agent, "ben"));
        await ann.PutAsync("agents/ann/presence", new { presence = "available" });
        var id = await host.MailAsync("reject@customer.example");
        var offer = (await ann.GetAsync("offers")).Json.AsArray().Single(o => (string)o!["interactionId"]! == id)!;
        await ben.PutAsync("agents/ben/presence", new { presence = "available" });

        var rejected = await ann.PostAsync($"offers/{offer["id"]}/reject", new { reason = "busy" });

        Assert.Equal(HttpStatusCode.NoContent, rejected.Status);
        Assert.Contains((await ben.GetAsync("offers?wait=5")).Json.AsArray(), o => (string)o!["interactionId"]! == id);
        await ben.PutAsync("agents/ben/presence", new { presence = "Offline" });
    }

    [Fact]
    public async Task Notification_OfCustomersAnswer_IsListedForTheOwner()
    {
        var id = await host.WorkAsync("ann", "nora@customer.example");
        var ann = await host.AsAsync(AgentRole.Agent, "ann");
        var sent = await ann.PostAsync($"interactions/{id}/reply", new { text = "When?" });
        var ours = (await ann.GetAsync($"messages/{sent.Json["messageId"]}")).Json;
        await host.MailAsync("nora@customer.example", "Re: " + ours["subject"], "Tomorrow.", $"In-Reply-To: <{ours["messageId"]}>");

        var told = (await ann.GetAsync("notifications?category=Ongoing")).Json["items"]!.AsArray();

        Assert.Contains(told, n => (string?)n!["interactionId"] == id);
        Assert.Contains((await ann.GetAsync("interactions?ongoing=true")).Json["items"]!.AsArray(), i => (string)i!["id"]! == id);

        var mine = told.Where(n => (string?)n!["interactionId"] == id).Select(n => (string)n!["id"]!).ToArray();
        Assert.Equal(0, (int)(await (await host.AsAsync(AgentRole.Agent, "ben")).PostAsync("notifications/read", new { ids = mine })).Json["marked"]!);
        Assert.Equal(mine.Length, (int)(await ann.PostAsync("notifications/read", new { ids = mine })).Json["marked"]!);
        Assert.DoesNotContain((await ann.GetAsync("notifications")).Json["items"]!.AsArray(), n => mine.Contains((string)n!["id"]!));
    }

    [Fact]
    public async Task AgentsAndQueues_ShowPresenceLoadAndWhatWaits()
    {
        var admin = host.AsAdmin();

        Assert.Equal(["ann", "ben"], (await admin.GetAsync("agents")).Json.AsArray().Select(a => (string)a!["id"]!).Order());
        Assert.Equal("support", (string?)(await admin.GetAsync("queues")).Json[0]!["id"]);
    }
}
