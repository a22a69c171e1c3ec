using Connector.Contracts;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Engine.Routing;
using Connector.Engine.Tests.Kit;

namespace Connector.Engine.Tests.Routing;

/// <summary>What the vendor shows, against our own state.</summary>
public sealed class ObservationTests
{
    private readonly Scenario s = new();

    [Fact]
    public void Observed_Accepted_AssignsAndAdoptsTheVendorsId()
    {
        var id = s.Arrive().Id;
        s.Observe(id, WorkState.PendingAccept, "ann", rank: 1);
        Assert.Equal(InteractionState.New, s.Interaction(id).State);
        Answers.Done(s.Observe(id, WorkState.Accepted, "ann", rank: 2));
        var i = s.Interaction(id);
        Assert.Equal((InteractionState.WorkInProgress, "ann", $"w{id}.1", 2L), (i.State, i.Owner, i.ExternalId, i.ObservedRank));
        Assert.Equal((TestSetup.BuiltIn, null), Assert.Single(s.Store.All<ExternalRef>().Select(r => (r.Instance, r.Until))));
    }

    [Fact]
    [Trait("Requirement", "H12")]
    public void Observed_AgainOrLate_IsNothing()
    {
        var id = s.Working();
        Answers.Nothing(s.Observe(id, WorkState.Accepted, "ann", rank: 1));
        Answers.Nothing(s.Observe(id, WorkState.Queued, rank: 0));
        Assert.Equal(InteractionState.WorkInProgress, s.Interaction(id).State);
    }

    [Fact]
    [Trait("Requirement", "H12")]
    public void Observed_OfAnEarlierRound_IsNothing()
    {
        var id = s.Working();
        s.As("sue").Release(id);
        Answers.Nothing(s.Observe(id, WorkState.Accepted, "ann", rank: 99, round: 1));
        Assert.Equal((InteractionState.New, 2), (s.Interaction(id).State, s.Interaction(id).Round));
    }

    [Fact]
    [Trait("Requirement", "H12")]
    public void Observed_OldWorkWithoutRound_IsNothingEither()
    {
        var id = s.Working();
        s.As("sue").Release(id);
        var old = new Observed
        {
            At = s.Now, By = Actor.OfInstance("awa"), Correlation = "seen", Instance = "awa",
            Work = new WorkObservation { ExternalId = $"w{id}.1", InteractionId = RecordId.Interaction(id), State = WorkState.Accepted, Agent = "ann", Rank = 50, At = s.Now },
        };
        Answers.Nothing(s.Handle(old));
        Assert.Equal(InteractionState.New, s.Interaction(id).State);
    }

    /// <summary>The vendor keeps its id through the rounds: nobody gets the work under it before it is routed again, and then no later call has to bring it.</summary>
    [Fact]
    [Trait("Requirement", "H12")]
    public void Observed_OldWorkRoutedAgain_CountsFromTheAnswerToTheRouteOn()
    {
        var id = s.Working();
        s.Tell(id);
        s.As("sue").Release(id);
        Answers.Nothing(s.Observe(id, w => w with { Agent = "bob", Rank = 50 }));
        s.Finish(s.Call(id, "Route").Id, new CallResult.Succeeded($"w{id}.1"));
        Answers.Done(s.Observe(id, w => w with { Agent = "bob", Rank = 51 }));
        s.As("bob").Hold(id);
        s.Tell(id);
        Answers.Done(s.Observe(id, w => w with { State = WorkState.Held, Rank = 52 }));
        Answers.Done(s.Observe(id, w => w with { Rank = 53 }));
        Assert.Equal((InteractionState.WorkInProgress, "bob", 2), (s.Interaction(id).State, s.Interaction(id).Owner, s.Interaction(id).Round));
    }

    [Fact]
    public void Observed_UnknownWork_IsNothing() => Answers.Nothing(s.Handle(new Observed
    {
        At = s.Now, By = Actor.OfInstance("awa"), Correlation = "seen", Instance = "awa", Work = new WorkObservation { ExternalId = "gone", State = WorkState.Ended, Rank = 1, At = s.Now },
    }));

    [Fact]
    public void Observed_ByExternalIdAlone_FindsTheInteraction()
    {
        var id = s.Working();
        Answers.Done(s.Handle(new Observed
        {
            At = s.Now, By = Actor.OfInstance("awa"), Correlation = "seen", Instance = "awa", Work = new WorkObservation { ExternalId = $"w{id}.1", State = WorkState.Held, Agent = "ann", Rank = 5, At = s.Now },
        }));
        Assert.Equal(InteractionState.OnHold, s.Interaction(id).State);
    }

    [Fact]
    public void Observed_WhatTheVendorDidItself_WritesNothingBack()
    {
        var id = s.Working(channel: "remote");
        var calls = s.Calls(id);
        s.Observe(id, WorkState.Held, "ann");
        s.Observe(id, WorkState.Accepted, "ann");
        s.Observe(id, WorkState.Queued);
        s.Observe(id, WorkState.Accepted, "bob");
        s.Observe(id, WorkState.WrapUp, "bob");
        Assert.Equal((InteractionState.WrapUp, "bob"), (s.Interaction(id).State, s.Interaction(id).Owner));
        Assert.Equal(calls, s.Calls(id));
    }

    [Fact]
    public void Observed_WhatWeAskedFor_ChangesNothing()
    {
        var id = s.Answered();
        var before = s.Interaction(id);
        s.Observe(id, WorkState.Held, "ann");
        Assert.Equal((before.State, before.Owner), (s.Interaction(id).State, s.Interaction(id).Owner));
        s.CustomerAnswers();
        s.Observe(id, WorkState.Accepted, "ann");
        Assert.Equal(InteractionState.WorkInProgress, s.Interaction(id).State);
        Assert.Equal(["Route", "Hold", "Resume"], s.Calls(id));
    }

    /// <summary>Our hold is made at the vendor, and undone there, before anybody looks.</summary>
    [Fact]
    [Trait("Requirement", "H12")]
    public void Observed_AcceptedAfterAHoldNobodyLookedAt_IsResumed()
    {
        var id = s.Answered();
        s.Tell(id);
        Answers.Done(s.Observe(id, w => w with { Rank = 30, HeldRank = 20 }));
        Assert.Equal((InteractionState.WorkInProgress, 1), (s.Interaction(id).State, s.Load("ann")));
        Assert.Equal(["Route", "Hold"], s.Calls(id));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(10)]
    [Trait("Requirement", "H12")]
    public void Observed_AcceptedBeforeOurHoldWasHeard_StaysOnHold(int? heldRank)
    {
        var id = s.Working(channel: "remote");
        s.Observe(id, w => w with { Rank = 20, HeldRank = heldRank });
        s.As("ann").Hold(id);
        s.Observe(id, w => w with { Rank = 30, HeldRank = heldRank });
        Assert.Equal(InteractionState.OnHold, s.Interaction(id).State);
    }

    /// <summary>The same with our resume: it is made at the vendor, and parked again there, before anybody looks.</summary>
    [Fact]
    [Trait("Requirement", "H12")]
    public void Observed_HeldAgainAfterAResumeNobodyLookedAt_IsOnHold()
    {
        var id = s.Answered();
        s.Observe(id, w => w with { State = WorkState.Held, Rank = 20, HeldRank = 20 });
        s.CustomerAnswers();
        s.Observe(id, w => w with { State = WorkState.Held, Rank = 25, HeldRank = 20 });
        Assert.Equal(InteractionState.WorkInProgress, s.Interaction(id).State);
        s.Tell(id);
        s.Observe(id, w => w with { State = WorkState.Held, Rank = 40, HeldRank = 40 });
        Assert.Equal(InteractionState.OnHold, s.Interaction(id).State);
        Assert.Equal(["Route", "Hold", "Resume"], s.Calls(id));
    }

    [Fact]
    public void Observed_QueuedAgainByTheVendor_GoesOnInTheSameRound()
    {
        var id = s.Working();
        s.Observe(id, WorkState.Queued);
        var i = s.Interaction(id);
        Assert.Equal((InteractionState.New, null, 1), (i.State, i.Owner, i.Round));
        s.Observe(id, WorkState.Accepted, "bob");
        Assert.Equal((InteractionState.WorkInProgress, "bob", 0, 1), (s.Interaction(id).State, s.Interaction(id).Owner, s.Load("ann"), s.Load("bob")));
    }

    [Fact]
    public void Observed_AnotherOwner_MovesOwnershipAndCapacity()
    {
        var id = s.Working();
        s.Observe(id, WorkState.Accepted, "bob");
        Assert.Equal(("bob", "ann", 0, 1), (s.Interaction(id).Owner, s.Interaction(id).PreviousOwner, s.Load("ann"), s.Load("bob")));
    }

    [Fact]
    [Trait("Requirement", "R211")]
    public void RouteChanged_NextMailOnly_GoesTheNewWay()
    {
        var before = s.Arrive(new TestMail { To = ["remote@example.org"] }, "remote");
        s.Door.Setup = s.Door.Setup with { Channels = s.Door.Setup.Channels.SetItem("remote", s.Door.Setup.Channel("remote")! with { Queue = "billing" }) };
        var after = s.Arrive(new TestMail { To = ["remote@example.org"], Subject = "another" }, "remote");
        s.Observe(before.Id, WorkState.Accepted, "ann");
        s.As("sue").Release(before.Id);
        Assert.Equal(("remote", "billing"), (s.Interaction(before.Id).Queue, s.Interaction(after.Id).Queue));
    }

    [Theory]
    [InlineData(WorkState.Ended)]
    [InlineData(WorkState.Canceled)]
    public void Observed_EndedWhileNobodyHadIt_IsAbandoned(WorkState state)
    {
        var id = s.Arrive().Id;
        s.Observe(id, state);
        Assert.Equal((InteractionState.ClosedAbandoned, "EndedByVendor"), (s.Interaction(id).State, s.Interaction(id).NoCodeReason));
    }

    [Fact]
    public void Observed_EndedWhileWorkedOn_OpensWrapUp()
    {
        var id = s.Working();
        s.Observe(id, WorkState.Ended, "ann");
        Assert.Equal((InteractionState.WrapUp, "ann"), (s.Interaction(id).State, s.Interaction(id).Owner));
        Assert.Equal(["Route"], s.Calls(id));
    }

    [Fact]
    public void Observed_OfferedToItsOwnerAgain_IsNoLongerTheirs()
    {
        var id = s.Working();
        s.Observe(id, WorkState.Accepted, "ann", rank: 5);
        s.Observe(id, WorkState.PendingAccept, "ann", rank: 6);
        Assert.Equal((InteractionState.New, null, 0), (s.Interaction(id).State, s.Interaction(id).Owner, s.Load("ann")));
        s.Observe(id, WorkState.Accepted, "ann", rank: 7);
        Assert.Equal((InteractionState.WorkInProgress, "ann"), (s.Interaction(id).State, s.Interaction(id).Owner));
    }

    [Fact]
    public void Observed_WithItsOwnerInAnotherQueue_IsInThatQueue()
    {
        var id = s.Working();
        s.Observe(id, WorkState.Accepted, "ann", rank: 5, queue: "billing");
        Assert.Equal(("billing", "ann", InteractionState.WorkInProgress), (s.Interaction(id).Queue, s.Interaction(id).Owner, s.Interaction(id).State));
        Assert.Contains(s.Store.All<Activity>(), a => a is { What: "QueueSeen", After: "billing" });
    }

    /// <summary>Any order of one stream of events, doubled or not, ends where the stream in order ends.</summary>
    [Theory]
    [InlineData("Accepted:ann Held:ann", InteractionState.OnHold)]
    [InlineData("Accepted:ann Held:ann Accepted:ann", InteractionState.WorkInProgress)]
    [InlineData("Accepted:ann Held:ann WrapUp:ann", InteractionState.WrapUp)]
    [InlineData("PendingAccept:ann Queued: Accepted:bob", InteractionState.WorkInProgress)]
    [InlineData("Accepted:ann Queued: Accepted:bob Ended:bob", InteractionState.WrapUp)]
    [Trait("Requirement", "H12")]
    public void Observed_ShuffledAndDoubled_EndsInTheSameState(string stream, InteractionState end)
    {
        var events = stream.Split(' ').Select((e, n) => (State: Enum.Parse<WorkState>(e.Split(':')[0]), Agent: e.Split(':')[1] is { Length: > 0 } a ? a : null, Rank: n + 1L)).ToArray();
        foreach (var order in Orders([.. Enumerable.Range(0, events.Length)]))
        {
            var x = new Scenario();
            var id = x.Arrive().Id;
            foreach (var n in order.Concat(order)) x.Observe(id, events[n].State, events[n].Agent, events[n].Rank);
            Assert.Equal((end, events[^1].Agent), (x.Interaction(id).State, x.Interaction(id).Owner));
            Assert.Equal(end == InteractionState.OnHold ? 0 : 1, x.Load(events[^1].Agent!));
        }
    }

    private static IEnumerable<int[]> Orders(int[] items) => items.Length < 2 ? [items] : items.SelectMany(first => Orders([.. items.Where(i => i != first)]).Select(rest => (int[])[first, .. rest]));
}
