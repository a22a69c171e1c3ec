using Connector.Contracts;
using Connector.Engine;
using Connector.Engine.Interactions;
using Connector.Engine.Reconciling;
using Connector.Engine.Routing;
using Connector.Engine.WrapUp;
using Connector.Runtime.Reconciling;
using Connector.Runtime.Sweeps;
using Connector.Runtime.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Connector.Runtime.Tests.Reconciling;

/// <summary>Drift seeded on either side: it is reported with both values, repaired through the door, and a second run is clean.</summary>
public sealed class ReconcilerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "H16")]
    public async Task Drift_OfEveryKind_IsReportedRepairedAndASecondRunIsClean()
    {
        await using var world = await PaperWorld.OpenAsync();
        await world.MapAsync();
        var (owner, held, ended, gone, lost, closed, code) = (await world.WorkAsync(), await world.WorkAsync(), await world.WorkAsync(), await world.MailAsync(), await world.WorkAsync(), await world.WorkAsync(), await world.WorkAsync());
        await world.HoldAsync(held);
        await world.ObserveAsync(held);
        await world.CloseAsync(closed);
        await world.CloseAsync(code);
        Assert.True((await world.ReconcileAsync(repair: false)).Clean);

        world.Item(owner, i => i with { Agent = "bob" });
        world.Item(held, i => i with { State = WorkState.Accepted }, news: false);
        world.Item(ended, i => i with { State = WorkState.Ended });
        world.Change(s => s.Items.RemoveAll(i => i.InteractionId == RecordId.Interaction(gone) || i.InteractionId == RecordId.Interaction(lost)));
        world.Item(closed, i => i with { State = WorkState.WrapUp }, news: false);
        world.Change(s => s.Items.Add(new() { ExternalId = "stray", InteractionId = "i-999999", Round = 1, State = WorkState.Queued, Rank = 1, At = world.App.Clock.Now }));
        await UnconfirmAsync(world, code);
        await BendLedgerAsync(world, owner);

        var report = await world.ReconcileAsync(repair: false);
        Assert.Equal(
            [
                $"{RecordId.Interaction(owner)} owner ann/bob Adopt", $"{RecordId.Interaction(owner)} capacity ann: 6/ann: 1 Ledger", $"{RecordId.Interaction(held)} state OnHold/Accepted Send", $"{RecordId.Interaction(ended)} state WorkInProgress/Ended Adopt",
                $"{RecordId.Interaction(gone)} item New/ Reroute", $"{RecordId.Interaction(lost)} item WorkInProgress/ Adopt",
                $"{RecordId.Interaction(code)} code issue_resolved/issue_resolved Confirm", $"{RecordId.Interaction(closed)} item ClosedComplete/WrapUp End", "stray item /Queued End",
            ],
            Items(report));
        Assert.Equal("ann", (await world.InteractionAsync(owner)).Owner);

        var repaired = await world.ReconcileAsync(repair: true);
        Assert.Equal(Items(report), Items(repaired));
        var second = await world.ReconcileAsync(repair: true);
        Assert.True(second.Clean, string.Join("\n", second.Instances.SelectMany(x => x.Differences)));
        Assert.Equal(0, second.Repaired);

        Assert.Equal("bob", (await world.InteractionAsync(owner)).Owner);
        Assert.Equal(WorkState.Held, world.ItemOf(held).State);
        Assert.Equal(InteractionState.WrapUp, (await world.InteractionAsync(ended)).State);
        Assert.Equal((WorkState.Queued, 2), (world.ItemOf(gone).State, world.ItemOf(gone).Round));
        Assert.Equal(WorkState.Ended, world.Vendor.Items.First(x => x.ExternalId == "stray").State);
        await using var db = world.App.Store.Read();
        Assert.All(await db.Segments.Where(s => s.InteractionId == code).ToListAsync(Token), s => Assert.Equal(SegmentState.Confirmed, s.State));
        Assert.True(await db.Activities.CountAsync(a => a.What == "Reconciled" && a.By == "admin:root", Token) >= 8);
    }

    [Fact]
    public async Task Call_NotMadeYetOrDead_ExplainsTheDifferenceAndIsLeftToIt()
    {
        await using var world = await PaperWorld.OpenAsync();
        await world.MapAsync();
        var id = await world.WorkAsync();
        world.Change(s => s.Refuse = "no such conversation");
        await world.HoldAsync(id);
        var difference = Assert.Single((await world.ReconcileAsync(repair: true)).Instances[0].Differences, d => d.Field == "state");
        Assert.Equal(RepairKind.None, difference.Repair);
        Assert.Contains("no such conversation; retry or discard it", difference.Says);
    }

    [Fact]
    [Trait("Requirement", "D-36")]
    public async Task Code_ThatNeverArrived_IsSentAgainAndConfirmed()
    {
        await using var world = await PaperWorld.OpenAsync();
        await world.MapAsync();
        var id = await world.WorkAsync();
        await world.CloseAsync(id);
        await UnconfirmAsync(world, id);
        world.Item(id, i => i with { Code = null }, news: false);
        Assert.Equal(["code issue_resolved/ Send"], Items(await world.ReconcileAsync(repair: true)).Select(d => d[(d.IndexOf(' ') + 1)..]));
        Assert.Equal("r", world.ItemOf(id).Code);
        Assert.True((await world.ReconcileAsync(repair: false)).Clean);
    }

    [Fact]
    [Trait("Requirement", "D-81")]
    public async Task Capacity_FreedAtWrapUpByTheVendor_IsALagAndNoError()
    {
        await using var world = await PaperWorld.OpenAsync(freed: CapacityFreed.AtWrapUp);
        var id = await world.WorkAsync("bob");
        world.Item(id, i => i with { OthersEnded = false }, news: false);
        var report = await world.ReconcileAsync(repair: false);
        Assert.Equal(RepairKind.Lag, Assert.Single(report.Instances[0].Differences).Repair);
        Assert.True(report.Clean);
    }

    [Fact]
    [Trait("Requirement", "H18")]
    public async Task Sweep_Dry_ReportsAndChangesNothing_ARunRepairsButEndsNothingUnknown()
    {
        await using var world = await PaperWorld.OpenAsync();
        var id = await world.WorkAsync();
        world.Item(id, i => i with { Agent = "bob" });
        world.Change(s => s.Items.Add(new() { ExternalId = "stray", State = WorkState.Queued, Rank = 1, At = world.App.Clock.Now }));
        var dry = await world.App.Sweeps.RunAsync(VendorSweep.Reconciliation, null, dryRun: true, Token);
        Assert.Equal("ann", (await world.InteractionAsync(id)).Owner);
        Assert.Equal(["owner Adopt", "item End"], dry.Effects.Where(e => !e.What.StartsWith("capacity", StringComparison.Ordinal)).Select(e => e.What));
        await world.App.Sweeps.RunAsync(VendorSweep.Reconciliation, null, dryRun: false, Token);
        await world.App.DrainAsync(Token);
        Assert.Equal("bob", (await world.InteractionAsync(id)).Owner);
        Assert.Equal(WorkState.Queued, world.Vendor.Items.First(i => i.ExternalId == "stray").State);
        Assert.Equal("reconciliation", (await world.App.Store.SweepRuns.LastAsync("reconciliation", 1, Token)).Single().Sweep);
    }

    [Fact]
    public async Task Instance_ThatDoesNotRun_IsAProblemAndNotClean()
    {
        await using var world = await PaperWorld.OpenAsync();
        world.App.Instances.Find("cloud")!.Pause("by hand");
        var report = await world.ReconcileAsync(repair: true);
        Assert.False(report.Clean);
        Assert.Contains("Paused", report.Instances[0].Problem);
    }

    private static IReadOnlyList<string> Items(ReconciliationReport report) =>
        [.. report.Instances[0].Differences.Where(d => !d.Record.StartsWith("agent ", StringComparison.Ordinal)).Select(d => $"{d.Record} {d.Field} {d.Here}/{d.There} {d.Repair}")];

    /// <summary>As if the confirmation had never come.</summary>
    private static async Task UnconfirmAsync(PaperWorld world, long id)
    {
        await using var db = world.App.Store.Read();
        var segment = await db.Segments.FirstAsync(s => s.InteractionId == id, Token);
        await world.BendAsync(segment with { State = SegmentState.Submitted, AwaitingConfirmation = true, ConfirmedAt = null });
    }

    /// <summary>As if five entries had been lost.</summary>
    private static Task BendLedgerAsync(PaperWorld world, long id) =>
        world.BendAsync(new CapacityEntry { Id = 900_000_000, Tenant = "default", Agent = "ann", InteractionId = id, Delta = 5, Cause = "test", At = world.App.Clock.Now });
}
