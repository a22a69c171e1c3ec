using Connector.Contracts;
using Connector.Engine.Outbound;
using Connector.Runtime.Tests.Kit;

namespace Connector.Runtime.Tests.Delivery;

public sealed class LaneTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "H13")]
    public async Task Dispatch_HoldThenResumeBeforeTheCall_TheHoldIsSupersededAndTheLaneGoesOnInOrder()
    {
        await using var world = await World.OpenAsync();
        var id = (await world.WorkAsync(1))[0];
        await world.HoldAsync(id);
        await world.ResumeAsync(id);

        await world.App.DrainAsync(Token);

        var rows = await world.OutboxAsync(id);
        Assert.Equal([("Route", OutboxState.Done), ("Hold", OutboxState.Superseded), ("Resume", OutboxState.Done)], rows.Select(r => (r.Operation, r.State)));
        Assert.Contains("state=OnHold was assumed", rows[1].Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispatch_ClosedWithACode_TheQueueForgetsTheWorkAndTheAgentIsFree()
    {
        await using var world = await World.OpenAsync();
        var id = (await world.WorkAsync(1))[0];
        await world.DoAsync((at, by) => new Engine.Interactions.AgentClose { InteractionId = id, At = at, By = by, Correlation = "test", Code = "issue_resolved" });
        await world.App.DrainAsync(Token);
        Assert.Empty(await world.App.Offers.ItemsAsync(Token));
        Assert.Equal(0, (await world.App.Offers.AgentsAsync(Token)).Single(a => a.View.Agent == "ann").View.Used[ChannelType.Email]);
    }

    [Fact]
    public async Task Reopen_AfterAKill_WhatTheDeadHostHeldIsCalledAgain()
    {
        var folder = new Settings.TempFolder();
        var first = await World.OpenAsync(folder);
        var id = await first.MailAsync();
        var claimed = await first.App.Store.Outbox.ClaimAsync("awa", 10, first.Now, first.App.HostName, TimeSpan.FromHours(1), Token);
        Assert.Equal(OutboxState.Started, Assert.Single(claimed.Rows).State);
        await first.App.DisposeAsync();

        await using var second = await World.OpenAsync(folder);
        await second.App.StartAsync(Token);
        while ((await second.OutboxAsync(id))[0].State != OutboxState.Done) await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Token);
        Assert.Single(await second.App.Offers.ItemsAsync(Token));
    }
}
