using Connector.Contracts;
using Connector.Engine.Outbound;
using Connector.Runtime.Tests.Kit;
using Connector.Tests.Kit;

namespace Connector.Runtime.Tests.Delivery;

/// <summary>An answer that was lost, by a broken connection or with the host itself: what follows is said by the operation's Repeat class.</summary>
public sealed class DoubtTests
{
    private static readonly TimeSpan Backoff = TimeSpan.FromSeconds(2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "H13")]
    public async Task Key_AnswerLost_IsRepeatedUnderTheSameKeyAndHasOneEffect()
    {
        await using var world = await WireWorld.OpenAsync(RepeatKind.Key);
        world.Vendor.Troubles.Enqueue(("route", Trouble.LostAfterEffect));
        await world.MailAsync();
        await world.DrainAsync();
        Assert.Equal(OutboxState.Waiting, (await world.RowAsync("Route")).State);
        await world.PassAsync(Backoff);
        Assert.Equal((OutboxState.Done, 2), ((await world.RowAsync("Route")).State, (await world.RowAsync("Route")).Attempts));
        Assert.Single(world.Vendor.Effects);
    }

    [Fact]
    [Trait("Requirement", "H13")]
    public async Task ReadBack_AnswerLostAfterTheEffect_WaitsTheLagThenAdoptsWithoutACall()
    {
        await using var world = await WireWorld.OpenAsync(RepeatKind.ReadBack);
        world.Vendor.KnowsKeys = false;
        world.Vendor.Troubles.Enqueue(("route", Trouble.LostAfterEffect));
        var id = await world.MailAsync();
        await world.DrainAsync();
        Assert.NotNull((await world.RowAsync("Route")).DoubtSince);
        await world.PassAsync(Backoff);
        Assert.DoesNotContain(world.Vendor.Asked, path => path.StartsWith("find", StringComparison.Ordinal));
        await world.PassAsync(TimeSpan.FromSeconds(30));
        var row = await world.RowAsync("Route");
        Assert.Equal((OutboxState.Done, "seen at the vendor after the answer was lost"), (row.State, row.Answer));
        Assert.Equal(world.Vendor.Items.Single().Id, (await world.App.Store.Interactions.FindAsync(id, Token))!.ExternalId);
        Assert.Single(world.Vendor.Effects);
    }

    [Fact]
    [Trait("Requirement", "H13")]
    public async Task ReadBack_AnswerLostBeforeTheEffect_IsFoundMissingAndCalledAgain()
    {
        await using var world = await WireWorld.OpenAsync(RepeatKind.ReadBack);
        world.Vendor.KnowsKeys = false;
        world.Vendor.Troubles.Enqueue(("route", Trouble.LostBeforeEffect));
        await world.MailAsync();
        await world.DrainAsync();
        await world.PassAsync(Backoff);
        await world.PassAsync(TimeSpan.FromSeconds(30));
        Assert.Equal((OutboxState.Done, 2), ((await world.RowAsync("Route")).State, (await world.RowAsync("Route")).Attempts));
        Assert.Single(world.Vendor.Effects);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Requirement", "H13")]
    public async Task ReadBack_HostKilledWhileCalling_HasOneEffectEitherWay(bool hadEffect)
    {
        await using var world = await WireWorld.OpenAsync(RepeatKind.ReadBack);
        world.Vendor.KnowsKeys = false;
        await world.WorkAsync();
        await world.HoldAsync((await world.RowAsync("Route")).InteractionId);
        await world.App.Store.Outbox.ClaimAsync("wire", 10, world.App.Clock.Now, world.App.HostName, TimeSpan.FromHours(1), Token);
        if (hadEffect) world.Vendor.Change(world.Vendor.Items.Single().Id, "Held");
        await world.RestartAsync();
        await world.DrainAsync();
        Assert.Equal(OutboxState.Started, (await world.RowAsync("Hold")).State);
        await world.PassAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(OutboxState.Done, (await world.RowAsync("Hold")).State);
        Assert.Equal(hadEffect ? 0 : 1, world.Vendor.Effects.Count(e => e.StartsWith("hold", StringComparison.Ordinal)));
        Assert.Equal("Held", world.Vendor.Items.Single().State);
    }

    [Fact]
    public async Task ReadBack_VendorCannotBeReadNow_StaysInDoubtAndIsNotCalled()
    {
        await using var world = await WireWorld.OpenAsync(RepeatKind.ReadBack, lag: "00:00:01");
        world.Vendor.Troubles.Enqueue(("route", Trouble.LostAfterEffect));
        await world.MailAsync();
        await world.DrainAsync();
        world.Vendor.Troubles.Enqueue(("find", new Trouble(503)));
        await world.PassAsync(Backoff);
        var row = await world.RowAsync("Route");
        Assert.Equal((OutboxState.Started, 1), (row.State, row.Attempts));
        Assert.StartsWith("in doubt, and the item cannot be read now", row.Error, StringComparison.Ordinal);
        await world.PassAsync(Backoff);
        Assert.Equal(OutboxState.Done, (await world.RowAsync("Route")).State);
        Assert.Single(world.Vendor.Effects);
    }

    [Fact]
    public async Task Unsafe_AnswerLost_IsLeftToAPersonAndItsLaneWaits()
    {
        await using var world = await WireWorld.OpenAsync(RepeatKind.Unsafe);
        world.Vendor.Troubles.Enqueue(("route", Trouble.LostAfterEffect));
        await world.MailAsync();
        await world.DrainAsync();
        await world.PassAsync(TimeSpan.FromHours(1));
        var row = await world.RowAsync("Route");
        Assert.Equal(OutboxState.Dead, row.State);
        Assert.StartsWith("in doubt", row.Error, StringComparison.Ordinal);
        Assert.Single(world.Vendor.Effects);
    }

    [Fact]
    public async Task Unsafe_HostKilledWhileCalling_IsLeftToAPersonUncalled()
    {
        await using var world = await WireWorld.OpenAsync(RepeatKind.Unsafe);
        await world.MailAsync();
        await world.App.Store.Outbox.ClaimAsync("wire", 10, world.App.Clock.Now, world.App.HostName, TimeSpan.FromHours(1), Token);
        await world.RestartAsync();
        await world.DrainAsync();
        Assert.Equal(OutboxState.Dead, (await world.RowAsync("Route")).State);
        Assert.Empty(world.Vendor.Asked);
    }
}
