using Connector.Contracts;
using Connector.Plugins.GenesysCloud.Tests.Kit;
using Connector.Vendors.Simulated.Genesys;

namespace Connector.Plugins.GenesysCloud.Tests.Simulated;

public sealed class RoutingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Route_AnswerLost_IsFoundByOurMarkAndNotMadeTwice()
    {
        await using var rig = await SimulatedRig.NewAsync();
        rig.Vendor.Faults.Next("POST", "/conversations/emails", Fault.LoseAnswer);
        await Assert.ThrowsAsync<UnavailableException>(async () => await RouteAsync(rig));
        var found = await rig.Genesys.FindAsync("i-1", 1, Cancellation);
        Assert.Equal(Assert.Single(rig.Cloud.Conversations).Id, found!.ExternalId);
        Assert.Equal(found, await RouteAsync(rig));
        Assert.Single(rig.Cloud.Conversations);
    }

    [Fact]
    public async Task Route_AnswerLost_IsPolledOnceFound()
    {
        await using var rig = await SimulatedRig.NewAsync();
        rig.Vendor.Faults.Next("POST", "/conversations/emails", Fault.LoseAnswer);
        await Assert.ThrowsAsync<UnavailableException>(async () => await RouteAsync(rig));
        await rig.Genesys.FindAsync("i-1", 1, Cancellation);
        Assert.Equal("i-1", Assert.Single((await rig.Genesys.PollAsync(null, Cancellation)).Events).Observed.InteractionId);
    }

    [Fact]
    public async Task Find_NothingWasMade_AnswersNothing()
    {
        await using var rig = await SimulatedRig.NewAsync();
        rig.Vendor.Faults.Next("POST", "/conversations/emails", Fault.Status(500));
        await Assert.ThrowsAsync<UnavailableException>(async () => await RouteAsync(rig));
        Assert.Null(await rig.Genesys.FindAsync("i-1", 1, Cancellation));
    }

    [Fact]
    public async Task Find_ConversationsOfOthers_AreNotTaken()
    {
        await using var rig = await SimulatedRig.NewAsync();
        await using var other = await SimulatedRig.BesideAsync(rig.Vendor, instance: "other");
        await other.Genesys.RouteAsync(other.Work(), other.Mark(), Cancellation);
        rig.Cloud.Begin(Known.Support);
        Assert.Null(await rig.Genesys.FindAsync("i-1", 1, Cancellation));
    }

    [Fact]
    public async Task Find_MoreThanTheLimit_StopsAndSaysSo()
    {
        await using var rig = await SimulatedRig.NewAsync(with: o => o.SearchLimit = 5, around: new());
        for (var i = 0; i < 8; i++) rig.Cloud.Begin(Known.Support);
        Assert.Null(await rig.Genesys.FindAsync("i-1", 1, Cancellation));
        Assert.Equal(5, rig.Vendor.Calls.Count(c => c.Path.StartsWith("/api/v2/conversations/emails/", StringComparison.Ordinal)));
        Assert.Contains(((LogLines)rig.Host.Logger).All, l => l.Contains("more than 5 conversations", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Route_WorkOfAnEarlierRoundStillOpen_IsQueuedAgainAndNotMadeAnew()
    {
        await using var rig = await SimulatedRig.NewAsync();
        var first = await RouteAsync(rig);
        rig.Cloud.Accept(first.ExternalId, Known.AnnId);
        await rig.Genesys.TransferAsync(new("i-1", first.ExternalId, Known.Ann), new(null, Known.Bob), rig.Mark("k-t"), Cancellation);
        var again = await rig.Genesys.RouteAsync(rig.Work(round: 2) with { Existing = first.ExternalId }, rig.Mark("k-2"), Cancellation);
        var seen = await rig.Genesys.ReadAsync(again.ExternalId, Cancellation);
        Assert.Equal(first, again);
        Assert.Equal((WorkState.Queued, Known.Support, 2), (seen!.State, seen.Queue, seen.Round));
        Assert.Equal("2", rig.Cloud.Conversation(first.ExternalId).Customer.Attributes["connectorRound"]);
        Assert.Equal(first, await rig.Genesys.FindAsync("i-1", 2, Cancellation));
    }

    [Fact]
    public async Task Route_WorkOfAnEarlierRoundIsOver_IsMadeAnew()
    {
        await using var rig = await SimulatedRig.NewAsync();
        var first = await RouteAsync(rig);
        rig.Cloud.Abandon(first.ExternalId);
        var again = await rig.Genesys.RouteAsync(rig.Work(round: 2) with { Existing = first.ExternalId }, rig.Mark("k-2"), Cancellation);
        Assert.NotEqual(first, again);
        Assert.Equal(1, (await rig.Genesys.ReadAsync(first.ExternalId, Cancellation))!.Round);
    }

    [Fact]
    public async Task Route_AssignedToAnAgent_IsTheirs()
    {
        await using var rig = await SimulatedRig.NewAsync();
        var routed = await rig.Genesys.RouteAsync(rig.Work() with { AssignTo = Known.Bob }, rig.Mark(), Cancellation);
        await rig.Genesys.RouteAsync(rig.Work() with { AssignTo = Known.Bob }, rig.Mark(attempt: 2), Cancellation);
        var seen = await rig.Genesys.ReadAsync(routed.ExternalId, Cancellation);
        Assert.Equal((WorkState.Accepted, Known.Bob), (seen!.State, seen.Agent));
    }

    [Fact]
    public async Task Route_AssignedWhereTheQueueForbidsIt_IsRejectedButFound()
    {
        await using var rig = await SimulatedRig.NewAsync();
        rig.Cloud.Queues[0].ManualAssignment = false;
        await Assert.ThrowsAsync<RejectedException>(async () => await rig.Genesys.RouteAsync(rig.Work() with { AssignTo = Known.Bob }, rig.Mark(), Cancellation));
        Assert.NotNull(await rig.Genesys.FindAsync("i-1", 1, Cancellation));
    }

    [Fact]
    public async Task Route_AssignedToNobodyTheVendorKnows_IsRejectedBeforeAnythingIsMade()
    {
        await using var rig = await SimulatedRig.NewAsync();
        await Assert.ThrowsAsync<RejectedException>(async () => await rig.Genesys.RouteAsync(rig.Work() with { AssignTo = "zoe@example.org" }, rig.Mark(), Cancellation));
        Assert.Empty(rig.Cloud.Conversations);
    }

    [Fact]
    public async Task Agents_WithoutAddress_AreKnownByTheSettings()
    {
        await using var rig = await SimulatedRig.NewAsync(around: new() { Agents = new NamedAgents() });
        rig.Cloud.Users[0] = new(Known.AnnId, "Ann Example", null);
        var routed = await RouteAsync(rig);
        rig.Cloud.Accept(routed.ExternalId, Known.AnnId);
        Assert.Equal("ann", (await rig.Genesys.ReadAsync(routed.ExternalId, Cancellation))!.Agent);
        await rig.Genesys.HoldAsync(new("i-1", routed.ExternalId, "ann"), rig.Mark("k-h"), Cancellation);
        Assert.Equal("parked", rig.Cloud.Conversation(routed.ExternalId).Owner!.State);
    }

    [Theory]
    [InlineData(98)]
    [InlineData(99)]
    [InlineData(200)]
    public async Task Agents_MembersOnSeveralPages_AreAllListed(int more)
    {
        await using var rig = await SimulatedRig.NewAsync();
        for (var i = 1; i <= more; i++) rig.Cloud.Users.Add(new($"bbbbbbbb-0000-4000-8000-{i:x12}", $"Agent {i}", $"agent{i}@example.org"));
        Assert.Equal(more + 2, (await rig.Genesys.AgentsAsync(Cancellation)).Count);
    }

    [Fact]
    public async Task Agents_WhoJoinedLater_AreLookedForAgain()
    {
        await using var rig = await SimulatedRig.NewAsync(around: new() { Time = new HandClock() });
        var routed = await RouteAsync(rig);
        await rig.Genesys.AgentsAsync(Cancellation);
        rig.Cloud.Users.Add(new("aaaaaaaa-0000-4000-8000-000000000003", "Cleo Example", "cleo@example.org"));
        ((HandClock)rig.Host.MachineTime).Now += TimeSpan.FromSeconds(30);
        rig.Cloud.Accept(routed.ExternalId, "aaaaaaaa-0000-4000-8000-000000000003");
        Assert.Equal("cleo@example.org", (await rig.Genesys.ReadAsync(routed.ExternalId, Cancellation))!.Agent);
    }

    [Fact]
    public async Task Instances_TwoInOneOrganisation_SeeTheirOwnWorkAlone()
    {
        await using var one = await SimulatedRig.NewAsync();
        await using var two = await SimulatedRig.BesideAsync(one.Vendor, instance: "two");
        var first = await RouteAsync(one);
        var second = await RouteAsync(two);
        Assert.NotEqual(first, second);
        Assert.Equal([first.ExternalId], (await one.Genesys.PollAsync(null, Cancellation)).Events.Select(e => e.ExternalId));
        Assert.Equal([second.ExternalId], (await two.Genesys.PollAsync(null, Cancellation)).Events.Select(e => e.ExternalId));
        Assert.Equal([first.ExternalId], await OpenAsync(one));
        Assert.Equal([second.ExternalId], await OpenAsync(two));
        Assert.Equal(2, one.Vendor.TokensIssued);
    }

    [Fact]
    public async Task OpenWork_MadeByALostCall_IsListedToo()
    {
        await using var rig = await SimulatedRig.NewAsync();
        rig.Vendor.Faults.Next("POST", "/conversations/emails", Fault.LoseAnswer);
        await Assert.ThrowsAsync<UnavailableException>(async () => await RouteAsync(rig));
        Assert.Equal([rig.Cloud.Conversations[0].Id], await OpenAsync(rig));
    }

    private static Task<RoutedWork> RouteAsync(SimulatedRig rig) => rig.Genesys.RouteAsync(rig.Work(), rig.Mark(), Cancellation).AsTask();

    private static async Task<IReadOnlyList<string>> OpenAsync(SimulatedRig rig)
    {
        List<string> ids = [];
        await foreach (var work in rig.Genesys.OpenWorkAsync(Cancellation)) ids.Add(work.ExternalId);
        return ids;
    }

    private sealed class NamedAgents : IAgentNames
    {
        public string OursOf(string vendorId, string? email) => vendorId == Known.AnnId ? "ann" : email ?? vendorId;

        public string? VendorIdOf(string agent) => agent == "ann" ? Known.AnnId : null;

        public string? EmailOf(string agent) => null;
    }
}
