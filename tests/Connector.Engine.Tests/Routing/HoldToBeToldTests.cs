using Connector.Contracts;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Engine.Routing;
using Connector.Engine.Tests.Kit;

namespace Connector.Engine.Tests.Routing;

/// <summary>A look at what we did earlier, while the vendor has not heard what we did since.</summary>
public sealed class HoldToBeToldTests
{
    private readonly Scenario s = new();

    [Theory]
    [InlineData(OutboxState.Waiting)]
    [InlineData(OutboxState.Started)]
    [Trait("Requirement", "H12")]
    public void Held_WhileOurResumeIsToBeTold_LeavesItAndTakesTheRest(OutboxState state)
    {
        var id = ResumeToBeTold();
        s.Store.Put(s.Call(id, "Resume") with { State = state });
        Answers.Done(s.Observe(id, WorkState.Held, "ann", rank: 20, queue: "billing"));
        Assert.Equal((InteractionState.WorkInProgress, "billing", 1), (s.Interaction(id).State, s.Interaction(id).Queue, s.Load("ann")));
        Assert.Single(s.Store.All<Activity>(), a => a is { What: "LookHeldBack", Before: "WorkInProgress", After: "Held" });
        s.Tell(id);
        Answers.Done(s.Observe(id, WorkState.Accepted, "ann", rank: 30));
        Assert.Equal(InteractionState.WorkInProgress, s.Interaction(id).State);
    }

    [Fact]
    [Trait("Requirement", "H12")]
    public void Accepted_WhileOurHoldIsToBeTold_LeavesIt()
    {
        var id = ResumeToBeTold();
        s.Observe(id, WorkState.Held, "ann", rank: 20);
        s.Tell(id);
        s.As("ann").Hold(id);
        Answers.Done(s.Observe(id, w => w with { Rank = 30, HeldRank = 20 }));
        Assert.Equal((InteractionState.OnHold, 0), (s.Interaction(id).State, s.Load("ann")));
        s.Tell(id);
        Answers.Done(s.Observe(id, w => w with { State = WorkState.Held, Rank = 40, HeldRank = 40 }));
        Assert.Equal(InteractionState.OnHold, s.Interaction(id).State);
    }

    /// <summary>Our call comes to nothing: the very same look, by whatever told that it was held, counts after all.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData(20)]
    [Trait("Requirement", "H12")]
    public void Held_OnceOurResumeIsDead_IsTaken(int? heldRank)
    {
        var id = ResumeToBeTold();
        WorkObservation Held(WorkObservation w) => w with { State = WorkState.Held, Rank = 30, HeldRank = heldRank };
        s.Observe(id, Held);
        Assert.Equal(InteractionState.WorkInProgress, s.Interaction(id).State);
        s.Finish(s.Call(id, "Resume").Id, new CallResult.Failed("no"));
        Answers.Done(s.Observe(id, Held));
        Assert.Equal(InteractionState.OnHold, s.Interaction(id).State);
    }

    [Fact]
    [Trait("Requirement", "H12")]
    public void Held_WithOurResumeBehindADeadLetter_IsTaken()
    {
        var id = ResumeToBeTold(hold: new CallResult.Failed("no"));
        s.Observe(id, WorkState.Held, "ann", rank: 20);
        Assert.Equal((InteractionState.OnHold, OutboxState.Waiting), (s.Interaction(id).State, s.Call(id, "Resume").State));
    }

    [Fact]
    [Trait("Requirement", "H12")]
    public void HeldBack_WhatIsOlder_IsLateAllTheSame()
    {
        var id = ResumeToBeTold();
        s.Observe(id, WorkState.Held, "ann", rank: 20);
        Answers.Nothing(s.Observe(id, WorkState.Queued, rank: 19));
        Assert.Equal((InteractionState.WorkInProgress, "ann"), (s.Interaction(id).State, s.Interaction(id).Owner));
    }

    [Theory]
    [InlineData(WorkState.Held, "bob", InteractionState.OnHold)]
    [InlineData(WorkState.Queued, null, InteractionState.New)]
    [InlineData(WorkState.Ended, "ann", InteractionState.WrapUp)]
    [Trait("Requirement", "H12")]
    public void Observed_WhatIsNoHoldOfTheSameOwner_IsTakenAsEver(WorkState state, string? agent, InteractionState then)
    {
        var id = ResumeToBeTold();
        Answers.Done(s.Observe(id, state, agent, rank: 20));
        Assert.Equal((then, 20L), (s.Interaction(id).State, s.Interaction(id).ObservedRank));
    }

    /// <summary>The vendor did not take our call: what it shows now is its answer.</summary>
    [Fact]
    [Trait("Requirement", "H12")]
    public void Held_AsTheAnswerToOurResume_IsTaken()
    {
        var id = ResumeToBeTold();
        var work = new WorkObservation { ExternalId = $"w{id}.1", InteractionId = RecordId.Interaction(id), State = WorkState.Held, Agent = "ann", Rank = 20, At = s.Now };
        Answers.Done(s.Handle(new Observed { At = s.Now, By = Actor.OfInstance("awa"), Correlation = "seen", Instance = "awa", Work = work, AnswersCall = true }));
        Assert.Equal(InteractionState.OnHold, s.Interaction(id).State);
    }

    [Fact]
    [Trait("Requirement", "H12")]
    public void Held_KnownByTheVendorsIdAlone_IsHeldBackToo()
    {
        var id = ResumeToBeTold();
        s.Observe(id, w => w with { InteractionId = null, State = WorkState.Held, Rank = 20 });
        Assert.Equal(InteractionState.WorkInProgress, s.Interaction(id).State);
    }

    /// <summary>A call of another kind says nothing of holding.</summary>
    [Fact]
    [Trait("Requirement", "H12")]
    public void Held_WhileOnlyItsRouteIsToBeTold_IsTaken()
    {
        var id = s.Working();
        Assert.Equal((OutboxState.Waiting, "Route"), Assert.Single(s.Outbox(id).Select(r => (r.State, r.Operation))));
        s.Observe(id, WorkState.Held, "ann", rank: 20);
        Assert.Equal(InteractionState.OnHold, s.Interaction(id).State);
    }

    /// <summary>Held here and at the vendor, and taken up again here.</summary>
    private long ResumeToBeTold(CallResult? hold = null)
    {
        var id = s.Working();
        s.Tell(id);
        s.As("ann").Hold(id);
        s.Finish(s.Call(id, "Hold").Id, hold ?? new CallResult.Succeeded());
        s.As("ann").Resume(id);
        Assert.Equal((InteractionState.WorkInProgress, OutboxState.Waiting), (s.Interaction(id).State, s.Call(id, "Resume").State));
        return id;
    }
}
