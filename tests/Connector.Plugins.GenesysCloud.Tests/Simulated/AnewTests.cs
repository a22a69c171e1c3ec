using Connector.Contracts;
using Connector.Plugins.GenesysCloud.Tests.Kit;
using Connector.Vendors.Simulated.Genesys;

namespace Connector.Plugins.GenesysCloud.Tests.Simulated;

/// <summary>The customer wrote while the agent wrapped up: the vendor's conversation is over and stays so.</summary>
public sealed class AnewTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Resume_ConversationIsOver_TheAgentGetsAnotherOne()
    {
        await using var rig = await SimulatedRig.NewAsync();
        var work = await EndedAsync(rig);
        var now = await rig.Genesys.ResumeAsync(work, rig.Mark("k-r"), Cancellation);
        var seen = await rig.Genesys.ReadAsync(now.ExternalId, Cancellation);
        Assert.NotEqual(work.ExternalId, now.ExternalId);
        Assert.Equal((WorkState.Accepted, Known.Ann, "i-1", 1), (seen!.State, seen.Agent, seen.InteractionId, seen.Round));
        Assert.True(rig.Cloud.Conversation(work.ExternalId).LastOwner!.WrapupSkipped);
    }

    [Fact]
    public async Task Resume_ConversationIsOver_TheOldOneSaysNothingAnyMore()
    {
        await using var rig = await SimulatedRig.NewAsync();
        var work = await EndedAsync(rig);
        await rig.Genesys.ResumeAsync(work, rig.Mark("k-r"), Cancellation);
        Assert.Equal(0, (await rig.SeenAsync(work))!.Round);
    }

    [Fact]
    public async Task Resume_SameCallAgain_AnswersTheSameOne()
    {
        await using var rig = await SimulatedRig.NewAsync();
        var work = await EndedAsync(rig);
        var first = await rig.Genesys.ResumeAsync(work, rig.Mark("k-r"), Cancellation);
        Assert.Equal(first, await rig.Genesys.ResumeAsync(work, rig.Mark("k-r", 2), Cancellation));
        Assert.Equal(2, rig.Cloud.Conversations.Count);
    }

    [Theory]
    [InlineData("POST", "/conversations/emails", 1)]
    [InlineData("PATCH", "/participants/", 1)]
    [InlineData("POST", "/assign", 1)]
    [InlineData("GET", "/conversations/emails/", 1)]
    public async Task Resume_AnswerLostAtAnyStep_EndsWithOneOwnerOfOneConversation(string method, string path, int times)
    {
        await using var rig = await SimulatedRig.NewAsync();
        var work = await EndedAsync(rig);
        rig.Vendor.Faults.Next(method, path, Fault.LoseAnswer, times);
        await Assert.ThrowsAsync<UnavailableException>(async () => await rig.Genesys.ResumeAsync(work, rig.Mark("k-r"), Cancellation));
        var now = await rig.Genesys.ResumeAsync(work, rig.Mark("k-r", 2), Cancellation);
        Assert.Equal(2, rig.Cloud.Conversations.Count);
        Assert.Equal([now.ExternalId], rig.Cloud.Conversations.Where(c => c.Owner is not null).Select(c => c.Id));
    }

    [Fact]
    public async Task Resume_QueueForbidsToAssign_ItWaitsThereAndIsSaid()
    {
        await using var rig = await SimulatedRig.NewAsync(around: new());
        rig.Cloud.Queues[0].ManualAssignment = false;
        var now = await rig.Genesys.ResumeAsync(await EndedAsync(rig), rig.Mark("k-r"), Cancellation);
        Assert.Equal(WorkState.Queued, (await rig.Genesys.ReadAsync(now.ExternalId, Cancellation))!.State);
        Assert.Contains(((LogLines)rig.Host.Logger).All, l => l.Contains("could not be assigned", StringComparison.Ordinal));
    }

    private static async Task<WorkRef> EndedAsync(SimulatedRig rig)
    {
        var work = await rig.OwnedAsync();
        Assert.True(rig.Cloud.EndByAgent(work.ExternalId));
        return work;
    }
}
