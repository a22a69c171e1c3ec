using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Engine.Transfers;
using Connector.Engine.WrapUp;
using Connector.Vendors.Simulated.Genesys;

namespace Connector.Runtime.Tests.Sagas;

/// <summary>Both sides in step through the whole life of an interaction that a CCaaS routes, with nothing going wrong and with a fault at each step.</summary>
public sealed class TransferSagaTests
{
    [Fact]
    [Trait("Requirement", "R202")]
    [Trait("Requirement", "R206")]
    [Trait("Requirement", "R207")]
    public async Task ToAQueue_BothRecordsChange_OwnerIsReleasedOnce_ReceiverConfirms()
    {
        await using var world = await SagaWorld.OpenAsync();
        var id = await world.WorkAsync();
        Assert.Equal((InteractionState.WorkInProgress, SagaWorld.Ann), await StateAsync(world, id));
        Assert.IsType<Answer.Done>(await world.TransferAsync(id, SagaWorld.Ann, queue: SagaWorld.Billing));
        await world.SettleAsync();
        var waiting = world.Cloud.Conversation(world.Conversation(id)).Waiting!;
        Assert.Equal(SagaWorld.Billing, waiting.Queue);
        Assert.Equal((InteractionState.New, null), await StateAsync(world, id));
        Assert.Equal((TransferState.Accepted, SagaWorld.Billing), ((await world.TransferOfAsync(id)).State, (await world.InteractionAsync(id)).Queue));
        Assert.Equal(0, await world.LoadAsync(SagaWorld.Ann));
        Assert.True(world.Cloud.Accept(world.Conversation(id), SagaWorld.BobId));
        await world.SettleAsync();
        Assert.Equal((InteractionState.WorkInProgress, SagaWorld.Bob), await StateAsync(world, id));
        Assert.Equal((TransferState.Confirmed, 1), ((await world.TransferOfAsync(id)).State, await world.LoadAsync(SagaWorld.Bob)));
    }

    [Fact]
    [Trait("Requirement", "R203")]
    public async Task ToAnAgent_WhoTakesIt_AndToOneWhoDoesNot()
    {
        await using var world = await SagaWorld.OpenAsync();
        var id = await world.WorkAsync();
        await world.TransferAsync(id, SagaWorld.Ann, to: SagaWorld.Bob);
        await world.SettleAsync();
        Assert.Equal(SagaWorld.BobId, world.Cloud.Conversation(world.Conversation(id)).Alerting!.User);
        Assert.True(world.Cloud.Decline(world.Conversation(id)));
        await world.SettleAsync();
        Assert.Equal((TransferState.TimedOut, InteractionState.New), ((await world.TransferOfAsync(id)).State, (await world.InteractionAsync(id)).State));
        Assert.True(world.Cloud.Accept(world.Conversation(id), SagaWorld.BobId));
        await world.SettleAsync();
        Assert.Equal((InteractionState.WorkInProgress, SagaWorld.Bob), await StateAsync(world, id));
    }

    [Fact]
    [Trait("Requirement", "H15")]
    public async Task StartedAtTheVendorsDesk_MovesOwnerAndQueueHere()
    {
        await using var world = await SagaWorld.OpenAsync();
        var id = await world.WorkAsync();
        world.Vendor.ForgetCalls();
        Assert.True(world.Cloud.TransferToQueue(world.Conversation(id), SagaWorld.Billing));
        await world.SettleAsync();
        Assert.Equal((InteractionState.New, SagaWorld.Billing), ((await world.InteractionAsync(id)).State, (await world.InteractionAsync(id)).Queue));
        Assert.True(world.Cloud.Accept(world.Conversation(id), SagaWorld.BobId));
        await world.SettleAsync();
        var transfer = await world.TransferOfAsync(id);
        Assert.Equal((TransferState.Confirmed, true, SagaWorld.Bob), (transfer.State, transfer.Inward, (await world.InteractionAsync(id)).Owner));
        Assert.DoesNotContain(world.Vendor.Calls, c => c.IsWrite);
    }

    [Fact]
    [Trait("Requirement", "R205")]
    [Trait("Requirement", "D-67")]
    public async Task NotAuthorised_IsRefusedHere_AndRevokedMeanwhile_ByTheVendor()
    {
        await using var world = await SagaWorld.OpenAsync();
        var id = await world.WorkAsync();
        Assert.Equal(RuleNames.TargetNotAuthorised, Assert.IsType<Answer.Refused>(await world.TransferAsync(id, SagaWorld.Ann, queue: "33333333-3333-4333-8333-333333333333")).Rule);
        world.Vendor.Faults.Next("POST", "/replace", Fault.Status(400));
        Assert.IsType<Answer.Done>(await world.TransferAsync(id, SagaWorld.Ann, queue: SagaWorld.Billing));
        await world.SettleAsync();
        Assert.Equal(TransferState.Refused, (await world.TransferOfAsync(id)).State);
        Assert.Equal((InteractionState.WorkInProgress, SagaWorld.Ann), await StateAsync(world, id));
        Assert.DoesNotContain(await world.OutboxAsync(), o => o.State == OutboxState.Dead);
    }

    /// <summary>Every step of the life, each with every way to fail: both sides end as without it, each effect once.</summary>
    [Theory]
    [MemberData(nameof(EveryFault))]
    [Trait("Requirement", "D-64")]
    [Trait("Requirement", "R185")]
    [Trait("Requirement", "R196")]
    public async Task WholeLife_WithAFaultAtAStep_EndsAsWithoutIt(string method, string path, string fault, bool restart)
    {
        await using var world = await SagaWorld.OpenAsync();
        world.Vendor.Faults.Next(method, path, fault switch { "503" => Fault.Status(503), "429" => Fault.Throttle(TimeSpan.FromSeconds(1)), "cut" => Fault.Cut, "lost" => Fault.LoseAnswer, "500 after" => Fault.FailAfter(500), _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null) });
        var id = await world.MailAsync();
        await NextAsync(world, restart);
        Assert.True(world.Cloud.Accept(world.Conversation(id), SagaWorld.AnnId));
        await NextAsync(world, restart);
        await world.ReplyAsync(id, SagaWorld.Ann);
        await NextAsync(world, restart);
        Assert.Equal("parked", world.Cloud.Conversation(world.Conversation(id)).Owner!.State);
        await world.AnswerAsync(id);
        await NextAsync(world, restart);
        Assert.Equal("connected", world.Cloud.Conversation(world.Conversation(id)).Owner!.State);
        await world.TransferAsync(id, SagaWorld.Ann, queue: SagaWorld.Billing);
        await NextAsync(world, restart);
        Assert.True(world.Cloud.Accept(world.Conversation(id), SagaWorld.BobId), "nobody offers it to Bob");
        await NextAsync(world, restart);
        Assert.IsType<Answer.Done>(await world.CloseAsync(id, SagaWorld.Bob));
        await NextAsync(world, restart);
        await EndedOnceAsync(world, id);
    }

    public static TheoryData<string, string, string, bool> EveryFault()
    {
        var data = new TheoryData<string, string, string, bool> { { "GET", "/nowhere", "503", false } };
        (string Method, string Path)[] calls = [("POST", "/conversations/emails"), ("PATCH", "/parkingstate"), ("POST", "/replace"), ("PATCH", "/communications/"), ("POST", "/wrapup"), ("GET", "/conversations/emails/")];
        foreach (var (method, path) in calls)
        {
            foreach (var fault in new[] { "503", "cut", "lost", "500 after" }) data.Add(method, path, fault, false);
            data.Add(method, path, "429", false);
            data.Add(method, path, "lost", true);
        }
        return data;
    }

    private static async Task EndedOnceAsync(SagaWorld world, long id)
    {
        var conversation = world.Cloud.Conversation(world.Conversation(id));
        Assert.Single(conversation.Transfers);
        Assert.Equal([SagaWorld.IssueResolved], conversation.CodesWritten.Distinct());
        Assert.Equal(SagaWorld.IssueResolved, conversation.LastOwner!.Code);
        Assert.Empty(conversation.Live);
        var ours = await world.InteractionAsync(id);
        Assert.Equal((InteractionState.ClosedComplete, "issue_resolved", CodeSource.Agent, SagaWorld.Bob), (ours.State, ours.Code, ours.CodeSource, ours.Owner));
        Assert.Equal([(SagaWorld.Ann, SegmentState.Transferred), (SagaWorld.Bob, SegmentState.Confirmed)], (await world.SegmentsAsync(id)).Select(s => (s.Agent!, s.State)));
        Assert.Equal((0, 0), (await world.LoadAsync(SagaWorld.Ann), await world.LoadAsync(SagaWorld.Bob)));
        Assert.DoesNotContain(await world.OutboxAsync(), o => o.State == OutboxState.Dead);
        Assert.Equal(TransferState.Confirmed, (await world.TransferOfAsync(id)).State);
    }

    private static async Task NextAsync(SagaWorld world, bool restart)
    {
        if (restart)
        {
            await world.App.DrainAsync(TestContext.Current.CancellationToken);
            await world.RestartAsync();
        }
        await world.SettleAsync();
    }

    private static async Task<(InteractionState State, string? Owner)> StateAsync(SagaWorld world, long id)
    {
        var i = await world.InteractionAsync(id);
        return (i.State, i.Owner);
    }
}
