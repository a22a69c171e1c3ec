using System.Collections.Immutable;
using Connector.Contracts;
using Connector.Plugins.Awa.Rules;

namespace Connector.Plugins.Awa.Tests.Rules;

public sealed class OfferRulesTests
{
    private static readonly Seat Ann = Items.Seat("ann");
    private static readonly Seat Bob = Items.Seat("bob");

    [Fact]
    [Trait("Requirement", "R136")]
    public void Choose_OneAvailableOneAway_TheAvailableOne() =>
        Assert.Equal("bob", Choose(Items.Queued(), [Ann with { Presence = AgentPresence.Away }, Bob]));

    [Fact]
    public void Choose_NobodyAvailable_Nobody() =>
        Assert.Null(Choose(Items.Queued(), [Ann with { Presence = AgentPresence.Away }, Bob with { Presence = AgentPresence.Offline }]));

    [Fact]
    [Trait("Requirement", "R042")]
    public void Choose_PreviousAgentCanTakeIt_GoesFirstWhateverTheRest()
    {
        var busier = Items.Seat("zoe", 2, "extra");
        Assert.Equal("zoe", Choose(Items.Queued() with { PreferredAgent = "zoe" }, [Ann, busier]));
    }

    [Theory]
    [InlineData(AgentPresence.Away)]
    [InlineData(AgentPresence.Offline)]
    [Trait("Requirement", "R043")]
    [Trait("Requirement", "D-23")]
    public void Choose_PreviousAgentNotThereAndNoWait_TheQueueTakesOver(AgentPresence presence) =>
        Assert.Equal("bob", Choose(Items.Queued() with { PreferredAgent = "ann" }, [Ann with { Presence = presence }, Bob]));

    [Fact]
    [Trait("Requirement", "R043")]
    [Trait("Requirement", "D-23")]
    public void Choose_PreviousAgentFullWithinTheWait_WaitsAndThenGoesOn()
    {
        var item = Items.Queued() with { PreferredAgent = "ann", PreferredUntil = Items.Now.AddMinutes(1) };
        var full = new[] { Items.OwnedBy("ann", "i-2.1", 3) };
        Assert.Null(Choose(item, [Ann, Bob], full));
        Assert.Equal("bob", Choose(item, [Ann, Bob], full, Items.Now.AddMinutes(1)));
    }

    [Fact]
    [Trait("Requirement", "R043")]
    public void Choose_PreviousAgentOfflineWithinTheWait_DoesNotWait()
    {
        var item = Items.Queued() with { PreferredAgent = "ann", PreferredUntil = Items.Now.AddMinutes(1) };
        Assert.Equal("bob", Choose(item, [Ann with { Presence = AgentPresence.Offline }, Bob]));
    }

    [Fact]
    public void Choose_PreviousAgentDeclined_SomebodyElse()
    {
        var item = Items.Queued() with { PreferredAgent = "ann", PreferredUntil = Items.Now.AddMinutes(1), Declined = ["ann"] };
        Assert.Equal("bob", Choose(item, [Ann, Bob]));
    }

    [Fact]
    public void Choose_SkillsOfQueueAndItem_AreAllNeeded()
    {
        var queue = Items.Support with { Skills = ["german"] };
        var item = Items.Queued("i-1.1", "Billing");
        Seat[] seats = [Items.Seat("ann", 3, "german"), Items.Seat("bob", 3, "billing"), Items.Seat("cat", 3, "GERMAN", "billing")];
        Assert.Equal("cat", OfferRules.Choose(item, queue, seats, Workload.Of([]), Items.Now)?.Id);
        Assert.Null(OfferRules.Choose(item, queue, seats[..2], Workload.Of([]), Items.Now));
    }

    [Fact]
    public void Choose_SeveralHaveTheSkills_TheClosestMatch() =>
        Assert.Equal("bob", Choose(Items.Queued("i-1.1", "billing"), [Items.Seat("ann", 9, "billing", "german"), Items.Seat("bob", 3, "billing")]));

    [Fact]
    public void Choose_EqualSkills_TheMostFreeCapacity() =>
        Assert.Equal("bob", Choose(Items.Queued(), [Ann, Bob], [Items.OwnedBy("ann", "i-2.1")]));

    [Fact]
    public void Choose_EqualCapacity_TheLongestRest() =>
        Assert.Equal("bob", Choose(Items.Queued(), [Ann, Bob with { RestingSince = Items.Now.AddSeconds(-1) }]));

    [Fact]
    public void Choose_AllEqual_TheId() => Assert.Equal("ann", Choose(Items.Queued(), [Bob, Ann]));

    [Fact]
    public void Choose_ServesOtherQueuesOnly_IsPassedOver() =>
        Assert.Null(Choose(Items.Queued(), [Ann with { Queues = ImmutableHashSet.Create("sales") }]));

    [Fact]
    public void Choose_ItemLargerThanTheRoom_IsNotOffered()
    {
        var full = new[] { Items.OwnedBy("ann", "i-2.1", 2) };
        Assert.Null(Choose(Items.Queued() with { Size = 2 }, [Ann], full));
        Assert.Equal("ann", Choose(Items.Queued(), [Ann], full));
    }

    [Fact]
    public void Choose_ChannelTypeNotNamed_IsNotOffered() =>
        Assert.Null(Choose(Items.Queued() with { ChannelType = ChannelType.Chat }, [Ann]));

    [Fact]
    public void Workload_HeldAndFinished_UseNothing()
    {
        var load = Workload.Of([Items.In(ItemState.Held), Items.In(ItemState.Ended), Items.In(ItemState.Canceled), Items.In(ItemState.Queued)]);
        Assert.Equal(0, load.Used("ann", ChannelType.Email));
        Assert.Equal(2, Workload.Of([Items.In(ItemState.PendingAccept), Items.In(ItemState.Accepted)]).Used("ann", ChannelType.Email));
    }

    private static string? Choose(WorkItem item, Seat[] seats, WorkItem[]? others = null, DateTimeOffset? now = null) =>
        OfferRules.Choose(item, Items.Support, seats, Workload.Of(others ?? []), now ?? Items.Now)?.Id;
}
