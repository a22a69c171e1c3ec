using Connector.Contracts;
using Connector.Storage.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace Connector.Storage.Tests.Stores;

/// <summary>Events may come twice, in pieces and at once: each is kept once.</summary>
public abstract class InboxProperties(ITestPlace place) : StoreTests(place)
{
    [Fact]
    [Trait("Requirement", "H12")]
    public async Task AddAsync_AnyRepetition_KeepsEachEventOnceAndCountsTheNewOnes()
    {
        var deliveries = Gen.Choose(0, 15).ArrayOf(8).ArrayOf(6).Sample(8, 15).ToList();
        for (var n = 0; n < deliveries.Count; n++)
        {
            var instance = $"instance{n}";
            var added = await Task.WhenAll(deliveries[n].Select(ids => Store.Inbox.AddAsync(instance, [.. ids.Select(Event)], Samples.Now, Cancellation)));
            var distinct = deliveries[n].SelectMany(ids => ids).Distinct().Count();
            Assert.Equal(distinct, added.Sum());
            await using var db = Store.Read();
            Assert.Equal(distinct, await db.Inbox.CountAsync(e => e.Instance == instance, Cancellation));
        }
    }

    private static VendorEvent Event(int id) => new($"e{id}", $"x{id % 3}", "changed", Samples.Now, new() { ExternalId = $"x{id % 3}", State = WorkState.Queued, Rank = id, At = Samples.Now });
}

public sealed class InboxOnSqliteProperties() : InboxProperties(new SqlitePlace());

public sealed class InboxOnPostgresProperties(PostgresServer server) : InboxProperties(new PostgresPlace(server));
