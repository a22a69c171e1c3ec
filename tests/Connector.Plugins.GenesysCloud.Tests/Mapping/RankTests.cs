using System.Text.Json;
using Connector.Contracts;
using Connector.Plugins.GenesysCloud.Api;
using Connector.Plugins.GenesysCloud.Mapping;
using Connector.Plugins.GenesysCloud.State;
using Connector.Plugins.GenesysCloud.Tests.Kit;
using Connector.Vendors.Simulated.Genesys;

namespace Connector.Plugins.GenesysCloud.Tests.Mapping;

public sealed class RankTests
{
    private static readonly DateTimeOffset T = new(2025, 3, 3, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Whatever people do, in any order: each change has a higher rank than the one before, so reads can be put in order whoever made them.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Of_RandomDaysAtTheDesks_RisesWithEveryChange(int seed)
    {
        var random = new Random(seed);
        for (var day = 0; day < 50; day++)
        {
            var cloud = new SimulatedCloud(new HandClock { Now = T });
            var id = Begin(cloud);
            var rank = RankOf(cloud, id);
            for (var act = 0; act < 30; act++)
            {
                if (!Act(cloud, id, random.Next(11))) continue;
                var next = RankOf(cloud, id);
                Assert.True(next > rank, $"day {day} of seed {seed}, act {act}: {next} after {rank}\n{cloud.Json(id)}");
                rank = next;
            }
        }
    }

    /// <summary>Above every rank before the parking, not above that with it, and the same whatever comes after.</summary>
    [Fact]
    public void OfHold_TakenUpOrHandedOver_StaysTheRankOfTheParking()
    {
        var cloud = new SimulatedCloud(new HandClock { Now = T });
        var id = Begin(cloud);
        cloud.Accept(id, Known.AnnId);
        var before = RankOf(cloud, id);
        Assert.Null(HoldOf(cloud, id));
        cloud.Park(id);
        var hold = HoldOf(cloud, id);
        Assert.InRange(hold!.Value, before + 1, RankOf(cloud, id));
        cloud.Resume(id);
        Assert.Equal(hold, HoldOf(cloud, id));
        cloud.TransferToQueue(id, Known.Billing);
        cloud.Accept(id, Known.AnnId);
        Assert.Equal(hold, HoldOf(cloud, id));
        before = RankOf(cloud, id);
        cloud.Park(id);
        Assert.InRange(HoldOf(cloud, id)!.Value, before + 1, RankOf(cloud, id));
    }

    [Fact]
    public void Of_ParkedUntilTomorrow_TomorrowIsNoFact()
    {
        var today = Parked(T.AddMinutes(1), T.AddDays(1));
        Assert.Equal(Rank.Of(Parked(T.AddMinutes(1), null), T.AddHours(1)), Rank.Of(today, T.AddHours(1)));
        Assert.Equal(T.AddMinutes(1), Rank.LatestFact(today, T.AddHours(1)));
    }

    [Fact]
    public void Ranking_SameAgain_KeepsTheRank() => Assert.Equal(50, Ranking.Of(Document(50, T), Seen(50, WorkState.Accepted), T.AddSeconds(1)));

    [Fact]
    public void Ranking_ChangeWithoutAFactReadLater_IsTheNextNumber() => Assert.Equal(51, Ranking.Of(Document(50, T), Seen(50, WorkState.Held), T.AddSeconds(1)));

    [Fact]
    public void Ranking_OtherStateReadEarlier_IsLate() => Assert.True(Ranking.Of(Document(50, T), Seen(40, WorkState.Queued), T.AddSeconds(-1)) < 50);

    [Fact]
    public void Ranking_FactsHaveGrown_IsTheirRankWhenever() => Assert.Equal(60, Ranking.Of(Document(50, T), Seen(60, WorkState.Held), T.AddSeconds(-1)));

    private static bool Act(SimulatedCloud cloud, string id, int which) => which switch
    {
        0 => cloud.Offer(id, Known.AnnId),
        1 => cloud.Accept(id, Known.AnnId),
        2 => cloud.Accept(id, Known.BobId),
        3 => cloud.Decline(id),
        4 => cloud.Park(id),
        5 => cloud.Resume(id),
        6 => cloud.TransferToQueue(id, Known.Billing),
        7 => cloud.TransferToUser(id, Known.BobId),
        8 => cloud.TransferToUser(id, Known.AnnId),
        9 => cloud.EndByAgent(id),
        _ => cloud.Choose(id, Known.IssueResolved) && false,
    };

    private static string Begin(SimulatedCloud cloud) => cloud.Begin(Known.Support).Id;

    private static long RankOf(SimulatedCloud cloud, string id) => Rank.Of(Conversation(cloud, id), cloud.Now);

    private static long? HoldOf(SimulatedCloud cloud, string id) => Rank.OfHold(Conversation(cloud, id));

    private static EmailConversation Conversation(SimulatedCloud cloud, string id) => JsonSerializer.Deserialize(cloud.Json(id), GenesysJson.Default.EmailConversation)!;

    private static EmailConversation Parked(DateTimeOffset at, DateTimeOffset? until) =>
        new("c", [new() { Id = "l", Purpose = "agent", State = "parked", StartTime = T, ConnectedTime = T, ParkTime = at, ResumeTime = until }], null);

    private static ConversationDocument Document(long rank, DateTimeOffset readAt) => new() { InteractionId = "i-1", Round = 1, Seen = Seen(rank, WorkState.Accepted), ReadAt = readAt };

    private static WorkObservation Seen(long rank, WorkState state) => new() { ExternalId = "c", State = state, Rank = rank, At = T };
}
