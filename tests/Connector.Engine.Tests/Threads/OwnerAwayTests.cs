using Connector.Engine.Interactions;
using Connector.Engine.Tests.Kit;

namespace Connector.Engine.Tests.Threads;

public sealed class OwnerAwayTests
{
    [Theory]
    [InlineData(true, true, InteractionState.New)]
    [InlineData(true, false, InteractionState.WorkInProgress)]
    [InlineData(false, true, InteractionState.WorkInProgress)]
    [Trait("Requirement", "X21")]
    public void Mail_OnHoldAndOwnerAway_GoesToTheQueueOnlyWithRerouteOnReply(bool away, bool reroute, InteractionState state)
    {
        var setup = TestSetup.Create(r => r with { RerouteOnReply = reroute });
        var s = new Scenario(setup with { Away = away ? ["ann"] : ["bob"] });
        var id = s.Answered();
        Assert.Equal(InteractionState.OnHold, s.Interaction(id).State);
        s.CustomerAnswers();
        Assert.Equal((state, state == InteractionState.New ? null : "ann"), (s.Interaction(id).State, s.Interaction(id).Owner));
    }

    [Theory]
    [InlineData("support", InteractionState.New)]
    [InlineData("remote", InteractionState.WorkInProgress)]
    public void Mail_OwnerHasLeft_OurWorkIsQueuedAgainAndAPlatformKnowsItsOwn(string channel, InteractionState state)
    {
        var s = new Scenario();
        var id = s.Answered("ann", channel: channel);
        s.Door.Setup = s.Door.Setup with { AgentsByAddress = s.Door.Setup.AgentsByAddress.RemoveRange(s.Door.Setup.AgentsByAddress.Where(a => a.Value.Id == "ann").Select(a => a.Key)) };
        s.CustomerAnswers(channel: channel);
        Assert.Equal(state, s.Interaction(id).State);
        Assert.Equal(state == InteractionState.New, s.Interaction(id).Owner is null);
    }
}
