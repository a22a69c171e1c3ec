using Connector.Engine.Door;
using Connector.Engine.Interactions;

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
        await CarryAsync(world, new AgentHold { InteractionId = id, At = world.App.Clock.Now, By = Actor.OfAgent(SagaWorld.Ann), Correlation = "test" });
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
        await CarryAsync(world, new AgentResume { InteractionId = id, At = world.App.Clock.Now, By = Actor.OfAgent(SagaWorld.Ann), Correlation = "test" });
        Assert.True(world.Cloud.Park(world.Conversation(id)));
        await world.SettleAsync();
        Assert.Equal((InteractionState.OnHold, "parked"), await BothAsync(world, id));
    }

    /// <summary>The hold is made, but nobody looks afterwards.</summary>
    private static async Task CarryAsync(SagaWorld world, InteractionCommand act)
    {
        Assert.IsType<Answer.Done>(await world.DoAsync(act));
        await world.App.Delivery.DispatchAsync(Token);
    }

    private static async Task<(InteractionState Ours, string? Theirs)> BothAsync(SagaWorld world, long id) =>
        ((await world.InteractionAsync(id)).State, world.Cloud.Conversation(world.Conversation(id)).Owner?.State);
}
