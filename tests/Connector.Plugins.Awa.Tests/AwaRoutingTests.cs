using Connector.Contracts;

namespace Connector.Plugins.Awa.Tests;

public sealed class AwaRoutingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "R135")]
    public async Task Route_SomebodyIsFree_IsOfferedAtOnce()
    {
        var rig = await AwaRig.StartedAsync();
        await rig.SignAsync("ann");
        await rig.RouteAsync();
        var offer = await rig.OfferAsync("ann");
        Assert.Equal(("i-1", "support", "Where is my order"), (offer!.InteractionId, offer.Queue, offer.Subject));
        Assert.Equal(TimeSpan.FromSeconds(30), offer.ExpiresAt - offer.OfferedAt);
    }

    [Fact]
    [Trait("Requirement", "R136")]
    public async Task Route_OneAvailableOneAway_TheAvailableOneGetsTheOffer()
    {
        var rig = await AwaRig.StartedAsync(AwaRig.Options("ann", "bob"));
        await rig.SignAsync("ann", AgentPresence.Away);
        await rig.SignAsync("bob");
        await rig.RouteAsync();
        Assert.Equal("bob", await rig.OfferedToAsync());
    }

    [Fact]
    [Trait("Requirement", "R042")]
    public async Task Route_PreviousAgentAvailable_GetsTheOfferFirst()
    {
        var rig = await AwaRig.StartedAsync(AwaRig.Options("ann", "bob"));
        await rig.SignAsync("ann");
        await rig.SignAsync("bob");
        await rig.RouteAsync(with: w => w with { PreferredAgent = "bob" });
        Assert.Equal("bob", await rig.OfferedToAsync());
    }

    [Fact]
    [Trait("Requirement", "R043")]
    public async Task Route_PreviousAgentUnavailable_GoesToTheQueue()
    {
        var rig = await AwaRig.StartedAsync(AwaRig.Options("ann", "bob"));
        await rig.SignAsync("ann");
        await rig.RouteAsync(with: w => w with { PreferredAgent = "bob" });
        Assert.Equal("ann", await rig.OfferedToAsync());
    }

    [Fact]
    [Trait("Requirement", "R043")]
    [Trait("Requirement", "D-23")]
    public async Task Route_PreviousAgentNeverComesBack_WaitsTenMinutesAtMost()
    {
        var rig = await AwaRig.StartedAsync(AwaRig.Options("ann", "bob"));
        await rig.SignAsync("ann");
        await rig.SignAsync("bob", AgentPresence.Away);
        await rig.RouteAsync(with: w => w with { PreferredAgent = "bob", PreferredWait = TimeSpan.FromDays(1) });
        await rig.AdvanceAsync(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        Assert.Null(await rig.OfferedToAsync());
        await rig.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("ann", await rig.OfferedToAsync());
    }

    [Fact]
    public async Task Route_NobodyThere_IsOfferedWhenSomebodyComes()
    {
        var rig = await AwaRig.StartedAsync();
        await rig.RouteAsync();
        Assert.Null(await rig.OfferedToAsync());
        await rig.SignAsync("ann");
        Assert.Equal("ann", await rig.OfferedToAsync());
    }

    [Fact]
    public async Task Route_KnownRound_AnswersTheSameIdWhateverBecameOfIt()
    {
        var rig = await AwaRig.StartedAsync();
        var id = await rig.RouteAsync();
        await rig.Awa.EndAsync(rig.Ref(id), EndStage.Closed, rig.Mark("k-end"), Cancellation);
        Assert.Equal(id, await rig.RouteAsync());
        Assert.Empty(await rig.Awa.ItemsAsync(Cancellation));
        Assert.Equal(id, (await rig.Awa.FindAsync("i-1", 1, Cancellation))!.ExternalId);
    }

    [Fact]
    public async Task Route_NewerRound_CancelsTheOlderItemAndFreesItsOwner()
    {
        var rig = await AwaRig.StartedAsync(new() { Queues = [new() { Id = "support" }], Agents = [AwaRig.Agent_("ann", 1)] });
        await rig.SignAsync("ann");
        var first = await rig.RouteAsync();
        await rig.AcceptAsync("ann");
        var second = await rig.RouteAsync(round: 2);
        var older = await rig.ReadAsync(first);
        Assert.Equal((WorkState.Canceled, "Rerouted"), (older!.State, older.Reason));
        Assert.Equal(WorkState.PendingAccept, (await rig.ReadAsync(second))!.State);
    }

    [Fact]
    public async Task Route_OlderRoundComesLate_IsCanceledAtOnce()
    {
        var rig = await AwaRig.StartedAsync();
        await rig.RouteAsync(round: 2);
        var late = await rig.RouteAsync(round: 1);
        Assert.Equal(WorkState.Canceled, (await rig.ReadAsync(late))!.State);
        Assert.Equal("i-1.2", Assert.Single(await rig.Awa.ItemsAsync(Cancellation)).ExternalId);
    }

    [Fact]
    public async Task Route_AssignTo_IsOwnedWithoutAnOffer()
    {
        var rig = await AwaRig.StartedAsync(AwaRig.Options("ann", "bob"));
        await rig.SignAsync("ann");
        var id = await rig.RouteAsync(with: w => w with { AssignTo = "bob" });
        var seen = await rig.ReadAsync(id);
        Assert.Equal((WorkState.Accepted, "bob"), (seen!.State, seen.Agent));
    }

    [Fact]
    public async Task Route_AssignToStranger_IsRejected()
    {
        var rig = await AwaRig.StartedAsync();
        await Assert.ThrowsAsync<RejectedException>(() => rig.RouteAsync(with: w => w with { AssignTo = "nobody" }));
    }

    [Fact]
    public async Task Route_OldestFirst_WhenCapacityFrees()
    {
        var rig = await AwaRig.StartedAsync(new() { Queues = [new() { Id = "support" }], Agents = [AwaRig.Agent_("ann", 1)] });
        await rig.RouteAsync("i-1", with: w => w with { WaitingSince = w.WaitingSince.AddMinutes(-1) });
        await rig.RouteAsync("i-2", with: w => w with { WaitingSince = w.WaitingSince.AddMinutes(-2) });
        await rig.SignAsync("ann");
        Assert.Equal("ann", await rig.OfferedToAsync("i-2"));
        await rig.AcceptAsync("ann");
        Assert.Null(await rig.OfferedToAsync("i-1"));
        await rig.Awa.EndAsync(rig.Ref("i-2.1"), EndStage.Closed, rig.Mark("k-end"), Cancellation);
        Assert.Equal("ann", await rig.OfferedToAsync("i-1"));
    }
}
