using Connector.Engine.Interactions;
using Connector.Engine.Routing;
using Connector.Engine.Tests.Kit;

namespace Connector.Engine.Tests.Routing;

public sealed class CapacityTests
{
    [Fact]
    [Trait("Requirement", "D-69")]
    public void Ledger_ThroughALife_UsesAndReleasesWithCauses()
    {
        var s = new Scenario();
        var id = s.Arrive().Id;
        s.Accept(id, "ann");
        s.As("ann").Reply(id);
        s.CustomerAnswers();
        s.As("ann").Close(id);
        s.As("ann").WrapUp(id);
        Assert.Equal(
            [("InteractionAssigned", 1), ("InteractionHeld", -1), ("InteractionResumed", 1), ("InteractionCompleted", -1)],
            s.Store.All<CapacityEntry>().Select(e => (e.Cause, e.Delta)));
        Assert.All(s.Store.All<CapacityEntry>(), e => Assert.Equal(("ann", id), (e.Agent, e.InteractionId)));
    }

    [Fact]
    public void Ledger_ClosedFromHoldWithACode_PassesThroughWrapUp()
    {
        var s = new Scenario();
        var id = s.Finished();
        Assert.Equal([1, -1, 1, -1], s.Store.All<CapacityEntry>().Select(e => e.Delta));
        Assert.Equal(InteractionState.ClosedComplete, s.Interaction(id).State);
    }

    [Fact]
    public void Ledger_SizeOfTheItem_IsWhatCounts()
    {
        var s = new Scenario();
        var i = s.Arrive();
        s.Store.Put(i with { Size = 3 });
        s.Accept(i.Id, "ann");
        Assert.Equal(3, s.Load("ann"));
    }
}
