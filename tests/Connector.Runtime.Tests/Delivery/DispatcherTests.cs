using Connector.Contracts;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Runtime.Plugins.Instances;
using Connector.Runtime.Tests.Kit;
using Connector.Storage.Writing;
using Connector.Tests.Kit;

namespace Connector.Runtime.Tests.Delivery;

/// <summary>What failures of a vendor over a real wire do to rows, lanes and the instance.</summary>
public sealed class DispatcherTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "H22")]
    [Trait("Requirement", "H23")]
    public async Task Dispatch_VendorAnswers400_OneCallOneDeadLetter_AndAReplayAfterTheFixSucceedsOnce()
    {
        await using var world = await WireWorld.OpenAsync(RepeatKind.Key);
        world.Vendor.Troubles.Enqueue(("route", new Trouble(400)));
        await world.MailAsync();
        await world.DrainAsync();
        await world.PassAsync(TimeSpan.FromDays(1));
        var dead = await world.RowAsync("Route");
        Assert.Equal((OutboxState.Dead, 1, "route: 400"), (dead.State, dead.Attempts, dead.Error));
        Assert.Single(world.Vendor.Asked);

        Assert.IsType<Answer.Done>((await world.RetryAsync(dead)).Answer);
        await world.DrainAsync();
        Assert.Equal(OutboxState.Done, (await world.RowAsync("Route")).State);
        Assert.IsType<Answer.Nothing>((await world.RetryAsync(dead)).Answer);
        await world.PassAsync(TimeSpan.FromDays(1));
        Assert.Single(world.Vendor.Effects);
        Assert.Equal(2, world.Vendor.Asked.Count);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(503)]
    [Trait("Requirement", "H22")]
    public async Task Dispatch_PassingFailure_IsTriedAgain(int status)
    {
        await using var world = await WireWorld.OpenAsync(RepeatKind.Key);
        world.Vendor.Troubles.Enqueue(("route", new Trouble(status)));
        await world.MailAsync();
        await world.DrainAsync();
        await world.PassAsync(TimeSpan.FromSeconds(2));
        Assert.Equal((OutboxState.Done, 2), ((await world.RowAsync("Route")).State, (await world.RowAsync("Route")).Attempts));
    }

    [Fact]
    [Trait("Requirement", "H22")]
    public async Task Dispatch_Throttled_WaitsAsLongAsAsked()
    {
        await using var world = await WireWorld.OpenAsync(RepeatKind.Unsafe);
        world.Vendor.Troubles.Enqueue(("route", new Trouble(429, RetryAfter: 42)));
        await world.MailAsync();
        await world.DrainAsync();
        await world.PassAsync(TimeSpan.FromSeconds(41));
        Assert.Single(world.Vendor.Asked);
        await world.PassAsync(TimeSpan.FromSeconds(2));
        Assert.Equal(OutboxState.Done, (await world.RowAsync("Route")).State);
    }

    [Fact]
    public async Task Dispatch_ThrottledForHours_ParksTheInstanceAndNothingIsTriedMeanwhile()
    {
        await using var world = await WireWorld.OpenAsync(RepeatKind.Key);
        world.Vendor.Troubles.Enqueue(("route", new Trouble(429, RetryAfter: 7_200)));
        await world.MailAsync();
        await world.DrainAsync();
        Assert.Equal(InstanceState.Parked, world.Instance.Status.State);
        await world.MailAsync();
        await world.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(0, (await world.RowAsync("Route")).Attempts);
        await world.PassAsync(TimeSpan.FromHours(1.1));
        Assert.Equal(2, world.Vendor.Effects.Count);
    }

    [Fact]
    public async Task Dispatch_CredentialsRefused_ParksTheInstanceUntilAPersonActs()
    {
        await using var world = await WireWorld.OpenAsync(RepeatKind.Key);
        world.Vendor.Troubles.Enqueue(("route", new Trouble(401)));
        await world.MailAsync();
        await world.MailAsync();
        await world.DrainAsync();
        await world.PassAsync(TimeSpan.FromDays(30));
        Assert.Equal(InstanceState.Parked, world.Instance.Status.State);
        Assert.True(world.Vendor.Asked.Count <= 2, "called on without credentials");
        world.Instance.Resume();
        await world.DrainAsync();
        Assert.Equal(2, world.Vendor.Effects.Count);
    }

    [Fact]
    public async Task Dispatch_Conflict_ReadsTheItemAndDecidesAgain()
    {
        await using var world = await WireWorld.OpenAsync(RepeatKind.Key);
        var id = await world.WorkAsync();
        world.Vendor.Change(world.Vendor.Items.Single().Id, "Ended");
        world.Vendor.Troubles.Enqueue(("hold", new Trouble(409)));
        await world.HoldAsync(id);
        await world.DrainAsync();
        var hold = await world.RowAsync("Hold");
        Assert.Equal(OutboxState.Superseded, hold.State);
        Assert.Contains("as the vendor's item showed", hold.Answer, StringComparison.Ordinal);
        Assert.Equal(InteractionState.WrapUp, (await world.App.Store.Interactions.FindAsync(id, Token))!.State);
    }

    [Fact]
    public async Task Dispatch_OneVendorHangs_MailLeavesAllTheSame()
    {
        await using var world = await WireWorld.OpenAsync(RepeatKind.Key);
        var id = await world.WorkAsync();
        var hang = new TaskCompletionSource();
        world.Vendor.Before = _ => hang.Task;
        await world.MailAsync();
        var calling = world.App.Delivery.DispatchAsync(Token);
        while (!world.Vendor.Asked.Any(p => p == "route") || world.Vendor.Asked.Count < 2) await Task.Yield();
        await world.App.Door.HandleAsync(new AgentReply { InteractionId = id, At = world.App.Clock.Now, By = Actor.OfAgent("ann"), Correlation = "test", Text = "Here it is." }, Urgency.Command, Token);
        var mailing = world.App.Delivery.DispatchAsync(Token);
        while ((await world.RowAsync(MailOperation.Send)).State != OutboxState.Done) await Task.Yield();
        Assert.False(calling.IsCompleted);
        hang.SetResult();
        await Task.WhenAll(calling, mailing);
        Assert.Equal(OutboxState.Done, (await world.RowAsync("Route")).State);
    }

    [Fact]
    public async Task Run_HostStopsDuringACall_TheCallFinishesAndItsResultIsKept()
    {
        await using var world = await WireWorld.OpenAsync(RepeatKind.Unsafe);
        var hang = new TaskCompletionSource();
        world.Vendor.Before = _ => hang.Task;
        await world.MailAsync();
        using var stop = new CancellationTokenSource();
        var running = world.App.Delivery.RunAsync(stop.Token);
        while (world.Vendor.Asked.IsEmpty) await Task.Yield();
        await stop.CancelAsync();
        Assert.False(running.IsCompleted);
        hang.SetResult();
        await running;
        Assert.Equal((OutboxState.Done, 1), ((await world.RowAsync("Route")).State, world.Vendor.Effects.Count));
    }

    [Fact]
    [Trait("Requirement", "H13")]
    public async Task Dispatch_ManyLanesOfManyRows_EachLaneInOrderAndEveryCallOnce()
    {
        await using var world = await WireWorld.OpenAsync(RepeatKind.Unsafe);
        for (var n = 0; n < 150; n++) await world.MailAsync();
        await world.DrainAsync();
        Assert.Equal(150, world.Vendor.Effects.Count);
        Assert.Equal(150, world.Vendor.Effects.Distinct().Count());
    }
}
