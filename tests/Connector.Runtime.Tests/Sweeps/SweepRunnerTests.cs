using Connector.Engine.Interactions;
using Connector.Runtime.Sweeps;
using Connector.Runtime.Tests.Kit;

namespace Connector.Runtime.Tests.Sweeps;

public sealed class SweepRunnerTests
{
    private static readonly Sweep Inactivity = Sweep.Find("inactivity-closure")!;
    private static readonly Sweep Timeout = Sweep.Find("wrap-up-timeout")!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "H19")]
    public async Task Run_Dry_ChangesNothingAndEqualsTheNextRealRun()
    {
        await using var world = await World.OpenAsync();
        foreach (var id in await world.WorkAsync(4)) await world.HoldAsync(id);
        var later = world.Now + TimeSpan.FromDays(6);

        var dry = await world.App.Sweeps.RunAsync(Inactivity, later, dryRun: true, Token);
        foreach (var effect in dry.Effects) Assert.Equal("OnHold", effect.Before);
        var again = await world.App.Sweeps.RunAsync(Inactivity, later, dryRun: true, Token);
        var real = await world.App.Sweeps.RunAsync(Inactivity, later, dryRun: false, Token);

        Assert.Equal(4, dry.Done);
        Assert.Equal(dry.Effects, again.Effects);
        Assert.Equal(dry.Effects, real.Effects);
    }

    [Fact]
    [Trait("Requirement", "R191")]
    [Trait("Requirement", "R188")]
    public async Task Run_SomeDue_ClosesExactlyThoseAndASecondRunNothing()
    {
        await using var world = await World.OpenAsync();
        var work = await world.WorkAsync(3);
        await world.HoldAsync(work[0]);
        await world.HoldAsync(work[1]);
        var due = (await world.InteractionAsync(work[0])).InactivityDue!.Value;

        Assert.Equal(0, (await world.App.Sweeps.RunAsync(Inactivity, due - TimeSpan.FromSeconds(1), dryRun: false, Token)).Done);
        Assert.Equal(2, (await world.App.Sweeps.RunAsync(Inactivity, due + TimeSpan.FromSeconds(5), dryRun: false, Token)).Done);
        Assert.Equal(0, (await world.App.Sweeps.RunAsync(Inactivity, due + TimeSpan.FromSeconds(5), dryRun: false, Token)).Done);
        Assert.Equal("customer_inactivity", (await world.InteractionAsync(work[0])).Code);
        Assert.Equal(InteractionState.WorkInProgress, (await world.InteractionAsync(work[2])).State);
    }

    [Fact]
    [Trait("Requirement", "R192")]
    public async Task Run_WrapUpPastItsTime_GivesTheDefaultCode()
    {
        await using var world = await World.OpenAsync();
        var id = (await world.WorkAsync(1))[0];
        await world.CloseAsync(id);
        await world.App.Sweeps.RunAsync(Timeout, world.Now + TimeSpan.FromMinutes(2), dryRun: false, Token);
        var closed = await world.InteractionAsync(id);
        Assert.Equal(("issue_resolved", CodeSource.Timeout), (closed.Code, closed.CodeSource));
    }

    [Fact]
    [Trait("Requirement", "H18")]
    public async Task Schedule_Started_EverySweepHasScheduleNextRunAndKeepsItsLastRun()
    {
        await using var world = await World.OpenAsync();
        await world.App.StartAsync(Token);
        Assert.Superset(new HashSet<string> { "wrap-up-timeout", "wrap-up-safety", "inactivity-closure", "resolved-to-closed", "code-sync", "reconciliation" }, Scheduled.All.Select(s => s.Name).ToHashSet());
        Assert.Equal((TimeSpan.FromMinutes(15), TimeSpan.FromHours(24)), (Scheduled.Find("code-sync")!.Every, Scheduled.Find("reconciliation")!.Every));
        foreach (var sweep in Scheduled.All)
        {
            Assert.True(sweep.Every > TimeSpan.Zero);
            Assert.NotNull(await world.App.NextSweepAsync(sweep.Name, Token));
            await world.App.Sweeps.RunAsync(sweep, null, dryRun: false, Token);
            Assert.Equal(sweep.Name, (await world.App.Store.SweepRuns.LastAsync(sweep.Name, 1, Token))[0].Sweep);
        }
    }
}
