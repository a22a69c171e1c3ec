using Connector.Engine.Outbound;
using Connector.Storage.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Storage.Tests.Stores;

/// <summary>Whatever the order in which rows are stored, claimed, failed, lost and finished: one of a lane at a time, and in the lane's order.</summary>
public abstract class LaneOrderProperties(ITestPlace place) : StoreTests(place)
{
    private const int Lanes = 3, PerLane = 4;

    [Fact]
    [Trait("Requirement", "H13")]
    public async Task Claims_AnyCourseOfThings_KeepEachLaneInOrder()
    {
        var courses = Gen.Choose(0, 99).ArrayOf(60).Sample(6, 20).ToList();
        for (var n = 0; n < courses.Count; n++) await RunAsync(n, courses[n]);
    }

    private async Task RunAsync(int course, int[] dice)
    {
        var destination = $"instance{course}";
        await StoreAsync([.. Shuffled(dice).Select(n => (object)Row(course, destination, n))]);
        var finished = new List<OutboxRow>();
        var now = Samples.Now;
        for (var step = 0; finished.Count < Lanes * PerLane; step++)
        {
            Assert.True(step < 1_000, "nothing is left claimable though rows wait");
            var claimed = (await Store.Outbox.ClaimAsync(destination, 1 + dice[step % dice.Length] % 3, now, "host", dice[(step + 1) % dice.Length] < 20 ? TimeSpan.FromSeconds(-1) : TimeSpan.FromMinutes(5), Cancellation)).Rows;
            Assert.Equal(claimed.Count, claimed.Select(r => r.InteractionId).Distinct().Count());
            foreach (var row in claimed) await HandleAsync(row, dice[(step + (int)row.Id) % dice.Length], now, finished);
            now += TimeSpan.FromMinutes(1);
        }
        foreach (var lane in finished.GroupBy(r => r.InteractionId))
            Assert.Equal(Enumerable.Range(0, PerLane).Select(n => (long)n), lane.Select(r => r.LaneVersion));
    }

    /// <summary>Done, tried again later (in doubt or not), given back, or lost with its holder (the lease had run out when it was made).</summary>
    private async Task HandleAsync(OutboxRow row, int die, DateTimeOffset now, List<OutboxRow> finished)
    {
        if (die < 15)
        {
            await Store.Outbox.ReleaseAsync(row, Cancellation);
            return;
        }
        var started = row.DoubtSince is null ? row : await Store.Outbox.StartAsync(row, TimeSpan.FromMinutes(5), Cancellation);
        if (started is null) return;
        if (die >= 35) finished.Add(started);
        await Path.HandleAsync(Asked.Of(new Connector.Engine.Door.LookUp.Outbox(row.Id), (known, _) => new(new Connector.Engine.Door.Answer.Done())
        {
            Updates = [Finished(known.Outbox!, die, now)],
        }), Connector.Storage.Writing.Urgency.Result, Cancellation);
    }

    private static OutboxRow Finished(OutboxRow row, int die, DateTimeOffset now) => row with
    {
        State = die < 25 ? OutboxState.Waiting : die < 35 ? OutboxState.Started : die < 90 ? OutboxState.Done : OutboxState.Superseded,
        DoneAt = die < 35 ? null : now,
        DoubtSince = die is >= 25 and < 35 ? now : null,
        NotBefore = die < 35 ? now.AddSeconds(90) : row.NotBefore,
        LeaseUntil = null,
        LeaseBy = null,
    };

    private static OutboxRow Row(int course, string destination, int n) =>
        Samples.Outbox(course * 1_000 + n + 1, course * 1_000 + n % Lanes + 1, laneVersion: n / Lanes, destination, priority: n % 2);

    private static IEnumerable<int> Shuffled(int[] dice) => Enumerable.Range(0, Lanes * PerLane).OrderBy(n => dice[n]).ThenBy(n => n);
}

public sealed class LaneOrderOnSqliteProperties() : LaneOrderProperties(new SqlitePlace());

public sealed class LaneOrderOnPostgresProperties(PostgresServer server) : LaneOrderProperties(new PostgresPlace(server));
