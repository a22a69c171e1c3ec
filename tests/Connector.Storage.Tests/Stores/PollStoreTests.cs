using Connector.Contracts;
using Connector.Storage.Stores;
using Connector.Storage.Tests.Kit;

namespace Connector.Storage.Tests.Stores;

public abstract class PollStoreTests(ITestPlace place) : StoreTests(place)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Take_TwoHosts_OnlyOneHasTheTurnUntilItLeavesOrIsGone()
    {
        var turns = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Store.Polls.TakeAsync("x", $"host{n}", Lease, Cancellation)));
        var turn = Assert.Single(turns.OfType<PollTurn>());
        Assert.NotNull(await Store.Polls.TakeAsync("x", turn.Host, Lease, Cancellation));
        Assert.NotNull(await Store.Polls.TakeAsync("y", "other", Lease, Cancellation));
        await Store.Polls.LeaveAsync("x", turn.Host, Cancellation);
        Assert.NotNull(await Store.Polls.TakeAsync("x", "other", Lease, Cancellation));
        await Store.Polls.ReleaseOrphansAsync([turn.Host], Cancellation);
        Assert.NotNull(await Store.Polls.TakeAsync("x", turn.Host, Lease, Cancellation));
    }

    [Fact]
    public async Task Take_LeaseOver_AnotherHostGoesOnFromTheCursor()
    {
        var turn = await Store.Polls.TakeAsync("x", "a", TimeSpan.FromMilliseconds(-1), Cancellation);
        await Store.Polls.KeepAsync(turn!, new([], "7", false), TimeSpan.FromMilliseconds(-1), null, Samples.Now, "poll", cancellation: Cancellation);
        var next = await Store.Polls.TakeAsync("x", "b", Lease, Cancellation);
        Assert.Equal("7", next!.Cursor);
        Assert.NotNull(next.PolledAt);
    }

    [Fact]
    public async Task Keep_EventsAndCursor_AreStoredTogetherAndEachEventOnce()
    {
        var turn = await Store.Polls.TakeAsync("x", "a", Lease, Cancellation);
        Assert.Equal(2, await KeepAsync(turn!, "5", Event("e1"), Event("e2")));
        Assert.Equal(1, await KeepAsync(turn! with { Cursor = "5" }, "6", Event("e2"), Event("e3")));
        Assert.Equal("6", (await Store.Cursors.GetAsync("x", Cancellation))!.Value);
        Assert.Equal(3, await Store.Inbox.DepthAsync("x", Cancellation));
    }

    [Fact]
    public async Task Keep_TurnLost_StoresNothing()
    {
        var turn = await Store.Polls.TakeAsync("x", "a", TimeSpan.FromMilliseconds(-1), Cancellation);
        await Store.Polls.TakeAsync("x", "b", Lease, Cancellation);
        Assert.Null(await KeepAsync(turn!, "5", Event("e1")));
        Assert.Null(await Store.Cursors.GetAsync("x", Cancellation));
        Assert.Equal(0, await Store.Inbox.DepthAsync("x", Cancellation));
    }

    [Fact]
    [Trait("Requirement", "H17")]
    public async Task Keep_CursorMovedByAnAdministratorMeanwhile_StaysWhereItWasMovedTo()
    {
        var turn = await Store.Polls.TakeAsync("x", "a", Lease, Cancellation);
        await KeepAsync(turn!, "5");
        await Store.Cursors.SetAsync("x", "2", "admin", Samples.Now, cancellation: Cancellation);
        Assert.Equal(1, await KeepAsync(turn! with { Cursor = "5" }, "6", Event("e1")));
        Assert.Equal(("2", "admin"), (await Store.Cursors.GetAsync("x", Cancellation)) is { } c ? (c.Value, c.ChangedBy) : default);
    }

    [Fact]
    public async Task Keep_AfterAGap_TheGapIsShownUntilTheNext()
    {
        var turn = await Store.Polls.TakeAsync("x", "a", Lease, Cancellation);
        await Store.Polls.KeepAsync(turn!, new([], null, false), Lease, new(Samples.Now, Samples.Now.AddHours(1), "no host was running"), Samples.Now, "poll", cancellation: Cancellation);
        await KeepAsync(turn!, null);
        var poll = Assert.Single(await Store.Polls.ListAsync(Cancellation));
        Assert.Equal((Samples.Now, Samples.Now.AddHours(1), "no host was running"), (poll.GapFrom, poll.GapTo, poll.GapReason));
    }

    private Task<int?> KeepAsync(PollTurn turn, string? cursor, params VendorEvent[] events) =>
        Store.Polls.KeepAsync(turn, new(events, cursor, false), Lease, null, Samples.Now, "poll", cancellation: Cancellation);

    private static VendorEvent Event(string id) =>
        new(id, "w1", "changed", Samples.Now, new WorkObservation { ExternalId = "w1", State = WorkState.Queued, Rank = 1, At = Samples.Now });
}

public sealed class PollStoreOnSqliteTests() : PollStoreTests(new SqlitePlace());

public sealed class PollStoreOnPostgresTests(PostgresServer server) : PollStoreTests(new PostgresPlace(server));
