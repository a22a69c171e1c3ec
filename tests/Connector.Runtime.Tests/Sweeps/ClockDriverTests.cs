using Connector.Engine.Interactions;
using Connector.Runtime.Clock;
using Connector.Runtime.Tests.Kit;

namespace Connector.Runtime.Tests.Sweeps;

public sealed class ClockDriverTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "H33")]
    public async Task Advance_ThirtyOneDays_RunsWhatIsDueAtItsInstantInOrder()
    {
        await using var world = await World.OpenAsync();
        var work = await world.WorkAsync(2);
        await world.HoldAsync(work[0]);
        await world.CloseAsync(work[1]);
        var (held, wrapped) = (await world.InteractionAsync(work[0]), await world.InteractionAsync(work[1]));

        var report = await world.App.Time.AdvanceAsync(TimeSpan.FromDays(31), Token);

        Assert.Equal(["wrap-up-timeout", "inactivity-closure"], report.Ran.Select(r => r.Sweep));
        Assert.True(report.To - report.From >= TimeSpan.FromDays(31));
        Assert.InRange((await world.InteractionAsync(work[1])).ClosedAt!.Value - wrapped.WrapUpDue!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(5));
        Assert.InRange((await world.InteractionAsync(work[0])).ClosedAt!.Value - held.InactivityDue!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Advance_OfferNobodyAnswers_GoesOnToTheNextAgent()
    {
        await using var world = await World.OpenAsync();
        await world.App.Offers.SetPresenceAsync("ann", Contracts.AgentPresence.Available, Token);
        await world.MailAsync();
        await world.App.DrainAsync(Token);
        Assert.Single(await world.App.Offers.OffersAsync("ann", Token));
        await world.App.Offers.SetPresenceAsync("ben", Contracts.AgentPresence.Available, Token);

        await world.App.Time.AdvanceAsync(TimeSpan.FromSeconds(31), Token);

        Assert.Empty(await world.App.Offers.OffersAsync("ann", Token));
        Assert.Single(await world.App.Offers.OffersAsync("ben", Token));
    }

    [Fact]
    public async Task Advance_Backwards_IsRefused()
    {
        await using var world = await World.OpenAsync();
        await Assert.ThrowsAsync<ClockRefusedException>(() => world.App.Time.AdvanceAsync(TimeSpan.FromSeconds(-1), Token));
    }

    [Fact]
    public async Task Advance_NothingDue_OnlyMovesTheTime()
    {
        await using var world = await World.OpenAsync();
        var id = await world.MailAsync();
        var report = await world.App.Time.AdvanceAsync(TimeSpan.FromDays(1), Token);
        Assert.Empty(report.Ran);
        Assert.Equal(InteractionState.New, (await world.InteractionAsync(id)).State);
    }
}
