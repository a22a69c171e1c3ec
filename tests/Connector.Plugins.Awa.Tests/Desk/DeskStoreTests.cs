using Connector.Adapters.Contract;
using Connector.Contracts;

namespace Connector.Plugins.Awa.Tests.Desk;

public sealed class DeskStoreTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Decide_ConflictsWithAnotherHost_ReadsAndDecidesAgain()
    {
        var rig = await AwaRig.StartedAsync();
        rig.State.ConflictsToCome = 7;
        await rig.RouteAsync();
        Assert.Single(await rig.Awa.ItemsAsync(Cancellation));
    }

    [Fact]
    public async Task Decide_ConflictsWithoutEnd_GivesUpAsUnavailable()
    {
        var rig = await AwaRig.StartedAsync();
        rig.State.ConflictsToCome = int.MaxValue;
        await Assert.ThrowsAsync<UnavailableException>(() => rig.RouteAsync());
        rig.State.ConflictsToCome = 0;
        await rig.RouteAsync();
    }

    [Fact]
    public async Task Decide_StoreIsDown_NothingIsRememberedThatWasNotStored()
    {
        var rig = await AwaRig.StartedAsync();
        rig.State.Failure = new IOException("disk full");
        await Assert.ThrowsAsync<IOException>(() => rig.RouteAsync());
        rig.State.Failure = null;
        Assert.Empty(await rig.Awa.ItemsAsync(Cancellation));
        Assert.Empty(rig.State.Events);
    }

    [Fact]
    public async Task Decide_TwoHostsOnOneStore_SeeEachOthersWork()
    {
        var (state, options) = (new MemoryInstanceState(), AwaRig.Options("ann", "bob"));
        var (one, two) = (await AwaRig.StartedAsync(options, state), await AwaRig.StartedAsync(options, state));
        await one.RouteAsync();
        await two.SignAsync("bob");
        Assert.Equal("bob", await one.OfferedToAsync());
        await two.AcceptAsync("bob");
        Assert.Equal(WorkState.Accepted, (await one.ReadAsync("i-1.1"))!.State);
    }

    [Fact]
    public async Task Decide_ManyAtOnceOnTwoHosts_EachOfferHasOneTaker()
    {
        var state = new MemoryInstanceState();
        var options = new AwaOptions { Queues = [new() { Id = "support" }], Agents = [AwaRig.Agent_("ann", 100)] };
        AwaRig[] hosts = [await AwaRig.StartedAsync(options, state), await AwaRig.StartedAsync(options, state)];
        await hosts[0].SignAsync("ann");
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => Busy(() => hosts[i % 2].RouteAsync($"i-{i % 50}")), Cancellation)));
        var offers = await hosts[0].Awa.OffersAsync("ann", Cancellation);
        Assert.Equal(50, offers.Count);
        await Task.WhenAll(offers.SelectMany(o => hosts.Select(h => Task.Run(() => Busy(() => h.Awa.AcceptAsync(o.OfferId, "ann", Cancellation).AsTask()), Cancellation))));
        Assert.Equal(50, state.Events.Count(e => e.Kind == "Accepted"));
    }

    [Fact]
    public async Task Start_AfterARestart_WorkPresenceAndOffersAreStillThere()
    {
        var first = await AwaRig.StartedAsync();
        await first.SignAsync("ann");
        await first.RouteAsync();
        await first.Adapter.DisposeAsync();
        var second = await AwaRig.StartedAsync(state: first.State);
        Assert.Equal("ann", await second.OfferedToAsync());
    }

    [Fact]
    public async Task Start_AgentNoLongerNamed_HerOffersGoOn()
    {
        var first = await AwaRig.StartedAsync(AwaRig.Options("ann", "bob"));
        await first.SignAsync("ann");
        await first.SignAsync("bob");
        await first.RouteAsync();
        var second = await AwaRig.StartedAsync(AwaRig.Options("bob"), first.State);
        Assert.Equal("bob", await second.OfferedToAsync());
        Assert.Equal("bob", Assert.Single(await first.State.ListAsync("agent", Cancellation)).Id);
    }

    [Fact]
    public async Task Start_QueueNoLongerNamed_ItsWorkIsShownAndProbed()
    {
        var first = await AwaRig.StartedAsync();
        await first.RouteAsync();
        var options = AwaRig.Options();
        options.Queues[0].Id = "sales";
        var second = await AwaRig.StartedAsync(options, first.State);
        await second.SignAsync("ann");
        Assert.Contains(await second.Awa.QueuesAsync(Cancellation), q => q is { Queue: "support", Waiting: 1 });
        Assert.Contains((await second.Awa.CheckAsync(Cancellation).ToListAsync(Cancellation)), p => p is { Name: "queue support", Ok: false });
    }

    [Fact]
    public async Task Start_AvailableInOptions_HoldsAtTheFirstStartOnly()
    {
        var options = AwaRig.Options();
        options.Agents[0].Available = true;
        var first = await AwaRig.StartedAsync(options);
        Assert.Equal(AgentPresence.Available, Assert.Single(await first.Awa.AgentsAsync(Cancellation)).Presence);
        await first.SignAsync("ann", AgentPresence.Away);
        var second = await AwaRig.StartedAsync(options, first.State);
        Assert.Equal(AgentPresence.Away, Assert.Single(await second.Awa.AgentsAsync(Cancellation)).Presence);
    }

    [Fact]
    public async Task Finished_AfterItsTime_IsForgotten()
    {
        var rig = await AwaRig.StartedAsync();
        var id = await rig.RouteAsync();
        await rig.Awa.EndAsync(rig.Ref(id), EndStage.Closed, rig.Mark(), Cancellation);
        await rig.AdvanceAsync(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.NotNull(await rig.ReadAsync(id));
        await rig.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Null(await rig.ReadAsync(id));
    }

    [Fact]
    public async Task Events_OfEachChange_AreCommittedWithItUnderFixedIds()
    {
        var rig = await AwaRig.StartedAsync();
        await rig.SignAsync("ann");
        var id = await rig.RouteAsync();
        await rig.AcceptAsync("ann");
        Assert.Equal([$"{id}:1", $"{id}:2", $"{id}:3"], rig.State.Events.Select(e => e.EventId));
        Assert.Equal([WorkState.Queued, WorkState.PendingAccept, WorkState.Accepted], rig.State.Events.Select(e => e.Observed.State));
        Assert.Equal((await rig.ReadAsync(id))!.Rank, rig.State.Events[^1].Observed.Rank);
    }

    /// <summary>The outbox's part: what is unavailable for a moment is tried again.</summary>
    private static async Task Busy(Func<Task> call)
    {
        while (true)
        {
            try
            {
                await call();
                return;
            }
            catch (UnavailableException)
            {
                await Task.Yield();
            }
        }
    }
}
