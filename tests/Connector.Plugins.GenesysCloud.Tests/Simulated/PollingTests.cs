using Connector.Contracts;
using Connector.Plugins.GenesysCloud.State;
using Connector.Plugins.GenesysCloud.Tests.Kit;
using Connector.Vendors.Simulated.Genesys;

namespace Connector.Plugins.GenesysCloud.Tests.Simulated;

public sealed class PollingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Poll_ManyConversations_ReadsAsManyAsTheBudgetAllowsInTurn()
    {
        // 60 calls a minute, half of them, every ten seconds: five.
        await using var rig = await SimulatedRig.NewAsync(with: o => (o.CallsPerMinute, o.PollShare, o.PollEvery) = (60, 50, TimeSpan.FromSeconds(10)));
        for (var i = 1; i <= 12; i++) await rig.Genesys.RouteAsync(rig.Work($"i-{i}"), rig.Mark($"k-{i}"), Cancellation);
        List<string> told = [];
        string? cursor = null;
        foreach (var count in new[] { 5, 5, 2 })
        {
            rig.Vendor.ForgetCalls();
            var page = await rig.Genesys.PollAsync(cursor, Cancellation);
            Assert.Equal((5, count, false), (rig.Vendor.Calls.Count, page.Events.Count, page.More));
            told.AddRange(page.Events.Select(e => e.ExternalId));
            cursor = page.Cursor;
        }

        Assert.Equal(12, told.Distinct().Count());
    }

    [Fact]
    public async Task Poll_EventIds_AreTheConversationAndItsRank()
    {
        await using var rig = await SimulatedRig.NewAsync();
        await rig.RoutedAsync();
        var news = Assert.Single((await rig.Genesys.PollAsync(null, Cancellation)).Events);
        Assert.Equal($"{news.ExternalId}:{news.Observed.Rank}", news.EventId);
    }

    [Fact]
    public async Task Poll_ChangeTheHostReadFirst_IsToldAllTheSame()
    {
        await using var rig = await SimulatedRig.NewAsync();
        var work = await rig.RoutedAsync();
        var cursor = (await rig.Genesys.PollAsync(null, Cancellation)).Cursor;
        rig.Cloud.Accept(work.ExternalId, Known.AnnId);
        var read = await rig.SeenAsync(work);
        Assert.Equal(read!.Rank, Assert.Single((await rig.Genesys.PollAsync(cursor, Cancellation)).Events).Observed.Rank);
    }

    [Fact]
    public async Task Poll_EndedWork_IsToldUntilItIsSafeAndThenLeftAlone()
    {
        await using var rig = await SimulatedRig.NewAsync();
        var work = await rig.RoutedAsync();
        var cursor = (await rig.Genesys.PollAsync(null, Cancellation)).Cursor;
        rig.Cloud.Abandon(work.ExternalId);
        var first = await rig.Genesys.PollAsync(cursor, Cancellation);
        var again = await rig.Genesys.PollAsync(cursor, Cancellation);
        Assert.Equal(WorkState.Canceled, first.Events[0].Observed.State);
        Assert.Equal(first.Events[0].EventId, again.Events[0].EventId);
        rig.Vendor.ForgetCalls();
        Assert.Empty((await rig.Genesys.PollAsync(again.Cursor, Cancellation)).Events);
        Assert.Empty(rig.Vendor.Calls);
        Assert.Empty(await rig.State.ListAsync(ConversationStore.ConversationKind, Cancellation));
        Assert.Equal("i-1", (await rig.SeenAsync(work))!.InteractionId);
    }

    [Fact]
    public async Task Poll_CursorSetBack_TellsEverythingOpenAgain()
    {
        await using var rig = await SimulatedRig.NewAsync();
        await rig.RoutedAsync();
        var cursor = (await rig.Genesys.PollAsync(null, Cancellation)).Cursor;
        Assert.Empty((await rig.Genesys.PollAsync(cursor, Cancellation)).Events);
        var again = await rig.Genesys.PollAsync("no cursor of ours", Cancellation);
        Assert.Single(again.Events);
        Assert.Empty((await rig.Genesys.PollAsync(again.Cursor, Cancellation)).Events);
    }

    [Fact]
    public async Task Poll_ConversationTheVendorDropped_IsToldAsEnded()
    {
        await using var rig = await SimulatedRig.NewAsync();
        var work = await rig.OwnedAsync();
        var cursor = (await rig.Genesys.PollAsync(null, Cancellation)).Cursor;
        rig.Cloud.Drop(work.ExternalId);
        var gone = await rig.Genesys.PollAsync(cursor, Cancellation);
        var seen = Assert.Single(gone.Events).Observed;
        Assert.Equal((WorkState.Ended, "gone", Known.Ann, "i-1"), (seen.State, seen.Reason, seen.Agent, seen.InteractionId));
        Assert.Null(await rig.SeenAsync(work));
        Assert.Empty((await rig.Genesys.PollAsync(gone.Cursor, Cancellation)).Events);
    }

    [Fact]
    public async Task Poll_OneConversationCannotBeRead_TheOthersAreAndTheNextPollGoesOn()
    {
        await using var rig = await SimulatedRig.NewAsync();
        for (var i = 1; i <= 3; i++) await rig.Genesys.RouteAsync(rig.Work($"i-{i}"), rig.Mark($"k-{i}"), Cancellation);
        var bad = rig.Cloud.Conversations[1].Id;
        rig.Vendor.Faults.Each = call => call.Path.EndsWith(bad, StringComparison.Ordinal) ? Fault.Status(500) : null;
        var first = await rig.Genesys.PollAsync(null, Cancellation);
        Assert.Equal([rig.Cloud.Conversations[0].Id], first.Events.Select(e => e.ExternalId));
        var second = await rig.Genesys.PollAsync(first.Cursor, Cancellation);
        Assert.Equal([rig.Cloud.Conversations[2].Id], second.Events.Select(e => e.ExternalId));
    }

    [Fact]
    public async Task Poll_ConversationOfAnotherDivision_IsLeftOutAndSaid()
    {
        await using var rig = await SimulatedRig.NewAsync(around: new());
        for (var i = 1; i <= 2; i++) await rig.Genesys.RouteAsync(rig.Work($"i-{i}"), rig.Mark($"k-{i}"), Cancellation);
        var hidden = rig.Cloud.Conversations[0].Id;
        rig.Vendor.Faults.Each = call => call.Path.EndsWith(hidden, StringComparison.Ordinal) ? Fault.Status(403) with { Word = "missing.division.permission" } : null;
        Assert.Equal([rig.Cloud.Conversations[1].Id], (await rig.Genesys.PollAsync(null, Cancellation)).Events.Select(e => e.ExternalId));
        Assert.Contains(((LogLines)rig.Host.Logger).All, l => l.Contains($"{hidden} cannot be read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Poll_FirstReadThrottled_IsTheCallersToKnow()
    {
        await using var rig = await SimulatedRig.NewAsync();
        await rig.RoutedAsync();
        rig.Vendor.Faults.Next("GET", "/emails/", Fault.Throttle(TimeSpan.FromHours(3)));
        var error = await Assert.ThrowsAsync<ThrottledException>(async () => await rig.Genesys.PollAsync(null, Cancellation));
        Assert.Equal(TimeSpan.FromHours(3), error.RetryAfter);
    }

    [Fact]
    public async Task Poll_AfterALongTime_TellsHowLongAndShowsItInTheCheck()
    {
        await using var rig = await SimulatedRig.NewAsync(around: new() { Time = new HandClock() });
        await rig.RoutedAsync();
        var cursor = (await rig.Genesys.PollAsync(null, Cancellation)).Cursor;
        ((HandClock)rig.Host.MachineTime).Now += TimeSpan.FromMinutes(7);
        await rig.Genesys.PollAsync(cursor, Cancellation);
        Assert.Contains(((LogLines)rig.Host.Logger).All, l => l.Contains("nothing was polled for 420 s", StringComparison.Ordinal));
        List<Probe> probes = [];
        await foreach (var probe in rig.Genesys.CheckAsync(Cancellation)) probes.Add(probe);
        Assert.Contains("longest time without a poll 420 s", probes.Single(p => p.Name == "polling").Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wake_FinishedLongAgo_ForgetsItAndItsRouting()
    {
        await using var rig = await SimulatedRig.NewAsync();
        var work = await rig.RoutedAsync();
        rig.Cloud.Abandon(work.ExternalId);
        var cursor = (await rig.Genesys.PollAsync(null, Cancellation)).Cursor;
        await rig.Genesys.PollAsync(cursor, Cancellation);
        Assert.Empty(rig.State.DueAt(rig.Host.Now + TimeSpan.FromDays(6)));
        await rig.Genesys.WakeAsync(Assert.Single(rig.State.DueAt(rig.Host.Now + TimeSpan.FromDays(8))), Cancellation);
        Assert.Empty(await rig.State.ListAsync(ConversationStore.ConversationKind, Cancellation));
        Assert.Empty(await rig.State.ListAsync(ConversationStore.FinishedKind, Cancellation));
        Assert.Empty(await rig.State.ListAsync(ConversationStore.RouteKind, Cancellation));
    }

    [Fact]
    public async Task Read_TwoHostsAtOnce_GiveOneRankToOneState()
    {
        await using var rig = await SimulatedRig.NewAsync();
        await using var other = await SimulatedRig.BesideAsync(rig.Vendor, state: rig.State);
        var work = await rig.RoutedAsync();
        rig.Cloud.Accept(work.ExternalId, Known.AnnId);
        var reads = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? rig : other).SeenAsync(work).AsTask()));
        Assert.Single(reads.Select(r => (r!.Rank, r.State)).Distinct());
    }
}
