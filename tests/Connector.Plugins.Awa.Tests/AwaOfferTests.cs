using Connector.Contracts;

namespace Connector.Plugins.Awa.Tests;

public sealed class AwaOfferTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Timeout_OfferUnanswered_TheNextAgentGetsIt()
    {
        var rig = await TwoAsync();
        Assert.Equal("ann", await rig.OfferedToAsync());
        await rig.AdvanceAsync(TimeSpan.FromSeconds(29));
        Assert.Equal("ann", await rig.OfferedToAsync());
        await rig.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("bob", await rig.OfferedToAsync());
        Assert.Equal(AgentPresence.Available, (await rig.Awa.AgentsAsync(Cancellation)).Single(a => a.Agent == "ann").Presence);
    }

    [Fact]
    public async Task Timeout_QueueHasItsOwn_ThatOneCounts()
    {
        var options = AwaRig.Options("ann");
        options.Queues[0].OfferTimeout = TimeSpan.FromMinutes(5);
        var rig = await AwaRig.StartedAsync(options);
        await rig.SignAsync("ann");
        await rig.RouteAsync();
        Assert.Equal(TimeSpan.FromMinutes(5), (await rig.OfferAsync("ann"))!.ExpiresAt - rig.Host.Now);
    }

    [Fact]
    public async Task Reject_Offer_TheNextAgentGetsItAtOnce()
    {
        var rig = await TwoAsync();
        await rig.RejectAsync("ann");
        Assert.Equal("bob", await rig.OfferedToAsync());
    }

    [Fact]
    public async Task Reject_ByAll_GoesRoundAgainAfterThePause()
    {
        var rig = await TwoAsync();
        await rig.RejectAsync("ann");
        await rig.RejectAsync("bob");
        Assert.Null(await rig.OfferedToAsync());
        await rig.AdvanceAsync(TimeSpan.FromSeconds(59));
        Assert.Null(await rig.OfferedToAsync());
        await rig.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("ann", await rig.OfferedToAsync());
    }

    [Fact]
    public async Task Reject_ByAll_SomebodyNewGetsItWithoutThePause()
    {
        var rig = await AwaRig.StartedAsync(AwaRig.Options("ann", "bob"));
        await rig.SignAsync("ann");
        await rig.RouteAsync();
        await rig.RejectAsync("ann");
        await rig.SignAsync("bob");
        Assert.Equal("bob", await rig.OfferedToAsync());
    }

    [Fact]
    public async Task Accept_Twice_IsOnce()
    {
        var rig = await TwoAsync();
        var offer = await rig.OfferAsync("ann");
        await rig.Awa.AcceptAsync(offer!.OfferId, "ann", Cancellation);
        var commits = rig.State.Commits;
        await rig.Awa.AcceptAsync(offer.OfferId, "ann", Cancellation);
        Assert.Equal(commits, rig.State.Commits);
    }

    [Fact]
    public async Task Accept_OfferThatWentOn_IsAConflictEvenForItsFormerAgent()
    {
        var rig = await TwoAsync();
        var first = await rig.OfferAsync("ann");
        await rig.RejectAsync("ann");
        await rig.RejectAsync("bob");
        await rig.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("ann", await rig.OfferedToAsync());
        await Assert.ThrowsAsync<ConflictException>(async () => await rig.Awa.AcceptAsync(first!.OfferId, "ann", Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("no-such-offer")]
    [InlineData("i-1.1.99")]
    public async Task Accept_UnknownOffer_IsAConflict(string offer)
    {
        var rig = await TwoAsync();
        await Assert.ThrowsAsync<ConflictException>(async () => await rig.Awa.AcceptAsync(offer, "ann", Cancellation));
    }

    [Fact]
    public async Task Presence_Away_HandsThePendingOfferOn()
    {
        var rig = await TwoAsync();
        await rig.SignAsync("ann", AgentPresence.Away);
        Assert.Equal("bob", await rig.OfferedToAsync());
        await rig.SignAsync("bob", AgentPresence.Away);
        await rig.SignAsync("ann");
        Assert.Equal("ann", await rig.OfferedToAsync());
    }

    [Fact]
    public async Task Hold_FreesCapacity_ResumeMayExceedIt_NoOfferUntilBelow()
    {
        var rig = await AwaRig.StartedAsync(new() { Queues = [new() { Id = "support" }], Agents = [AwaRig.Agent_("ann", 1)] });
        await rig.SignAsync("ann");
        await rig.RouteAsync("i-1");
        await rig.AcceptAsync("ann");
        await rig.RouteAsync("i-2");
        await rig.Awa.HoldAsync(rig.Ref("i-1.1"), rig.Mark("k-hold"), Cancellation);
        await rig.AcceptAsync("ann");
        await rig.Awa.ResumeAsync(rig.Ref("i-1.1"), rig.Mark("k-resume"), Cancellation);
        var ann = Assert.Single(await rig.Awa.AgentsAsync(Cancellation));
        Assert.Equal((2, 1), (ann.Used[ChannelType.Email], ann.Limit[ChannelType.Email]));
        await rig.RouteAsync("i-3");
        await rig.Awa.EndAsync(rig.Ref("i-1.1"), EndStage.Closed, rig.Mark("k-1"), Cancellation);
        Assert.Null(await rig.OfferAsync("ann"));
        await rig.Awa.EndAsync(rig.Ref("i-2.1"), EndStage.Closed, rig.Mark("k-2"), Cancellation);
        Assert.Equal("i-3", (await rig.OfferAsync("ann"))!.InteractionId);
    }

    [Fact]
    public async Task Offers_EqualAgents_TakeTurns()
    {
        var rig = await AwaRig.StartedAsync(AwaRig.Options("ann", "bob"));
        await rig.SignAsync("ann");
        await rig.AdvanceAsync(TimeSpan.FromSeconds(1));
        await rig.SignAsync("bob");
        var order = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            await rig.AdvanceAsync(TimeSpan.FromSeconds(1));
            await rig.RouteAsync($"i-{i}");
            order.Add((await rig.OfferedToAsync($"i-{i}"))!);
            await rig.AcceptAsync(order[^1]);
        }

        Assert.Equal(["ann", "bob", "ann", "bob", "ann", "bob"], order);
    }

    private static async Task<AwaRig> TwoAsync()
    {
        var rig = await AwaRig.StartedAsync(AwaRig.Options("ann", "bob"));
        await rig.SignAsync("ann");
        await rig.SignAsync("bob");
        await rig.RouteAsync();
        return rig;
    }
}
