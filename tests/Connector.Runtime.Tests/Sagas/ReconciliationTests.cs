using Connector.Engine;
using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Engine.Reconciling;
using Connector.Runtime.Reconciling;

namespace Connector.Runtime.Tests.Sagas;

/// <summary>What people did at the vendor while nobody here looked is found by comparing, repaired through the door, and gone at the second look.</summary>
public sealed class ReconciliationTests
{
    [Fact]
    [Trait("Requirement", "H16")]
    public async Task DoneAtTheVendorUnseen_IsReportedRepairedAndASecondRunIsClean()
    {
        await using var world = await SagaWorld.OpenAsync();
        var (owner, held, ended, coded, dropped) = (await world.WorkAsync(), await world.WorkAsync(), await world.WorkAsync(), await world.WorkAsync(), await world.WorkAsync());
        var closed = await world.WorkAsync();
        await world.CloseAsync(closed, SagaWorld.Ann);
        await world.SettleAsync();
        Assert.True((await world.ReconcileAsync(repair: false)).Clean);

        Assert.True(world.Cloud.TransferToUser(Of(owner), SagaWorld.BobId) && world.Cloud.Accept(Of(owner), SagaWorld.BobId));
        Assert.True(world.Cloud.Park(Of(held)) && world.Cloud.EndByAgent(Of(ended)));
        Assert.True(world.Cloud.EndByAgent(Of(coded)) && world.Cloud.Choose(Of(coded), SagaWorld.IssueResolved));
        world.Cloud.Drop(Of(dropped));
        var (late, foreign) = (world.Cloud.Again(Of(closed), SagaWorld.Support), world.Cloud.Begin(SagaWorld.Support));

        var report = await world.App.Reconciler.RunAsync([world.App.Instances.Find("genesys")!], new(world.App.Clock.Now, SagaWorld.Admin, "r", Repair: false, EndUnknown: true), TestContext.Current.CancellationToken);
        Assert.Equal(
            ["owner ann@example.org/bob@example.org Adopt", "state WorkInProgress/Held Adopt", "state WorkInProgress/WrapUp Adopt", "state WorkInProgress/Ended Adopt", "item WorkInProgress/ Adopt", "item ClosedComplete/Queued End"],
            Items(report));

        var writes = world.Vendor.Calls.Count(c => c.IsWrite);
        await world.ReconcileAsync(repair: true);
        var second = await world.ReconcileAsync(repair: true);
        Assert.True(second.Clean, string.Join("\n", second.Instances.SelectMany(x => x.Differences)));
        Assert.Equal(0, second.Repaired);
        Assert.Equal((InteractionState.WorkInProgress, SagaWorld.Bob), ((await world.InteractionAsync(owner)).State, (await world.InteractionAsync(owner)).Owner));
        Assert.Equal((InteractionState.OnHold, InteractionState.WrapUp), ((await world.InteractionAsync(held)).State, (await world.InteractionAsync(ended)).State));
        Assert.Equal((InteractionState.ClosedComplete, "issue_resolved"), ((await world.InteractionAsync(coded)).State, (await world.InteractionAsync(coded)).Code));
        Assert.Empty(late.Live);
        Assert.NotNull(foreign.Waiting);
        Assert.DoesNotContain(await world.OutboxAsync(), o => o.State == OutboxState.Dead);
        Assert.Equal(1, world.Vendor.Calls.Count(c => c.IsWrite) - writes);

        string Of(long id) => world.Conversation(id);
    }

    private static IReadOnlyList<string> Items(ReconciliationReport report) =>
        [.. report.Instances[0].Differences.Where(d => !d.Record.StartsWith("agent ", StringComparison.Ordinal)).Select(d => $"{d.Field} {d.Here}/{d.There} {d.Repair}")];
}
