using Connector.Contracts;

namespace Connector.Adapters.Contract;

/// <summary><see cref="IPollEvents"/>, of an adapter that also routes.</summary>
public abstract class PollEventsContract : AdapterContract
{
    [Fact]
    public async Task PollEvery_IsAPeriod()
    {
        var (rig, poll) = await WithAsync<IPollEvents>();
        await using var _ = rig;
        Assert.True(poll.PollEvery > TimeSpan.Zero);
    }

    [Fact]
    public async Task Poll_NothingHappened_TellsNothingTwice()
    {
        var (rig, poll) = await WithAsync<IPollEvents>();
        await using var _ = rig;
        await rig.RoutedAsync();
        var (_, cursor) = await AllAsync(poll, null);
        Assert.Empty((await AllAsync(poll, cursor)).Events);
    }

    [Fact]
    public async Task Poll_SomethingHappened_TellsItUnderAnIdOfItsOwn()
    {
        var (rig, poll) = await WithAsync<IPollEvents>();
        await using var _ = rig;
        var work = await rig.RoutedAsync();
        var (before, cursor) = await AllAsync(poll, null);
        await rig.AvailableAsync();
        await rig.OwnAsync(work.ExternalId);
        var news = (await AllAsync(poll, cursor)).Events;
        var last = news[^1];
        Assert.Equal((work.ExternalId, WorkState.Accepted, rig.Agent), (last.ExternalId, last.Observed.State, last.Observed.Agent));
        Assert.DoesNotContain(last.EventId, before.Select(e => e.EventId));
    }

    [Fact]
    public async Task Poll_PageThatWasNotStored_IsToldAgain()
    {
        var (rig, poll) = await WithAsync<IPollEvents>();
        await using var _ = rig;
        var work = await rig.RoutedAsync();
        var (_, cursor) = await AllAsync(poll, null);
        await rig.AvailableAsync();
        await rig.OwnAsync(work.ExternalId);
        var lost = (await AllAsync(poll, cursor)).Events;
        var again = (await AllAsync(poll, cursor)).Events;
        Assert.NotEmpty(lost);
        Assert.Equal(lost.Select(e => e.EventId), again.Select(e => e.EventId));
    }

    private static async Task<(IReadOnlyList<VendorEvent> Events, string? Cursor)> AllAsync(IPollEvents poll, string? cursor)
    {
        List<VendorEvent> events = [];
        while (true)
        {
            var page = await poll.PollAsync(cursor, Cancellation);
            events.AddRange(page.Events);
            cursor = page.Cursor;
            if (!page.More) return (events, cursor);
        }
    }
}
