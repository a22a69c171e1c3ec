using Connector.Contracts;
using Connector.Storage.Tests.Kit;

namespace Connector.Storage.Tests.Stores;

public abstract class InboxStoreTests(ITestPlace place) : StoreTests(place)
{
    [Fact]
    [Trait("Requirement", "H12")]
    public async Task AddAsync_SameEventTwice_CountsOnce()
    {
        Assert.Equal(2, await Store.Inbox.AddAsync("awa", [Event("e1"), Event("e2"), Event("e1")], Samples.Now, Cancellation));
        Assert.Equal(1, await Store.Inbox.AddAsync("awa", [Event("e2"), Event("e3")], Samples.Now, Cancellation));
        Assert.Equal(1, await Store.Inbox.AddAsync("other", [Event("e1")], Samples.Now, Cancellation));
        Assert.Equal(3, await Store.Inbox.DepthAsync("awa", Cancellation));
    }

    [Fact]
    public async Task ClaimAsync_SeveralEventsOfOneItem_ComeTogetherAndOnce()
    {
        await Store.Inbox.AddAsync("awa", [Event("e1", "x"), Event("e2", "y"), Event("e3", "x")], Samples.Now, Cancellation);
        var items = await ClaimAsync();
        Assert.Equal(["x", "y"], items.Select(i => i.ExternalId));
        Assert.Equal(["e1", "e3"], items[0].Events.Select(e => e.EventId));
        Assert.Equal(Event("e3", "x"), items[0].Events[1]);
        Assert.Empty(await ClaimAsync());
        await Store.Inbox.DoneAsync(items[0], Samples.Now, Cancellation);
        await Store.Inbox.PostponeAsync(items[1], "gone away", Samples.Now, Cancellation);
        Assert.Equal(["y"], (await ClaimAsync()).Select(i => i.ExternalId));
    }

    private Task<IReadOnlyList<Connector.Storage.Stores.InboxItem>> ClaimAsync() =>
        Store.Inbox.ClaimAsync("awa", 10, Samples.Now, "host", TimeSpan.FromMinutes(1), Cancellation);

    private static VendorEvent Event(string id, string externalId = "x") =>
        new(id, externalId, "changed", Samples.Now, new() { ExternalId = externalId, State = WorkState.Accepted, Rank = 3, Agent = "ann", At = Samples.Now });
}

public sealed class InboxStoreOnSqliteTests() : InboxStoreTests(new SqlitePlace());

public sealed class InboxStoreOnPostgresTests(PostgresServer server) : InboxStoreTests(new PostgresPlace(server));
