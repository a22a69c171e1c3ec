using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Engine.Routing;
using Connector.Engine.Tests.Kit;
using Connector.Engine.WrapUp;

namespace Connector.Engine.Tests.Outbound;

public sealed class OutboxTests
{
    private readonly Scenario s = new();

    private OutboxRow Row(long interaction, string operation) => s.Outbox(interaction).Last(r => r.Operation == operation);

    private Answer Retry(long id) => s.Handle(new RetryOutbox { At = s.Now, By = new Actor("admin:key-1"), Correlation = "o", OutboxId = id });

    private Answer Discard(long id) => s.Handle(new DiscardOutbox { At = s.Now, By = new Actor("admin:key-1"), Correlation = "o", OutboxId = id, Reason = "not needed" });

    [Fact]
    public void Finish_Routed_KeepsTheVendorsIdOnce()
    {
        var id = s.Arrive().Id;
        var row = Row(id, "Route");
        Answers.Done(s.Finish(row.Id, new CallResult.Succeeded($"w{id}.1")));
        Answers.Nothing(s.Finish(row.Id, new CallResult.Succeeded("other")));
        Assert.Equal((OutboxState.Done, s.Now), (Row(id, "Route").State, Row(id, "Route").DoneAt!.Value));
        Assert.Equal($"w{id}.1", s.Interaction(id).ExternalId);
        s.Accept(id, "ann");
        Assert.Single(s.Store.All<ExternalRef>());
    }

    [Fact]
    public void Finish_NewIdInALaterRound_EndsTheSpanOfTheFormer()
    {
        var id = s.Working();
        s.Pass(TimeSpan.FromMinutes(5));
        s.As("sue").Release(id);
        s.Finish(Row(id, "Route").Id, new CallResult.Succeeded($"w{id}.2"));
        Assert.Equal([(1, (DateTimeOffset?)s.Now), (2, null)], s.Store.All<ExternalRef>().Select(r => (r.Round, r.Until)));
    }

    [Fact]
    public void Finish_Later_WaitsUntilThen()
    {
        var id = s.Arrive().Id;
        var again = s.Now.AddMinutes(1);
        Answers.Done(s.Finish(Row(id, "Route").Id, new CallResult.Later("busy", again)));
        Assert.Equal((OutboxState.Waiting, again, "busy"), (Row(id, "Route").State, Row(id, "Route").NotBefore, Row(id, "Route").Error));
    }

    [Fact]
    [Trait("Requirement", "H23")]
    public void Edit_DeadLetter_ChangesWhatIsSafeAndNothingElse()
    {
        var id = s.Arrive().Id;
        var row = Row(id, "Route");
        Answer Edit(string payload) => s.Handle(new EditOutbox { At = s.Now, By = new Actor("admin:key-1"), Correlation = "o", OutboxId = row.Id, Payload = payload, Reason = "queue was renamed" });
        var mended = row.Payload.Replace($"\"queue\":\"{s.Interaction(id).Queue}\"", "\"queue\":\"second\"", StringComparison.Ordinal);
        Answers.Refused(RuleNames.NotAllowedInState, Edit(mended));
        s.Finish(row.Id, new CallResult.Failed("no such queue"));
        Answers.Refused(RuleNames.InvalidPayload, Edit("no json"));
        Answers.Refused(RuleNames.InvalidPayload, Edit(row.Payload.Replace("\"round\":1", "\"round\":2", StringComparison.Ordinal)));
        Answers.Done(Edit(mended));
        Answers.Nothing(Edit(mended));
        Answers.Done(Retry(row.Id));
        Assert.Equal((OutboxState.Waiting, mended), (Row(id, "Route").State, Row(id, "Route").Payload));
    }

    [Fact]
    public void Finish_AnswerLost_StaysStartedInDoubtUntilItIsKnown()
    {
        var id = s.Arrive().Id;
        var row = Row(id, "Route").Id;
        Answers.Done(s.Finish(row, new CallResult.Later("connection reset", s.Now.AddSeconds(1)) { DoubtSince = s.Now }));
        Assert.Equal((OutboxState.Started, s.Now), (Row(id, "Route").State, Row(id, "Route").DoubtSince!.Value));
        Answers.Done(s.Finish(row, new CallResult.Succeeded("w1")));
        Assert.Equal((OutboxState.Done, null), (Row(id, "Route").State, Row(id, "Route").DoubtSince));
    }

    [Fact]
    public void Finish_FailureOfAnAttemptThatAnotherFollowed_CountsNothing_ButItsSuccessDoes()
    {
        var id = s.Arrive().Id;
        var row = Row(id, "Route");
        s.Store.Put(row with { State = OutboxState.Started, Attempts = 2 });
        Answer Late(CallResult result) => s.Handle(new CallFinished { At = s.Now, By = Actor.OfInstance("awa"), Correlation = "o", OutboxId = row.Id, Attempt = 1, Result = result });
        Answers.Nothing(Late(new CallResult.Failed("no")));
        Answers.Done(Late(new CallResult.Succeeded("w1")));
    }

    [Fact]
    public void Finish_Failed_IsADeadLetterTheOwnerHearsOfAndAPersonRetriesOrDiscards()
    {
        var id = s.Answered();
        var mail = Row(id, MailOperation.Send).Id;
        Answers.Refused(RuleNames.NotAllowedInState, Discard(mail));
        Answers.Nothing(Retry(mail));
        Answers.Done(s.Finish(mail, new CallResult.Failed("550 no such user")));
        Assert.Equal("Delivery", Assert.Single(s.Told("ann")).Category);
        Assert.Equal((s.Now, null), (s.Store.Get<OutboxRow>(mail).DeadSince, s.Store.Get<OutboxRow>(mail).DoneAt));
        Assert.Contains(s.Store.All<Activity>(), a => a.What == "SendMailFailed" && a.Why == "550 no such user" && a.InteractionId == id);
        Answers.Done(Retry(mail));
        Assert.Equal((OutboxState.Waiting, null, null), (s.Store.Get<OutboxRow>(mail).State, s.Store.Get<OutboxRow>(mail).DoneAt, s.Store.Get<OutboxRow>(mail).DeadSince));
        s.Finish(mail, new CallResult.Failed("550 again"));
        Answers.Done(Discard(mail));
        Answers.Nothing(Discard(mail));
        Assert.Equal(OutboxState.Discarded, s.Store.Get<OutboxRow>(mail).State);
    }

    [Fact]
    public void Finish_MailFailedForGood_MarksTheMessageUntilARetryGetsThrough()
    {
        var id = s.Answered();
        var row = Row(id, MailOperation.Send);
        s.Finish(row.Id, new CallResult.Failed("550 no such user"));
        Assert.Equal("550 no such user", s.LastSent().DeliveryError);
        Retry(row.Id);
        s.Finish(row.Id, new CallResult.Succeeded());
        Assert.Null(s.LastSent().DeliveryError);
    }

    [Fact]
    public void Finish_Superseded_SaysWhyAndIsOver()
    {
        var id = s.Answered();
        var hold = Row(id, "Hold").Id;
        Answers.Done(s.Finish(hold, new CallResult.Superseded("resumed meanwhile")));
        Assert.Equal((OutboxState.Superseded, "resumed meanwhile"), (s.Store.Get<OutboxRow>(hold).State, s.Store.Get<OutboxRow>(hold).Answer));
        Answers.Nothing(Retry(hold));
    }

    [Fact]
    public void Finish_UnknownRow_IsNotFound() => Answers.Refused(RuleNames.NotFound, s.Finish(4711, new CallResult.Succeeded()));

    [Fact]
    [Trait("Requirement", "R185")]
    public void Close_WhereThePlatformKeepsCodes_SendsTheCodeOnceAndIsConfirmedByTheAnswer()
    {
        var id = s.Working(channel: "remote");
        s.As("ann").CreateCase(id);
        Assert.Equal(["Route", "End", "SetWrapUp", "End"], s.Calls(id));
        var segment = Assert.Single(s.Store.All<WrapUpSegment>());
        Assert.Equal((SegmentState.Submitted, true, "task_created"), (segment.State, segment.AwaitingConfirmation, segment.Code));
        Assert.Contains("\"task_created\"", Row(id, "SetWrapUp").Payload, StringComparison.Ordinal);
        s.Pass(TimeSpan.FromSeconds(2));
        s.Finish(Row(id, "SetWrapUp").Id, new CallResult.Succeeded());
        segment = Assert.Single(s.Store.All<WrapUpSegment>());
        Assert.Equal((SegmentState.Confirmed, false, s.Now), (segment.State, segment.AwaitingConfirmation, segment.ConfirmedAt!.Value));
    }

    [Fact]
    public void SetWrapUp_FailedForGood_ReopensNothing()
    {
        var id = s.Working(channel: "remote");
        s.As("ann").Close(id, "issue_resolved");
        s.Finish(Row(id, "SetWrapUp").Id, new CallResult.Failed("no such code"));
        Assert.Equal(InteractionState.ClosedComplete, s.Interaction(id).State);
        Assert.Equal(SegmentState.Submitted, Assert.Single(s.Store.All<WrapUpSegment>()).State);
    }

    [Fact]
    [Trait("Requirement", "R185")]
    [Trait("Requirement", "R195")]
    public void Close_OnTheBuiltInQueue_IsConfirmedAtOnceAndSendsNoCode()
    {
        var id = s.Finished();
        Assert.DoesNotContain("SetWrapUp", s.Calls(id));
        Assert.Equal((SegmentState.Confirmed, "ann"), (Assert.Single(s.Store.All<WrapUpSegment>()).State, Assert.Single(s.Store.All<WrapUpSegment>()).Agent));
    }

    [Fact]
    public void Rows_OfOneInput_StandInOrderWithTheVersionThatCausedThem()
    {
        var id = s.Working(channel: "remote");
        s.As("ann").Reply(id);
        s.CustomerAnswers(channel: "remote");
        var lanes = s.Outbox(id).Select(r => (r.LaneVersion, r.LaneNumber)).ToList();
        Assert.Equal(lanes.Order(), lanes);
        Assert.Equal(lanes.Distinct(), lanes);
        Assert.All(s.Outbox(id), r => Assert.Equal($"default-{r.Id}", r.Key));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("state=OnHold round=1", null)]
    [InlineData("round=1", null)]
    [InlineData("state=New round=1", "state=New was assumed, it is state=OnHold")]
    [InlineData("state=OnHold round=2", "round=2 was assumed, it is round=1")]
    public void Precondition_AgainstTheInteraction_SaysWhatDiffers(string? text, string? broken) =>
        Assert.Equal(broken, Precondition.Broken(text, new Interaction { Id = 1, Tenant = "t", Channel = "c", State = InteractionState.OnHold, Round = 1 }));

    [Fact]
    public void Precondition_HoldThenResume_TheHoldIsSuperseded()
    {
        var id = s.Working();
        s.As("ann").Hold(id);
        Assert.Null(Precondition.Broken(Row(id, "Hold").Precondition, s.Interaction(id)));
        s.As("ann").Resume(id);
        Assert.NotNull(Precondition.Broken(Row(id, "Hold").Precondition, s.Interaction(id)));
        Assert.Null(Precondition.Broken(Row(id, "Resume").Precondition, s.Interaction(id)));
    }
}
