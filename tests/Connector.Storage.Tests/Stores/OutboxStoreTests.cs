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
        await StoreAsync(Samples.Outbox(1, interaction: 7) with { State = OutboxState.Dead, DeadSince = Samples.Now }, Samples.Outbox(2, interaction: 7, laneVersion: 2), Samples.Outbox(3, interaction: 8));
        Assert.Equal([3], (await ClaimAsync()).Select(r => r.Id));
    }

    [Fact]
    public async Task ClaimAsync_WaitingRow_MarksTheAttempt_AndReleaseGivesItBackAsItWas()
    {
        await StoreAsync(Samples.Outbox(1, interaction: 7));
        var claimed = (await ClaimAsync()).Single();
        Assert.Equal((OutboxState.Started, 1, null), (claimed.State, claimed.Attempts, claimed.DoubtSince));
        Assert.True(await Store.Outbox.ReleaseAsync(claimed, Cancellation));
        Assert.False(await Store.Outbox.ReleaseAsync(claimed, Cancellation));
        await using var db = Store.Read();
        Assert.Equal((OutboxState.Waiting, 0), db.Outbox.Select(r => new { r.State, r.Attempts }).AsEnumerable().Select(r => (r.State, r.Attempts)).Single());
    }

    [Fact]
    [Trait("Requirement", "H13")]
    public async Task ClaimAsync_HolderLostWhileCalling_ComesBackInDoubtUntilStartedAnew()
    {
        await StoreAsync(Samples.Outbox(1, interaction: 7));
        await Store.Outbox.ClaimAsync("awa", 10, Samples.Now, "gone", Lease, Cancellation);
        await Store.Outbox.ReleaseOrphansAsync(["host"], Cancellation);
        var doubted = (await ClaimAsync()).Single();
        Assert.Equal((OutboxState.Started, 1), (doubted.State, doubted.Attempts));
        Assert.NotNull(doubted.DoubtSince);
        var started = await Store.Outbox.StartAsync(doubted, Lease, Cancellation);
        Assert.Equal((2, null), (started!.Attempts, started.DoubtSince));
        Assert.Null(await Store.Outbox.StartAsync(doubted, Lease, Cancellation));
    }

    [Fact]
    public async Task HoldBackAsync_RowInDoubt_IsLeftAloneForThatWhile_AndStaysInDoubtSinceThen()
    {
        await StoreAsync(Samples.Outbox(1, interaction: 7) with { State = OutboxState.Started, Attempts = 1 });
        var doubted = (await ClaimAsync()).Single();
        Assert.True(await Store.Outbox.HoldBackAsync(doubted, TimeSpan.FromMinutes(5), Cancellation));
        await Store.Outbox.ReleaseOrphansAsync(["another"], Cancellation);
        Assert.Empty(await ClaimAsync());
        await StoreAsync(Samples.Outbox(2, interaction: 8) with { State = OutboxState.Started, Attempts = 1 });
        var other = (await ClaimAsync()).Single();
        Assert.True(await Store.Outbox.HoldBackAsync(other, TimeSpan.FromSeconds(-1), Cancellation));
        Assert.Equal((2, other.DoubtSince), (await ClaimAsync()).Select(r => (r.Id, r.DoubtSince)).Single());
    }

    [Fact]
    public async Task NextDueAsync_HeadOfALaneLater_IsItsTime()
    {
        await StoreAsync(Samples.Outbox(1, interaction: 7) with { NotBefore = Samples.Now.AddMinutes(1) });
        Assert.Empty(await ClaimAsync());
        Assert.Equal(Samples.Now.AddMinutes(1), await Store.Outbox.NextDueAsync(Samples.Now, Cancellation));
    }

    private async Task<IReadOnlyList<OutboxRow>> ClaimAsync() => (await Store.Outbox.ClaimAsync("awa", 10, Samples.Now, "host", Lease, Cancellation)).Rows;
}

public sealed class OutboxStoreOnSqliteTests() : OutboxStoreTests(new SqlitePlace());

public sealed class OutboxStoreOnPostgresTests(PostgresServer server) : OutboxStoreTests(new PostgresPlace(server));
