using Connector.Contracts;
using Connector.Engine.Codes;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.WrapUp;
using Connector.Runtime.Sweeps;
using Connector.Vendors.Simulated.Genesys;

namespace Connector.Runtime.Tests.Sagas;

/// <summary>Catalogues and chosen codes with a real plugin between us and a vendor that has a memory.</summary>
public sealed class CodesBothWaysTests
{
    private const string Own = "dddddddd-0000-4000-8000-0000000000aa";
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "R198")]
    [Trait("Requirement", "D-36")]
    public async Task Pushed_ACodeIsMadeAtTheVendor_MappedRenamedAndTakenOutOfItsQueues()
    {
        await using var world = await SagaWorld.OpenAsync();
        var id = await world.WorkAsync();
        await world.GiveAsync(new AddCode { Key = "refund", Label = "Refund", Push = true, At = world.App.Clock.Now, By = SagaWorld.Admin, Correlation = "c" });
        var made = Assert.Single(world.Cloud.Codes, c => c.Name == "Refund");
        Assert.Equal(made.Id, world.App.Setup.CodeMap.VendorIdOf("genesys", SagaWorld.Support, "refund"));
        Assert.IsType<Answer.Done>(await world.CloseAsync(id, SagaWorld.Ann, "refund"));
        await world.SettleAsync();
        Assert.Equal(made.Id, world.Cloud.Conversation(world.Conversation(id)).LastOwner!.Code);
        Assert.Equal((SegmentState.Confirmed, false), Assert.Single(await world.SegmentsAsync(id)) is var s ? (s.State, s.AwaitingConfirmation) : default);
        await world.GiveAsync(new RenameCode { Key = "refund", Label = "Refund issued", Push = true, At = world.App.Clock.Now, By = SagaWorld.Admin, Correlation = "c" });
        await world.GiveAsync(new RetireCode { Key = "refund", Push = true, At = world.App.Clock.Now, By = SagaWorld.Admin, Correlation = "c" });
        Assert.Equal("Refund issued", made.Name);
        Assert.All(world.Cloud.Queues, q => Assert.DoesNotContain(made.Id, q.Codes ?? []));
        Assert.Equal(0, (await SyncAsync(world)).Failed);
        Assert.Empty(await DriftAsync(world));
    }

    [Fact]
    [Trait("Requirement", "D-35")]
    public async Task ChosenAtTheDesk_AnUnknownCode_IsImportedAndTheClosureCarriesIt_NothingIsWrittenBack()
    {
        await using var world = await SagaWorld.OpenAsync();
        var id = await world.WorkAsync();
        world.Cloud.Codes.Add(new SimulatedCode(Own, "Vendor own"));
        var sync = await SyncAsync(world);
        Assert.Equal(["CodeImported", "CodeMapped", "VendorCodeAdded"], sync.Effects.Select(e => e.What).Order(StringComparer.Ordinal));
        world.Vendor.ForgetCalls();
        Assert.True(world.Cloud.EndByAgent(world.Conversation(id)) && world.Cloud.Choose(world.Conversation(id), Own));
        await world.SettleAsync();
        var ours = await world.InteractionAsync(id);
        Assert.Equal((InteractionState.ClosedComplete, "genesys_vendor_own", CodeSource.Agent), (ours.State, ours.Code, ours.CodeSource));
        Assert.DoesNotContain(world.Vendor.Calls, c => c.IsWrite);
    }

    [Fact]
    public async Task Drift_RenamedDeletedAndAddedAtTheVendor_IsTold_AndEndedByAReviewedPlan()
    {
        await using var world = await SagaWorld.OpenAsync();
        await SyncAsync(world);
        Assert.Empty(await DriftAsync(world));
        world.Cloud.Codes[0].Name = "Solved";
        world.Cloud.Codes.RemoveAll(c => c.Name == "Task created");
        world.Cloud.Users.Add(new("aaaaaaaa-0000-4000-8000-000000000003", "Cid Example", "cid@example.org"));
        world.Cloud.Queues.RemoveAll(q => q.Id == SagaWorld.Billing);
        world.Later(TimeSpan.FromMinutes(10));
        await SyncAsync(world);
        var drift = await DriftAsync(world);
        Assert.Equal(
            ["Agent AddedThere Cid Example", "Code DeletedThere Task created breaks", "Code RenamedThere Solved", "Queue DeletedThere Billing"],
            drift.Select(d => $"{d.Kind} {d.Change} {d.There ?? d.Here}{(d.Breaks ? " breaks" : "")}").Order(StringComparer.Ordinal));
        var plan = Plan.Of(await world.App.Store.Codes.ReadAsync("genesys", Token), "genesys", world.App.Setup);
        await world.GiveAsync(new ApplyPlan { Instance = "genesys", Plan = plan.Fingerprint, At = world.App.Clock.Now, By = SagaWorld.Admin, Correlation = "c" });
        Assert.Equal("Issue resolved", world.Cloud.Codes[0].Name);
        Assert.Equal(Assert.Single(world.Cloud.Codes, c => c.Name == "Task created").Id, world.App.Setup.CodeMap.VendorIdOf("genesys", SagaWorld.Support, "task_created"));
        await SyncAsync(world);
        Assert.Empty(await DriftAsync(world));
    }

    private static async Task<IReadOnlyList<DriftItem>> DriftAsync(SagaWorld world) => Drift.Of(await world.App.Store.Codes.ReadAsync("genesys", Token), "genesys", world.App.Setup);

    private static Task<SweepReport> SyncAsync(SagaWorld world) => world.App.Sweeps.RunAsync(VendorSweep.CodeSync, null, dryRun: false, Token);
}
