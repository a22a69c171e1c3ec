using Connector.Contracts;
using Connector.Plugins.GenesysCloud.Tests.Kit;
using Connector.Vendors.Simulated.Genesys;

namespace Connector.Plugins.GenesysCloud.Tests.Simulated;

public sealed class WrapUpTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SetWrapUp_NotVisibleAtOnce_IsReadUntilItIs()
    {
        await using var rig = await SimulatedRig.NewAsync();
        var work = await EndedAsync(rig);
        rig.Cloud.WrapUpHiddenFor = 3;
        await SetAsync(rig, work, Known.IssueResolved);
        Assert.Equal([Known.IssueResolved], rig.Cloud.Conversation(work.ExternalId).CodesWritten);
    }

    [Fact]
    public async Task SetWrapUp_NeverVisible_CountsAsUnansweredAndIsWrittenOnce()
    {
        await using var rig = await SimulatedRig.NewAsync();
        var work = await EndedAsync(rig);
        rig.Cloud.WrapUpHiddenFor = 8;
        var error = await Assert.ThrowsAsync<UnavailableException>(async () => await SetAsync(rig, work, Known.IssueResolved));
        Assert.False(error.NotSent);
        rig.Cloud.Conversation(work.ExternalId).LastOwner!.HiddenFor = 0;
        await SetAsync(rig, work, Known.IssueResolved);
        Assert.Single(rig.Cloud.Conversation(work.ExternalId).CodesWritten);
    }

    [Fact]
    public async Task SetWrapUp_AnswerLost_IsNotWrittenAgain()
    {
        await using var rig = await SimulatedRig.NewAsync();
        var work = await EndedAsync(rig);
        rig.Vendor.Faults.Next("POST", "/wrapup", Fault.LoseAnswer);
        await Assert.ThrowsAsync<UnavailableException>(async () => await SetAsync(rig, work, Known.IssueResolved));
        await SetAsync(rig, work, Known.IssueResolved);
        Assert.Single(rig.Cloud.Conversation(work.ExternalId).CodesWritten);
    }

    [Fact]
    public async Task SetWrapUp_EnginesCodeOverTheVendorsTimeout_Replaces()
    {
        await using var rig = await SimulatedRig.NewAsync();
        (rig.Cloud.Queues[0].WrapupPrompt, rig.Cloud.Queues[0].TimeoutMs) = ("MANDATORY_TIMEOUT", 60_000);
        var work = await EndedAsync(rig);
        rig.Cloud.TimeOut(work.ExternalId);
        Assert.True((await rig.SeenAsync(work))!.CodeByTimeout);
        await SetAsync(rig, work, Known.IssueResolved, chosen: false);
        Assert.Equal(Known.IssueResolved, rig.Cloud.Conversation(work.ExternalId).LastOwner!.Code);
    }

    [Fact]
    public async Task Read_TimeoutCodeByName_IsTheVendors()
    {
        await using var rig = await SimulatedRig.NewAsync(with: o => o.TimeoutCodes = ["agent did not choose"]);
        (rig.Cloud.Queues[0].WrapupPrompt, rig.Cloud.Queues[0].TimeoutMs) = ("MANDATORY_FORCED_TIMEOUT", 60_000);
        var work = await EndedAsync(rig);
        rig.Cloud.TimeOut(work.ExternalId);
        var seen = await rig.SeenAsync(work);
        Assert.Equal((Known.TimeoutCode, true), (seen!.Code, seen.CodeByTimeout));
    }

    [Fact]
    public async Task SetWrapUp_AgentWhoHandedItOver_WritesOnTheirOwnLegAlone()
    {
        await using var rig = await SimulatedRig.NewAsync();
        var work = await rig.OwnedAsync();
        rig.Cloud.TransferToQueue(work.ExternalId, Known.Billing);
        rig.Cloud.Accept(work.ExternalId, Known.BobId);
        await SetAsync(rig, work, Known.TaskCreated);
        var legs = rig.Cloud.Conversation(work.ExternalId).Legs.Where(l => l.IsAgent).Select(l => (l.User, l.Code));
        Assert.Equal([(Known.AnnId, Known.TaskCreated), (Known.BobId, null)], legs);
        Assert.Null((await rig.SeenAsync(work))!.Code);
    }

    [Fact]
    public async Task SetWrapUp_OnTheParticipant_IsOneCallLess()
    {
        await using var rig = await SimulatedRig.NewAsync(with: o => o.WrapUpOn = WrapUpPlace.Participant);
        var work = await EndedAsync(rig);
        await SetAsync(rig, work, Known.IssueResolved, notes: "all well");
        Assert.Contains(rig.Vendor.Calls, c => c.Method == "PATCH" && c.Body == $$$"""{"wrapup":{"code":"{{{Known.IssueResolved}}}","notes":"all well"}}""");
        Assert.DoesNotContain(rig.Vendor.Calls, c => c.Path.EndsWith("/wrapup", StringComparison.Ordinal) && c.Method == "POST");
        Assert.Equal("all well", (await rig.SeenAsync(work))!.CodeNotes);
    }

    [Fact]
    public async Task SetWrapUp_CodeNobodyKnows_IsRejected()
    {
        await using var rig = await SimulatedRig.NewAsync();
        var work = await EndedAsync(rig);
        await Assert.ThrowsAsync<RejectedException>(async () => await SetAsync(rig, work, "no-such-code"));
    }

    [Fact]
    public async Task End_ClosedWithoutACode_AsksTheAgentForNone()
    {
        await using var rig = await SimulatedRig.NewAsync();
        var work = await rig.OwnedAsync();
        await rig.Genesys.EndAsync(work, EndStage.ConversationOver, rig.Mark("k-e"), Cancellation);
        Assert.Equal(WorkState.WrapUp, (await rig.SeenAsync(work))!.State);
        await rig.Genesys.EndAsync(work, EndStage.Closed, rig.Mark("k-c"), Cancellation);
        Assert.Equal(WorkState.Ended, (await rig.SeenAsync(work))!.State);
    }

    [Fact]
    public async Task End_ClosedAfterTheCode_LeavesTheCode()
    {
        await using var rig = await SimulatedRig.NewAsync();
        var work = await EndedAsync(rig);
        await SetAsync(rig, work, Known.IssueResolved);
        await rig.Genesys.EndAsync(work, EndStage.Closed, rig.Mark("k-c"), Cancellation);
        var leg = rig.Cloud.Conversation(work.ExternalId).LastOwner!;
        Assert.Equal((Known.IssueResolved, false), (leg.Code, leg.WrapupSkipped));
    }

    private static async Task<WorkRef> EndedAsync(SimulatedRig rig)
    {
        var work = await rig.OwnedAsync();
        Assert.True(rig.Cloud.EndByAgent(work.ExternalId));
        return work;
    }

    private static async Task SetAsync(SimulatedRig rig, WorkRef work, string code, bool chosen = true, string? notes = null) =>
        await rig.Genesys.SetWrapUpAsync(work, new(code, notes, rig.Host.Now, chosen), rig.Mark("k-w"), Cancellation);
}
