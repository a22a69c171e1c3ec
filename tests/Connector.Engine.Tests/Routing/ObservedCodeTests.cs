using Connector.Contracts;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Engine.Tests.Kit;
using Connector.Engine.WrapUp;

namespace Connector.Engine.Tests.Routing;

/// <summary>Codes from the vendor's side: precedence agent, engine, vendor's timer, in every order; echoes confirm and write nothing.</summary>
public sealed class ObservedCodeTests
{
    private readonly Scenario s = new();
    private readonly long id;

    public ObservedCodeTests() => id = s.Working(channel: "remote");

    private WrapUpSegment Segment => s.Store.Where<WrapUpSegment>(x => x.InteractionId == id)[^1];

    [Fact]
    [Trait("Requirement", "D-36")]
    public void OurCode_IsSubmitted_ThenConfirmedByTheAnswer()
    {
        s.As("ann").Close(id, "issue_resolved");
        Assert.Equal((SegmentState.Submitted, true), (Segment.State, Segment.AwaitingConfirmation));
        s.Finish(s.Call(id, "SetWrapUp").Id, new CallResult.Succeeded());
        Assert.Equal((SegmentState.Confirmed, false), (Segment.State, Segment.AwaitingConfirmation));
    }

    [Fact]
    [Trait("Requirement", "H14")]
    public void OurCode_ComesBackAsEcho_ConfirmsAndWritesNothing()
    {
        s.As("ann").Close(id, "issue_resolved");
        var calls = s.Calls(id);
        s.Observe(id, w => w with { State = WorkState.Ended, Code = "issue_resolved" });
        s.Observe(id, w => w with { State = WorkState.Ended, Code = "issue_resolved" });
        Assert.Equal(SegmentState.Confirmed, Segment.State);
        Assert.Equal(calls, s.Calls(id));
        Assert.DoesNotContain(s.Store.All<Activity>(), a => a.What == "EchoNearMiss");
    }

    [Fact]
    public void ChosenAtTheVendor_ClosesWithIt_AndWritesNothingBack()
    {
        s.Observe(id, w => w with { State = WorkState.Ended, Code = "issue_resolved", CodeNotes = "by phone" });
        Assert.Equal((InteractionState.ClosedComplete, "issue_resolved", CodeSource.Agent), (s.Interaction(id).State, s.Interaction(id).Code, s.Interaction(id).CodeSource));
        Assert.Equal((SegmentState.Confirmed, "by phone"), (Segment.State, Segment.Notes));
        Assert.Equal(["Route"], s.Calls(id));
    }

    [Fact]
    [Trait("Requirement", "D-34")]
    [Trait("Requirement", "X31")]
    public void TheVendorsTimer_IsOurDefault_WithItsSource()
    {
        s.Observe(id, w => w with { State = WorkState.WrapUp, Code = "vendor-timeout", CodeByTimeout = true });
        Assert.Equal(("issue_resolved", CodeSource.VendorTimeout), (s.Interaction(id).Code, s.Interaction(id).CodeSource));
    }

    /// <summary>agent's code at the vendor, the engine's default, the vendor's timer: each order ends with the agent's choice.</summary>
    [Theory]
    [InlineData("agent engine vendor")]
    [InlineData("agent vendor engine")]
    [InlineData("engine agent vendor")]
    [InlineData("engine vendor agent")]
    [InlineData("vendor agent engine")]
    [InlineData("vendor engine agent")]
    [Trait("Requirement", "D-34")]
    public void Precedence_InEveryOrder_TheAgentsChoiceStands(string order)
    {
        s.As("ann").Close(id);
        foreach (var who in order.Split(' '))
        {
            if (who == "agent") s.Observe(id, w => w with { State = WorkState.Ended, Code = "customer_inactivity" });
            if (who == "vendor") s.Observe(id, w => w with { State = WorkState.WrapUp, Code = "vendor-timeout", CodeByTimeout = true });
            if (who != "engine") continue;
            s.Pass(TimeSpan.FromMinutes(3));
            s.Sweep(id, InteractionSweep.WrapUpTimeout);
        }
        Assert.Equal((InteractionState.ClosedComplete, "customer_inactivity", CodeSource.Agent), (s.Interaction(id).State, s.Interaction(id).Code, s.Interaction(id).CodeSource));
        Assert.Equal(("customer_inactivity", SegmentState.Confirmed), (Segment.Code, Segment.State));
        Assert.All(s.Outbox(id).Where(r => r.Operation == "SetWrapUp"), r => Assert.NotNull(Precondition.Broken(r.Precondition, s.Interaction(id))));
    }

    [Fact]
    [Trait("Requirement", "D-37")]
    public void AfterACaseWasMade_TheVendorsCodeChangesNothing()
    {
        s.As("ann").CreateCase(id);
        s.Observe(id, w => w with { State = WorkState.Ended, Code = "issue_resolved" });
        Assert.Equal(("task_created", CodeSource.CaseCreated), (s.Interaction(id).Code, s.Interaction(id).CodeSource));
        Assert.Single(s.Store.All<Activity>(), a => a.What == "EchoNearMiss");
    }

    [Fact]
    [Trait("Requirement", "R190")]
    public void CreateCase_SendsTaskCreatedOnce()
    {
        s.As("ann").CreateCase(id);
        var row = Assert.Single(s.Outbox(id), r => r.Operation == "SetWrapUp");
        Assert.Contains("task_created", row.Payload);
        Assert.Contains("\"chosen\":false", row.Payload);
    }
}
