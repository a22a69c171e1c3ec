using Connector.Engine.Outbound;
using Connector.Storage.Tests.Kit;

namespace Connector.Storage.Tests.Stores;

public abstract class OutboxStoreTests(ITestPlace place) : StoreTests(place)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task ClaimAsync_LanesOfSeveralRows_AnswersHeadsOnly()
    {
        await StoreAsync(Samples.Outbox(1, interaction: 7), Samples.Outbox(2, interaction: 7, laneVersion: 2), Samples.Outbox(3, interaction: 8), Samples.Outbox(4, interaction: 7, destination: "mail"));
        Assert.Equal([1, 3], (await ClaimAsync()).Select(r => r.Id));
        Assert.Empty(await ClaimAsync());
    }

    [Fact]
    public async Task ClaimAsync_HigherPriority_GoesFirst()
    {
        await StoreAsync(Samples.Outbox(1, interaction: 1), Samples.Outbox(2, interaction: 2, priority: 5), Samples.Outbox(3, interaction: 3, priority: 1));
        Assert.Equal([2, 3, 1], (await ClaimAsync()).Select(r => r.Id));
    }

    [Fact]
    public async Task ClaimAsync_DeadRow_StopsItsLane()
    {
        await StoreAsync(Samples.Outbox(1, interaction: 7) with { State = OutboxState.Dead }, Samples.Outbox(2, interaction: 7, laneVersion: 2), Samples.Outbox(3, interaction: 8));
        Assert.Equal([3], (await ClaimAsync()).Select(r => r.Id));
    }

    [Fact]
    public async Task StartAsync_MarksTheAttempt_AndRescheduleGivesItBack()
    {
        await StoreAsync(Samples.Outbox(1, interaction: 7));
        var started = await Store.Outbox.StartAsync((await ClaimAsync()).Single(), Cancellation);
        Assert.Equal((OutboxState.Started, 1), (started!.State, started.Attempts));
        Assert.True(await Store.Outbox.RescheduleAsync(started, Samples.Now.AddMinutes(1), "no answer", Cancellation));
        Assert.Empty(await ClaimAsync());
        Assert.Equal(Samples.Now.AddMinutes(1), await Store.Outbox.NextDueAsync(Samples.Now, Cancellation));
        var again = (await Store.Outbox.ClaimAsync("awa", 10, Samples.Now.AddMinutes(1), "host", Lease, Cancellation)).Single();
        Assert.Equal((OutboxState.Waiting, 1, "no answer"), (again.State, again.Attempts, again.Error));
    }

    private Task<IReadOnlyList<OutboxRow>> ClaimAsync() => Store.Outbox.ClaimAsync("awa", 10, Samples.Now, "host", Lease, Cancellation);
}

public sealed class OutboxStoreOnSqliteTests() : OutboxStoreTests(new SqlitePlace());

public sealed class OutboxStoreOnPostgresTests(PostgresServer server) : OutboxStoreTests(new PostgresPlace(server));
