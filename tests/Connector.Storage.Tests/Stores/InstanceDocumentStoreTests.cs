using Connector.Contracts;
using Connector.Storage.Tests.Kit;

namespace Connector.Storage.Tests.Stores;

public abstract class InstanceDocumentStoreTests(ITestPlace place) : StoreTests(place)
{
    [Fact]
    public async Task CommitAsync_InsertChangeDelete_KeepsVersions()
    {
        await CommitAsync(new DocumentChange("agent", "ann", 0, "{}", Samples.Now));
        await CommitAsync(new DocumentChange("agent", "ann", 1, "{\"n\":1}"), new DocumentChange("agent", "bob", 0, "{}"));
        Assert.Equal(new InstanceDocument("agent", "ann", 2, "{\"n\":1}", null), await Store.Documents.GetAsync("awa", "agent", "ann", Cancellation));
        await CommitAsync(new DocumentChange("agent", "ann", 2, null));
        Assert.Equal(["bob"], (await Store.Documents.ListAsync("awa", "agent", Cancellation)).Select(d => d.Id));
    }

    [Fact]
    public async Task CommitAsync_OtherVersion_ThrowsAndStoresNeitherDocumentsNorEvents()
    {
        await CommitAsync(new DocumentChange("agent", "ann", 0, "{}"));
        var seen = new VendorEvent("e1", "x", "changed", Samples.Now, new() { ExternalId = "x", State = WorkState.Ended, Rank = 1, At = Samples.Now });
        foreach (var expected in (long[])[0, 2])
        {
            await Assert.ThrowsAsync<ConflictException>(() => Store.Documents.CommitAsync(
                "awa", [new("agent", "bob", 0, "{}"), new("agent", "ann", expected, "{\"late\":true}")], [seen], Samples.Now, Cancellation));
        }
        Assert.Null(await Store.Documents.GetAsync("awa", "agent", "bob", Cancellation));
        Assert.Equal(0, await Store.Inbox.DepthAsync("awa", Cancellation));
    }

    [Fact]
    public async Task DueAsync_DocumentsWithTimes_AnswersThoseReachedEarliestFirst()
    {
        await CommitAsync(new("t", "late", 0, "{}", Samples.Now.AddMinutes(2)), new("t", "b", 0, "{}", Samples.Now), new("t", "a", 0, "{}", Samples.Now.AddMinutes(-1)), new("t", "never", 0, "{}"));
        Assert.Equal(["a", "b"], (await Store.Documents.DueAsync(Samples.Now, 10, Cancellation)).Select(d => d.Document.Id));
        Assert.Equal(Samples.Now.AddMinutes(-1), await Store.Documents.NextDueAsync(Cancellation));
    }

    private Task<int> CommitAsync(params DocumentChange[] changes) => Store.Documents.CommitAsync("awa", changes, [], Samples.Now, Cancellation);
}

public sealed class InstanceDocumentStoreOnSqliteTests() : InstanceDocumentStoreTests(new SqlitePlace());

public sealed class InstanceDocumentStoreOnPostgresTests(PostgresServer server) : InstanceDocumentStoreTests(new PostgresPlace(server));
