using Connector.Contracts;
using Connector.Plugins.GenesysCloud.Tests.Kit;
using Connector.Vendors.Simulated.Genesys;

namespace Connector.Plugins.GenesysCloud.Tests.Simulated;

/// <summary>What <c>RepeatOf</c> says, proved: an answer is lost, the call is made again, and there is one effect.</summary>
public sealed class LostAnswerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Transfer_AnswerLost_IsOneTransfer()
    {
        await using var rig = await SimulatedRig.NewAsync();
        var work = await rig.OwnedAsync();
        await TwiceAsync(rig, "POST", "/replace", () => rig.Genesys.TransferAsync(work, new(Known.Billing, null), rig.Mark("k-t"), Cancellation).AsTask());
        Assert.Single(rig.Cloud.Conversation(work.ExternalId).Transfers);
    }

    [Fact]
    public async Task Hold_AnswerLost_IsParkedOnce()
    {
        await using var rig = await SimulatedRig.NewAsync();
        var work = await rig.OwnedAsync();
        await TwiceAsync(rig, "PATCH", "/parkingstate", () => rig.Genesys.HoldAsync(work, rig.Mark("k-h"), Cancellation).AsTask());
        Assert.Single(rig.Vendor.Calls, c => c.Path.EndsWith("/parkingstate", StringComparison.Ordinal));
        await TwiceAsync(rig, "PATCH", "/parkingstate", () => rig.Genesys.ResumeAsync(work, rig.Mark("k-r"), Cancellation).AsTask());
        Assert.Equal(2, rig.Vendor.Calls.Count(c => c.Path.EndsWith("/parkingstate", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task End_AnswerLost_IsEndedOnce()
    {
        await using var rig = await SimulatedRig.NewAsync();
        var work = await rig.OwnedAsync();
        await TwiceAsync(rig, "PATCH", work.ExternalId, () => rig.Genesys.EndAsync(work, EndStage.ConversationOver, rig.Mark("k-e"), Cancellation).AsTask());
        Assert.Single(rig.Vendor.Calls, c => c.Method == "PATCH");
    }

    [Fact]
    public async Task AddMail_AnswerLost_IsAddedOnce()
    {
        await using var rig = await SimulatedRig.NewAsync();
        var work = await rig.OwnedAsync();
        await TwiceAsync(rig, "POST", "/inboundmessages", () => rig.Genesys.AddMailAsync(work, new("anna@example.org", "More", rig.Host.Now), rig.Mark("k-m"), Cancellation).AsTask());
        Assert.Equal(1, rig.Cloud.Conversation(work.ExternalId).LaterMails);
    }

    [Theory]
    [InlineData("/routing/wrapupcodes")]
    [InlineData("/11111111-1111-4111-8111-111111111111/wrapupcodes")]
    public async Task AddCode_AnswerLost_IsOneCode(string path)
    {
        await using var rig = await SimulatedRig.NewAsync();
        await TwiceAsync(rig, "POST", path, () => rig.Genesys.AddCodeAsync(new("Refund", null, [Known.Support]), rig.Mark("k-a"), Cancellation).AsTask());
        Assert.Single(await rig.Genesys.CodesAsync(Cancellation), c => c.Name == "Refund" && c.Queues!.Contains(Known.Support));
    }

    [Fact]
    public async Task Transfer_OwnerChangedMeanwhile_IsAConflict()
    {
        await using var rig = await SimulatedRig.NewAsync();
        var work = await rig.OwnedAsync();
        rig.Cloud.TransferToUser(work.ExternalId, Known.BobId);
        rig.Cloud.Accept(work.ExternalId, Known.BobId);
        await Assert.ThrowsAsync<ConflictException>(async () => await rig.Genesys.TransferAsync(work, new(Known.Billing, null), rig.Mark("k-t"), Cancellation));
        Assert.Equal(Known.BobId, rig.Cloud.Conversation(work.ExternalId).Owner!.User);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Transfer_ParkedWork_IsHandedOverWhetherTheVendorTakesItSoOrNot(bool takesParked)
    {
        await using var rig = await SimulatedRig.NewAsync();
        rig.Cloud.ParkedCanBeTransferred = takesParked;
        var work = await rig.OwnedAsync();
        await rig.Genesys.HoldAsync(work, rig.Mark("k-h"), Cancellation);
        await rig.Genesys.TransferAsync(work, new(Known.Billing, null), rig.Mark("k-t"), Cancellation);
        Assert.Equal((WorkState.Queued, Known.Billing), ((await rig.SeenAsync(work))!.State, (await rig.SeenAsync(work))!.Queue));
    }

    [Fact]
    public async Task AddMail_ConversationIsOver_IsAConflict()
    {
        await using var rig = await SimulatedRig.NewAsync();
        var work = await rig.OwnedAsync();
        rig.Cloud.EndByAgent(work.ExternalId);
        await Assert.ThrowsAsync<ConflictException>(async () => await rig.Genesys.AddMailAsync(work, new("anna@example.org", "More", rig.Host.Now), rig.Mark("k-m"), Cancellation));
    }

    private static async Task TwiceAsync(SimulatedRig rig, string method, string path, Func<Task> call)
    {
        rig.Vendor.Faults.Next(method, path, Fault.LoseAnswer);
        await Assert.ThrowsAsync<UnavailableException>(call);
        await call();
    }
}
