using Connector.Contracts;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Engine.Routing;
using Connector.Engine.Tests.Kit;
using Connector.Engine.Transfers;
using Connector.Engine.WrapUp;

namespace Connector.Engine.Tests.Transfers;

/// <summary>The saga as the two sides see it: asked, taken, given, confirmed; refused, failed, late.</summary>
public sealed class TransferTests
{
    private readonly Scenario s = new();
    private readonly long id;

    public TransferTests() => id = s.Working(channel: "remote");

    private (InteractionState State, string? Owner, string Queue) Now => (s.Interaction(id).State, s.Interaction(id).Owner, s.Interaction(id).Queue);

    private TransferState State => s.TransferOf(id).State;

    [Fact]
    [Trait("Requirement", "R208")]
    [Trait("Requirement", "R209")]
    [Trait("Requirement", "D-65")]
    public void ToAQueue_TakenThenGiven_ReleasesOnceAndUsesAtAssigned()
    {
        Answers.Done(s.As("ann").Transfer(id, "sales"));
        Assert.Equal((InteractionState.WorkInProgress, "ann", "remote"), Now);
        Assert.Equal((TransferState.Requested, 1), (State, s.Load("ann")));
        s.Finish(s.Call(id, "Transfer").Id, new CallResult.Succeeded(s.Interaction(id).ExternalId));
        Assert.Equal((InteractionState.New, null, "sales"), Now);
        Assert.Equal((TransferState.Accepted, 0, 0), (State, s.Load("ann"), s.Load("bob")));
        s.Observe(id, w => w with { Agent = "bob", Queue = "sales", OthersEnded = false });
        Assert.Equal((InteractionState.WorkInProgress, "bob", "sales"), Now);
        Assert.Equal((TransferState.Assigned, 0, 1), (State, s.Load("ann"), s.Load("bob")));
        s.Observe(id, w => w with { Agent = "bob", Queue = "sales" });
        Assert.Equal(TransferState.Confirmed, State);
        Assert.Equal([-1], s.Store.All<CapacityEntry>().Where(e => e.Agent == "ann" && e.Delta < 0).Select(e => e.Delta));
        Assert.Equal(["Route", "Transfer"], s.Calls(id));
    }

    [Fact]
    [Trait("Requirement", "D-68")]
    [Trait("Requirement", "X22")]
    public void Accepted_SegmentIsTransferredWithoutCode_ThreadStays()
    {
        var thread = s.Interaction(id).ThreadId;
        Taken("bob");
        var segment = Assert.Single(s.Store.Where<WrapUpSegment>(x => x.InteractionId == id));
        Assert.Equal((SegmentState.Transferred, "ann", null), (segment.State, segment.Agent, segment.Code));
        Assert.Equal(thread, s.Interaction(id).ThreadId);
        var line = s.Store.All<Activity>().Single(a => a.What == nameof(TransferAccepted));
        Assert.Equal(("Requested", "Accepted: ann -> bob"), (line.Before, line.After));
    }

    [Fact]
    [Trait("Requirement", "D-64")]
    public void Refused_NothingChanged_AndTheLaneGoesOn()
    {
        s.As("ann").Transfer(id, to: "bob");
        s.Finish(s.Call(id, "Transfer").Id, new CallResult.Refused("bob may not get mail"));
        Assert.Equal((TransferState.Refused, "bob may not get mail"), (State, s.TransferOf(id).Reason));
        Assert.Equal((InteractionState.WorkInProgress, "ann", "remote"), Now);
        Assert.Equal((OutboxState.Done, 1), (s.Call(id, "Transfer").State, s.Load("ann")));
        Answers.Done(s.As("ann").Transfer(id, "sales"));
    }

    [Fact]
    [Trait("Requirement", "D-66")]
    public void Request_FromStatesAndToTargetsThatMayNot_IsRefused()
    {
        Answers.Refused(RuleNames.TransferToSelf, s.As("ann").Transfer(id, to: "ann"));
        Answers.Refused(RuleNames.TransferToPresentQueue, s.As("ann").Transfer(id, "REMOTE"));
        Answers.Refused(RuleNames.TargetNotAuthorised, s.As("ann").Transfer(id, "secret"));
        Answers.Refused(RuleNames.NotOwner, s.As("sue").Transfer(id, "sales"));
        var waiting = s.Arrive(new TestMail { To = ["remote@example.org"], Subject = "another" }, "remote").Id;
        Answers.Refused(RuleNames.NotAllowedInState, s.As("sue").Transfer(waiting, "sales"));
        s.As("ann").Close(id);
        Answers.Refused(RuleNames.NotAllowedInState, s.As("ann").Transfer(id, "sales"));
    }

    [Fact]
    [Trait("Requirement", "R205")]
    public void OnOffer_IsTheAuthorisedListWithoutOneselfAndThePresentQueue() =>
        Assert.Equal(["sales", "bob"], TransferTargets.OnOffer(s.Interaction(id), s.Authorised).Select(t => t.Agent ?? t.Queue));

    [Fact]
    public void Request_WhileOneIsOpen_IsRefused_AndClosingWaits()
    {
        s.As("ann").Transfer(id, "sales");
        Answers.Refused(RuleNames.TransferOpen, s.As("ann").Transfer(id, to: "bob"));
        Answers.Refused(RuleNames.TransferOpen, s.As("ann").Close(id, "issue_resolved"));
        Answers.Refused(RuleNames.TransferOpen, s.As("ann").CreateCase(id));
        Assert.DoesNotContain("TransferEmail", AllowedActions.Of(s.Interaction(id), true, Capability.Transfer, Engine.Settings.AgentRole.Agent, "ann"));
    }

    [Fact]
    public void FromOnHold_IsTakenToo()
    {
        s.As("ann").Hold(id);
        Taken("bob");
        Assert.Equal((InteractionState.New, null, "remote"), Now);
        Assert.Null(s.Interaction(id).InactivityDue);
    }

    [Fact]
    public void ToAnAgent_WhoDoesNotTakeIt_GoesBackToTheSourceQueue()
    {
        Taken("bob");
        s.Pass(TimeSpan.FromSeconds(59));
        Answers.Nothing(s.TransferTime(s.TransferOf(id).Id));
        s.Pass(TimeSpan.FromSeconds(1));
        Answers.Done(s.TransferTime(s.TransferOf(id).Id));
        Assert.Equal((TransferState.TimedOut, 2), (State, s.Interaction(id).Round));
        Assert.Equal((InteractionState.New, null, "remote"), Now);
        var call = s.Call(id, "Route");
        Assert.Contains($"\"existing\":\"{s.Interaction(id).ExternalId}\"", call.Payload);
        s.Finish(call.Id, new CallResult.Succeeded(s.Interaction(id).ExternalId));
        s.Observe(id, w => w with { Agent = "bob" });
        Assert.Equal((InteractionState.WorkInProgress, "bob", "remote"), Now);
    }

    [Fact]
    public void ToAQueue_MayWaitAsLongAsItLikes()
    {
        s.As("ann").Transfer(id, "sales");
        s.Finish(s.Call(id, "Transfer").Id, new CallResult.Succeeded());
        s.Pass(TimeSpan.FromDays(2));
        Answers.Nothing(s.TransferTime(s.TransferOf(id).Id));
        Assert.Equal(TransferState.Accepted, State);
    }

    [Fact]
    public void NeverSentInTime_TimesOut_NothingChanged_CallIsNotMadeAnyMore()
    {
        s.As("ann").Transfer(id, "sales");
        s.Pass(TimeSpan.FromMinutes(1));
        Answers.Done(s.TransferTime(s.TransferOf(id).Id));
        Assert.Equal((TransferState.TimedOut, OutboxState.Superseded), (State, s.Call(id, "Transfer").State));
        Assert.Equal((InteractionState.WorkInProgress, "ann", "remote"), Now);
    }

    [Fact]
    public void Unanswered_StaysWithAnAlarm_NothingIsReleased()
    {
        s.As("ann").Transfer(id, "sales");
        s.Store.Put(s.Call(id, "Transfer") with { State = OutboxState.Started, Attempts = 1 });
        s.Pass(TimeSpan.FromMinutes(1));
        Answers.Done(s.TransferTime(s.TransferOf(id).Id));
        Answers.Nothing(s.TransferTime(s.TransferOf(id).Id));
        Assert.Equal((TransferState.Requested, 1), (State, s.Load("ann")));
        Assert.Single(s.Told("ann"), n => n.Category == "Transfer");
        s.Finish(s.Call(id, "Transfer").Id, new CallResult.Superseded("read back: not made"));
        Assert.Equal(TransferState.TimedOut, State);
        Assert.Equal((InteractionState.WorkInProgress, "ann", "remote"), Now);
    }

    [Fact]
    [Trait("Requirement", "D-64")]
    public void AnswerLost_AnObservationFinishesForward_TheLateAnswerAddsNothing()
    {
        s.As("ann").Transfer(id, "sales");
        s.Observe(id, w => w with { State = WorkState.Queued, Agent = null, Queue = "sales" });
        Assert.Equal((InteractionState.New, null, "sales"), Now);
        s.Observe(id, w => w with { Agent = "bob", Queue = "sales" });
        Assert.Equal((TransferState.Confirmed, "bob"), (State, s.Interaction(id).Owner));
        s.Finish(s.Call(id, "Transfer").Id, new CallResult.Succeeded());
        Assert.Equal((TransferState.Confirmed, "bob", 0, 1), (State, s.Interaction(id).Owner, s.Load("ann"), s.Load("bob")));
    }

    [Fact]
    public void Accepted_TheVendorIsBehindItsOwnAnswer_TheOldOwnerDoesNotComeBack()
    {
        var before = s.Now;
        s.Pass(TimeSpan.FromSeconds(2));
        Taken("bob");
        s.Observe(id, w => w with { Agent = "ann", At = before });
        Assert.Equal((InteractionState.New, null, "remote"), Now);
        Assert.Equal(TransferState.Accepted, State);
    }

    [Fact]
    public void Accepted_TheVendorShowsThatItFailed_WaitsInTheSourceQueueInTheSameRound()
    {
        s.As("ann").Transfer(id, "sales");
        s.Finish(s.Call(id, "Transfer").Id, new CallResult.Succeeded());
        s.Observe(id, w => w with { State = WorkState.Queued, Agent = null, Queue = "remote", Transfer = new("v1", ObservedTransferState.Failed, "sales", null, s.Now) });
        Assert.Equal((TransferState.TimedOut, 1), (State, s.Interaction(id).Round));
        Assert.Equal((InteractionState.New, null, "remote"), Now);
        Assert.Equal(["Route", "Transfer"], s.Calls(id));
    }

    [Fact]
    [Trait("Requirement", "H15")]
    public void StartedAtTheVendor_ToAnAgent_RunsTheSamePathInwards()
    {
        var calls = s.Calls(id);
        s.Observe(id, w => w with { Agent = "bob" });
        Assert.Equal((true, TransferState.Confirmed, "ann", "bob"), (s.TransferOf(id).Inward, State, s.TransferOf(id).SourceAgent, s.TransferOf(id).TargetAgent));
        Assert.Equal((0, 1), (s.Load("ann"), s.Load("bob")));
        Assert.Equal(SegmentState.Transferred, Assert.Single(s.Store.Where<WrapUpSegment>(x => x.InteractionId == id)).State);
        Assert.Equal(calls, s.Calls(id));
    }

    [Fact]
    [Trait("Requirement", "H15")]
    public void StartedAtTheVendor_ToAQueue_MovesQueueThenOwner()
    {
        s.Observe(id, w => w with { State = WorkState.Queued, Agent = null, Queue = "sales" });
        Assert.Equal((InteractionState.New, null, "sales"), Now);
        Assert.Equal((TransferState.Accepted, true), (State, s.TransferOf(id).Inward));
        s.Observe(id, w => w with { Agent = "bob", Queue = "sales" });
        Assert.Equal((InteractionState.WorkInProgress, "bob", "sales"), Now);
    }

    [Fact]
    public void TheWorkEndsMeanwhile_TheTransferEndsWithIt()
    {
        s.As("ann").Transfer(id, "sales");
        s.Finish(s.Call(id, "Transfer").Id, new CallResult.Succeeded());
        s.Observe(id, w => w with { State = WorkState.Canceled, Agent = null, Reason = "abandoned" });
        Assert.Equal((TransferState.TimedOut, InteractionState.ClosedAbandoned), (State, s.Interaction(id).State));
    }

    [Fact]
    public void Taken_UnderANewId_TheOldWorkSaysNothingAnyMore()
    {
        var old = s.Interaction(id).ExternalId!;
        s.As("ann").Transfer(id, to: "bob");
        s.Finish(s.Call(id, "Transfer").Id, new CallResult.Succeeded("w-new"));
        Answers.Nothing(s.Observe(id, w => w with { ExternalId = old, State = WorkState.Ended, Rank = 99 }));
        s.Observe(id, w => w with { Agent = "bob" });
        Assert.Equal((InteractionState.WorkInProgress, "bob", "w-new"), (s.Interaction(id).State, s.Interaction(id).Owner, s.Interaction(id).ExternalId));
        Assert.Equal(2, s.Store.Where<ExternalRef>(r => r.InteractionId == id).Count);
    }

    [Fact]
    public void TakenByAnotherThanAsked_IsOursToo_AndCountedAsANearMiss()
    {
        s.As("ann").Transfer(id, to: "bob");
        s.Observe(id, w => w with { Agent = "sue" });
        Assert.Equal(("sue", TransferState.Confirmed), (s.Interaction(id).Owner, State));
        Assert.Single(s.Store.All<Activity>(), a => a.What == "EchoNearMiss");
    }

    [Fact]
    public void CustomerWrites_WhileItWaits_JoinsAndKeepsTheTransfer()
    {
        Taken("bob");
        s.Mail(new TestMail { To = ["remote@example.org"], From = Flow.Customer, Subject = "Re: more", InReplyTo = [s.Store.Where<Engine.Messages.Message>(m => m.InteractionId == id)[0].MailId] }, "remote");
        Assert.Equal((InteractionState.New, TransferState.Accepted), (s.Interaction(id).State, State));
    }

    private void Taken(string agent)
    {
        s.As("ann").Transfer(id, to: agent);
        s.Finish(s.Call(id, "Transfer").Id, new CallResult.Succeeded());
    }
}
