using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Vendors.Simulated.Genesys;

namespace Connector.Runtime.Tests.Sagas;

/// <summary>What we asked for has been done at the vendor, and is undone there by an agent before anybody has looked.</summary>
public sealed class HoldSagaTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "H12")]
    public async Task Hold_TakenUpAtTheVendorBeforeALook_IsResumedHere()
    {
        await using var world = await SagaWorld.OpenAsync();
        var id = await world.WorkAsync();
        await CarryAsync(world, Hold(world, id));
        Assert.True(world.Cloud.Resume(world.Conversation(id)));
        await world.SettleAsync();
        Assert.Equal((InteractionState.WorkInProgress, "connected"), await BothAsync(world, id));
    }

    [Fact]
    [Trait("Requirement", "H12")]
    public async Task Resume_ParkedAtTheVendorBeforeALook_IsOnHoldHere()
    {
        await using var world = await SagaWorld.OpenAsync();
        var id = await world.WorkAsync();
        Assert.True(world.Cloud.Park(world.Conversation(id)));
        await world.SettleAsync();
        await CarryAsync(world, Resume(world, id));
        Assert.True(world.Cloud.Park(world.Conversation(id)));
        await world.SettleAsync();
        Assert.Equal((InteractionState.OnHold, "parked"), await BothAsync(world, id));
    }

    /// <summary>Our hold is made, and undone here; the vendor, who is in trouble, shows the hold before it hears of that.</summary>
    [Fact]
    [Trait("Requirement", "H12")]
    public async Task Resume_StillToBeToldWhileTheHoldIsSeen_IsNotOverruled()
    {
        await using var world = await SagaWorld.OpenAsync();
        var id = await world.WorkAsync();
        await CarryAsync(world, Hold(world, id));
        await LookWhileInTroubleAsync(world, Resume(world, id));
        Assert.Equal((InteractionState.WorkInProgress, "parked"), await BothAsync(world, id));
        await world.SettleAsync();
        Assert.Equal((InteractionState.WorkInProgress, "connected"), await BothAsync(world, id));
        Assert.Equal(["Route", "Hold", "Resume"], (await world.OutboxAsync()).Where(o => o.State == OutboxState.Done).Select(o => o.Operation));
    }

    /// <summary>The same with our hold, while the vendor shows our resume.</summary>
    [Fact]
    [Trait("Requirement", "H12")]
    public async Task Hold_StillToBeToldWhileTheResumeIsSeen_IsNotOverruled()
    {
        await using var world = await SagaWorld.OpenAsync();
        var id = await world.WorkAsync();
        Assert.True(world.Cloud.Park(world.Conversation(id)));
        await world.SettleAsync();
        await CarryAsync(world, Resume(world, id));
        await LookWhileInTroubleAsync(world, Hold(world, id));
        Assert.Equal((InteractionState.OnHold, "connected"), await BothAsync(world, id));
        await world.SettleAsync();
        Assert.Equal((InteractionState.OnHold, "parked"), await BothAsync(world, id));
    }

    /// <summary>Our resume is refused for good: from then on the vendor's word counts.</summary>
    [Fact]
    [Trait("Requirement", "H12")]
    public async Task Resume_DeadWhenTheHoldIsSeen_IsOverruled()
    {
        await using var world = await SagaWorld.OpenAsync();
        var id = await world.WorkAsync();
        await CarryAsync(world, Hold(world, id));
        world.Vendor.Faults.Next("PATCH", "/parkingstate", Fault.Status(400));
        await CarryAsync(world, Resume(world, id));
        Assert.Equal(OutboxState.Dead, (await world.OutboxAsync())[^1].State);
        await LookAsync(world);
        Assert.Equal((InteractionState.OnHold, "parked"), await BothAsync(world, id));
    }

    /// <summary>The vendor does not take our resume as things are there: what it shows then is the answer, and ours is given up.</summary>
    [Fact]
    [Trait("Requirement", "H12")]
    public async Task Resume_AgainstTheVendorsState_IsOverruledByWhatItShows()
    {
        await using var world = await SagaWorld.OpenAsync();
        var id = await world.WorkAsync();
        await CarryAsync(world, Hold(world, id));
        world.Vendor.Faults.Next("PATCH", "/parkingstate", Fault.Status(400) with { Word = "invalid.status" });
        await CarryAsync(world, Resume(world, id));
        Assert.Equal(OutboxState.Superseded, (await world.OutboxAsync())[^1].State);
        Assert.Equal((InteractionState.OnHold, "parked"), await BothAsync(world, id));
    }

    /// <summary>The vendor can be read, but takes no acts: ours waits when the look is made.</summary>
    private static async Task LookWhileInTroubleAsync(SagaWorld world, InteractionCommand act)
    {
        world.Vendor.Faults.Next("PATCH", "/parkingstate", Fault.Status(500), times: 6);
        await CarryAsync(world, act);
        await LookAsync(world);
        Assert.Equal(OutboxState.Waiting, (await world.OutboxAsync())[^1].State);
    }

    private static async Task LookAsync(SagaWorld world)
    {
        world.Later(TimeSpan.FromSeconds(2));
        Assert.InRange(await world.App.Pollers.OnceAsync(Token), 1, int.MaxValue);
        Assert.Equal(1, await world.App.Inbox.PumpAsync(Token));
    }

    /// <summary>The hold is made, but nobody looks afterwards.</summary>
    private static async Task CarryAsync(SagaWorld world, InteractionCommand act)
    {
        Assert.IsType<Answer.Done>(await world.DoAsync(act));
        await world.App.Delivery.DispatchAsync(Token);
    }

    private static AgentHold Hold(SagaWorld world, long id) => new() { InteractionId = id, At = world.App.Clock.Now, By = Actor.OfAgent(SagaWorld.Ann), Correlation = "test" };

    private static AgentResume Resume(SagaWorld world, long id) => new() { InteractionId = id, At = world.App.Clock.Now, By = Actor.OfAgent(SagaWorld.Ann), Correlation = "test" };

    private static async Task<(InteractionState Ours, string? Theirs)> BothAsync(SagaWorld world, long id) =>
        ((await world.InteractionAsync(id)).State, world.Cloud.Conversation(world.Conversation(id)).Owner?.State);
}
