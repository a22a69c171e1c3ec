using Connector.Contracts;

namespace Connector.Adapters.Contract;

/// <summary><see cref="IOfferWork"/>, of an adapter that also routes.</summary>
public abstract class OfferWorkContract : AdapterContract
{
    [Fact]
    public async Task Accept_OpenOffer_MakesTheAgentOwner()
    {
        var (rig, offers) = await WithAsync<IOfferWork>();
        await using var _ = rig;
        var offer = await OfferAsync(rig, offers);
        await offers.AcceptAsync(offer.OfferId, rig.Agent, Cancellation);
        var item = Assert.Single(await offers.ItemsAsync(Cancellation));
        Assert.Equal((WorkState.Accepted, rig.Agent), (item.State, item.Agent));
        Assert.Empty(await offers.OffersAsync(rig.Agent, Cancellation));
    }

    [Fact]
    public async Task Accept_SomebodyElsesOffer_IsAConflict()
    {
        var (rig, offers) = await WithAsync<IOfferWork>();
        await using var _ = rig;
        var offer = await OfferAsync(rig, offers);
        await Assert.ThrowsAsync<ConflictException>(async () => await offers.AcceptAsync(offer.OfferId, "somebody-else", Cancellation));
    }

    [Fact]
    public async Task Accept_OfferThatExpired_IsAConflict()
    {
        var (rig, offers) = await WithAsync<IOfferWork>();
        await using var _ = rig;
        var offer = await OfferAsync(rig, offers);
        await rig.AdvanceAsync(offer.ExpiresAt - offer.OfferedAt);
        await Assert.ThrowsAsync<ConflictException>(async () => await offers.AcceptAsync(offer.OfferId, rig.Agent, Cancellation));
    }

    [Fact]
    public async Task Reject_OpenOffer_TakesItFromTheAgent()
    {
        var (rig, offers) = await WithAsync<IOfferWork>();
        await using var _ = rig;
        var offer = await OfferAsync(rig, offers);
        await offers.RejectAsync(offer.OfferId, rig.Agent, "busy", Cancellation);
        Assert.DoesNotContain(await offers.OffersAsync(rig.Agent, Cancellation), o => o.OfferId == offer.OfferId);
    }

    [Fact]
    public async Task SetPresence_Away_WithdrawsPendingOffersOnly()
    {
        var (rig, offers) = await WithAsync<IOfferWork>();
        await using var _ = rig;
        var offer = await OfferAsync(rig, offers);
        await offers.AcceptAsync(offer.OfferId, rig.Agent, Cancellation);
        await ((IRouteWork)rig.Adapter).RouteAsync(rig.Work("i-2"), rig.Mark("k-2"), Cancellation);
        await offers.SetPresenceAsync(rig.Agent, AgentPresence.Away, Cancellation);
        Assert.Empty(await offers.OffersAsync(rig.Agent, Cancellation));
        var states = (await offers.ItemsAsync(Cancellation)).ToDictionary(i => i.InteractionId, i => i.State);
        Assert.Equal((WorkState.Accepted, WorkState.Queued), (states["i-1"], states["i-2"]));
    }

    [Fact]
    public async Task SetPresence_UnknownAgent_IsRejected()
    {
        var (rig, offers) = await WithAsync<IOfferWork>();
        await using var _ = rig;
        await Assert.ThrowsAsync<RejectedException>(async () => await offers.SetPresenceAsync("nobody", AgentPresence.Available, Cancellation));
    }

    private static async Task<WorkOffer> OfferAsync(AdapterRig rig, IOfferWork offers)
    {
        await rig.AvailableAsync();
        await ((IRouteWork)rig.Adapter).RouteAsync(rig.Work(), rig.Mark(), Cancellation);
        return Assert.Single(await offers.OffersAsync(rig.Agent, Cancellation));
    }
}
