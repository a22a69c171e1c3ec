using Connector.Contracts;
using Connector.Engine.Codes;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Runtime.Hosting;
using Connector.Runtime.Sweeps;
using Connector.Runtime.Tests.Kit;

namespace Connector.Runtime.Tests.Codes;

public sealed class CodeSyncTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "D-35")]
    public async Task Sweep_NewCodeAtTheVendor_IsImportedOnce_AndADryRunStoresNothing()
    {
        await using var world = await PaperWorld.OpenAsync();
        await world.MapAsync();
        world.Change(s => s.Codes.Add(new("x", "Vendor own")));
        var dry = await RunAsync(world, dryRun: true);
        Assert.DoesNotContain("cloud_vendor_own", world.App.Setup.Codes.Keys);
        var real = await RunAsync(world);
        Assert.Equal(dry.Effects.Select(e => (e.What, e.After)), real.Effects.Select(e => (e.What, e.After)));
        Assert.Equal(["VendorCodeAdded", "CodeImported", "CodeMapped"], real.Effects.Select(e => e.What));
        Assert.Equal("Vendor own", world.App.Setup.Codes["cloud_vendor_own"]);
        Assert.Equal((0, 1), (await RunAsync(world) is var again ? again.Done : -1, again.Skipped));
        Assert.DoesNotContain(world.Vendor.Calls, c => c.Contains("Code", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sweep_EmptyListAfterAFullOne_IsAFailureThatSaysWhy()
    {
        await using var world = await PaperWorld.OpenAsync();
        await world.MapAsync();
        world.Change(s => s.Codes.Clear());
        var report = await RunAsync(world);
        Assert.Contains("shows no codes where it showed 3", Assert.Single(report.Failures));
        Assert.Contains("shows no codes", (await world.App.Store.SweepRuns.LastAsync("code-sync", 1, Token))[0].Error);
    }

    [Fact]
    [Trait("Requirement", "D-35")]
    public async Task SetWrapUp_CodeNotMapped_IsADeadLetterThatARetryAfterMappingHeals()
    {
        await using var world = await PaperWorld.OpenAsync();
        await RunAsync(world);
        var id = await world.WorkAsync();
        await world.CloseAsync(id);
        var dead = Assert.Single(await world.OutboxAsync(id), o => o.State == OutboxState.Dead);
        Assert.Equal(("SetWrapUp", "code 'issue_resolved' is not mapped for instance 'cloud' (queue 'q1')"), (dead.Operation, dead.Error));
        Assert.Equal(InteractionState.ClosedComplete, (await world.InteractionAsync(id)).State);
        Assert.Contains("issue_resolved", dead.Payload);
        await world.GiveAsync(new MapCode { Instance = "cloud", VendorCode = "Issue resolved", Code = "issue_resolved", At = world.App.Clock.Now, By = PaperWorld.Admin, Correlation = "c" });
        await world.GiveAsync(new RetryOutbox { OutboxId = dead.Id, At = world.App.Clock.Now, By = PaperWorld.Admin, Correlation = "c" });
        Assert.Equal(("r", OutboxState.Done), (world.ItemOf(id).Code, (await world.OutboxAsync(id)).First(o => o.Id == dead.Id).State));
    }

    [Fact]
    public async Task Settings_NameCodes_AreMappedAtTheFirstLook()
    {
        await using var world = await PaperWorld.OpenAsync("""{ "issue_resolved": "Issue resolved", "task_created": "t" }""");
        Assert.Equal(["customer_inactivity", "issue_resolved", "task_created"], CodeCheck.Unmapped(world.App.Setup, "cloud"));
        await RunAsync(world);
        Assert.Equal(["customer_inactivity"], CodeCheck.Unmapped(world.App.Setup, "cloud"));
    }

    [Fact]
    [Trait("Requirement", "R198")]
    public async Task Administrator_PushesANewCode_TheVendorHasItAndItIsMapped_RenamedAndRetiredToo()
    {
        await using var world = await PaperWorld.OpenAsync();
        await world.MapAsync();
        await world.GiveAsync(new AddCode { Key = "refund", Label = "Refund", Push = true, At = world.App.Clock.Now, By = PaperWorld.Admin, Correlation = "c" });
        Assert.Equal("v-Refund", world.App.Setup.CodeMap.VendorIdOf("cloud", "q1", "refund"));
        await world.GiveAsync(new RenameCode { Key = "refund", Label = "Refund issued", Push = true, At = world.App.Clock.Now, By = PaperWorld.Admin, Correlation = "c" });
        await world.GiveAsync(new RetireCode { Key = "refund", Push = true, At = world.App.Clock.Now, By = PaperWorld.Admin, Correlation = "c" });
        var code = world.Vendor.Codes.First(c => c.Id == "v-Refund");
        Assert.Equal(("Refund issued", 0), (code.Name, code.Queues!.Count));
        Assert.Equal(["AddCode Refund", "RenameCode v-Refund Refund issued", "RetireCode v-Refund"], world.Vendor.Calls.Where(c => c.Contains("Code", StringComparison.Ordinal)));
        Assert.Empty(Drift.Of(await world.App.Store.Codes.ReadAsync("cloud", Token), "cloud", world.App.Setup));
        Assert.Equal(0, (await RunAsync(world)).Done);
        Assert.Equal("UnknownCode", Assert.IsType<Answer.Refused>((await world.CloseAsync(await world.WorkAsync(), "refund")).Answer).Rule);
    }

    [Fact]
    [Trait("Requirement", "H14")]
    public async Task Codes_GoneOutAndComeBack_WriteNothingFurther()
    {
        await using var world = await PaperWorld.OpenAsync();
        await world.MapAsync();
        await world.GiveAsync(new AddCode { Key = "refund", Label = "Refund", Push = true, At = world.App.Clock.Now, By = PaperWorld.Admin, Correlation = "c" });
        var id = await world.WorkAsync();
        await world.CloseAsync(id, "refund");
        var calls = world.Vendor.Calls.Count;
        for (var n = 0; n < 5; n++)
        {
            await RunAsync(world);
            await world.ObserveAsync(id);
        }
        Assert.Equal(calls, world.Vendor.Calls.Count);
        Assert.Single(world.Vendor.Calls, c => c.StartsWith("SetWrapUp", StringComparison.Ordinal));
        Assert.Single(world.Vendor.Calls, c => c.StartsWith("AddCode", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pulse_CodesChangedByAnotherHost_AreTakenUp()
    {
        await using var world = await PaperWorld.OpenAsync();
        await world.BendAsync(new CatalogueCode { Id = 800_000_000, Tenant = "default", Key = "refund", Label = "Refund", Origin = CodeOrigin.Own, State = CodeState.Active });
        Assert.DoesNotContain("refund", world.App.Setup.Codes.Keys);
        await world.App.Setups.TakeUpCodesAsync(world.App.Store, Token);
        Assert.Equal("Refund", world.App.Setup.Codes["refund"]);
    }

    private static Task<SweepReport> RunAsync(PaperWorld world, bool dryRun = false) => world.App.Sweeps.RunAsync(VendorSweep.CodeSync, null, dryRun, Token);
}
