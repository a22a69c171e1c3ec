using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Outbound;
using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;
using Connector.Engine.Threads;
using System.Text.Json;

namespace Connector.Engine.Tests.Threads;

/// <summary>What a mail on a known thread joins: open work, open cases, and the table of replies on closed interactions.</summary>
public sealed class JoiningTests
{
    private readonly Scenario s = new();

    private static Case OpenCase(long id, long thread, string subject, int minutes, CaseState state = CaseState.Open, string? assignee = "bob") => new()
    {
        Id = id, Tenant = "default", Version = 1, Number = id, Channel = "support", ThreadId = thread, Subject = subject, State = state, Assignee = assignee,
        CreatedAt = Scenario.Start.AddMinutes(minutes), UpdatedAt = Scenario.Start.AddMinutes(100 - minutes),
    };

    [Fact]
    [Trait("Requirement", "R142")]
    [Trait("Requirement", "R141")]
    public void Mail_FiveOfOneThread_AreOneInteractionAndNoCase()
    {
        var id = s.Answered();
        for (var round = 0; round < 3; round++)
        {
            s.CustomerAnswers();
            s.As("ann").Reply(id);
        }
        s.CustomerAnswers();
        Assert.Single(s.Store.All<Interaction>());
        Assert.Empty(s.Store.All<Case>());
        var mails = s.Store.Where<Message>(m => m.InteractionId == id && m.Kind == MessageKind.Mail);
        Assert.Equal(9, mails.Count);
        Assert.All(mails, m => Assert.NotEmpty(s.Store.Raw(m.Id)));
        Assert.Equal([1, 2, 3, 4], mails.Where(m => m.Direction == Direction.Outbound).Select(m => m.Number));
    }

    [Fact]
    [Trait("Requirement", "X10")]
    public void Mail_OnHold_ResumesAndTellsTheOwner()
    {
        var id = s.Answered();
        Assert.Equal((InteractionState.OnHold, 0), (s.Interaction(id).State, s.Load("ann")));
        s.Pass(TimeSpan.FromHours(3));
        s.CustomerAnswers();
        var i = s.Interaction(id);
        Assert.Equal((InteractionState.WorkInProgress, "ann", 1, null), (i.State, i.Owner, s.Load("ann"), i.InactivityDue));
        Assert.Equal(s.Now, i.LastHumanAt);
        var told = Assert.Single(s.Told("ann"));
        Assert.Equal(("Ongoing", id), (told.Category, told.InteractionId!.Value));
        Assert.Equal("Resume", s.Calls(id)[^1]);
    }

    [Fact]
    public void Mail_StillWaiting_KeepsItsPlace()
    {
        var first = new TestMail();
        var i = s.Arrive(first);
        s.Pass(TimeSpan.FromMinutes(10));
        s.Mail(new TestMail { InReplyTo = [first.Id] });
        var now = s.Interaction(i.Id);
        Assert.Equal((InteractionState.New, i.WaitingSince, i.Round), (now.State, now.WaitingSince, now.Round));
        Assert.Equal(["Route"], s.Calls(i.Id));
    }

    [Fact]
    [Trait("Requirement", "D-74")]
    public void Mail_InWrapUp_ReturnsToWorkAndCancelsTheSegment()
    {
        var id = s.Answered();
        s.As("ann").Close(id);
        s.CustomerAnswers();
        Assert.Equal((InteractionState.WorkInProgress, null, null), (s.Interaction(id).State, s.Interaction(id).WrapUpDue, s.Interaction(id).SafetyDue));
        Assert.Equal(Engine.WrapUp.SegmentState.Cancelled, Assert.Single(s.Store.All<Engine.WrapUp.WrapUpSegment>()).State);
        Assert.Equal(1, s.Load("ann"));
    }

    [Fact]
    [Trait("Requirement", "X07")]
    public void Mail_OpenInteractionOfAWaitingCase_ReturnsTheCaseToOpen()
    {
        foreach (var step in new CaseInput[] { new CaseInput.Wait("parts"), new CaseInput.Resolve() })
        {
            var x = new Scenario();
            var id = x.Answered(channel: "cases");
            var made = x.Interaction(id).CaseId!.Value;
            x.Case(made, new CaseInput.Assign("ann"));
            x.Case(made, step);
            var decision = x.CustomerAnswers(channel: "cases");
            Assert.Equal(CaseState.Open, x.Store.Get<Case>(made).State);
            Assert.Equal(step is CaseInput.Resolve, decision.Reopened);
            Assert.Equal(RecordId.Case(made), decision.CaseId);
        }
    }

    [Fact]
    [Trait("Requirement", "X13")]
    [Trait("Requirement", "D-60")]
    [Trait("Requirement", "D-79")]
    public void Mail_NothingOpenInteractionFirst_IsNewWorkThatRefersToTheClosed()
    {
        var closed = s.Finished();
        var before = s.Interaction(closed);
        var decision = s.CustomerAnswers();
        Assert.Equal((MailAction.New, MatchedBy.ReplyOnClosed, RecordId.Interaction(closed)), (decision.Action, decision.MatchedBy, decision.RefersTo));
        var now = s.Interaction(decision.InteractionId);
        Assert.Equal((InteractionState.New, closed, before.ThreadId, "ann"), (now.State, now.RefersTo!.Value, now.ThreadId, now.PreviousOwner));
        Assert.Equal(before, s.Interaction(closed));
        Assert.Empty(s.Store.All<Case>());
        var work = JsonSerializer.Deserialize(s.Outbox(now.Id)[0].Payload, OutboxJson.Default.RouteWork)!;
        Assert.Equal("ann", work.PreferredAgent);
    }

    [Fact]
    [Trait("Requirement", "R043")]
    public void Mail_PreferPreviousAgentOff_NamesNobodyToTheQueue()
    {
        var x = new Scenario(TestSetup.Create(r => r with { PreferPreviousAgent = false }));
        x.Finished();
        var decision = x.CustomerAnswers();
        var work = JsonSerializer.Deserialize(x.Outbox(x.Interaction(decision.InteractionId).Id)[0].Payload, OutboxJson.Default.RouteWork)!;
        Assert.Null(work.PreferredAgent);
    }

    [Fact]
    [Trait("Requirement", "R034")]
    public void Mail_OnWorkThatWentOn_KeepsTheThreadId()
    {
        var closed = s.Finished();
        var token = s.ThreadOf(closed).Token;
        var next = s.Interaction(s.CustomerAnswers().InteractionId).Id;
        s.Accept(next, "bob");
        s.As("bob").Reply(next);
        Assert.Equal(token, s.ThreadOf(next).Token);
        Assert.Contains($"[{token}]", s.LastSentMail().Subject, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R179")]
    [Trait("Requirement", "D-60")]
    public void Mail_OpenInteractionsBesideTheClosed_JoinsTheMostRecentlyUpdated()
    {
        var closed = s.Finished();
        var reply = TestMail.Answer(s.LastSentBytes(), Flow.Customer);
        var second = s.Interaction(s.Mail(reply).InteractionId).Id;
        var third = s.Interaction(second) with { Id = 9000, UpdatedAt = s.Now.AddMinutes(5) };
        s.Store.Put(third);
        var decision = s.Mail(reply with { Id = "again@customer.example" });
        Assert.Equal("i-9000", decision.InteractionId);
        Assert.True(s.Interaction(closed).IsClosed);
    }

    [Fact]
    [Trait("Requirement", "R179")]
    [Trait("Requirement", "R180")]
    [Trait("Requirement", "X14")]
    public void Mail_ExactlyOneOpenCase_JoinsItAndTellsTheAssigneeOnce()
    {
        var id = s.Answered();
        var made = Answers.Result<CommandResult>(s.As("ann").CreateCase(id)).CaseId!.Value;
        var before = s.Interaction(id);
        var decision = s.CustomerAnswers();
        Assert.Equal((MailAction.Append, MatchedBy.ReplyOnClosed, RecordId.Case(made), null), (decision.Action, decision.MatchedBy, decision.CaseId, decision.InteractionId));
        Assert.Equal("Case", Assert.Single(s.Told("ann")).Category);
        Assert.Equal(before, s.Interaction(id));
        Assert.Single(s.Store.All<Interaction>());
    }

    [Fact]
    [Trait("Requirement", "X14")]
    public void Mail_NotifyOnLinkedReplyOff_TellsNobody()
    {
        var x = new Scenario(TestSetup.Create(r => r with { NotifyOnLinkedReply = false }));
        x.As("ann").CreateCase(x.Answered());
        x.CustomerAnswers();
        Assert.Empty(x.Told("ann"));
    }

    [Fact]
    [Trait("Requirement", "X08")]
    [Trait("Requirement", "X10")]
    [Trait("Requirement", "D-78")]
    public void Mail_OnAResolvedCase_ReturnsItToOpen()
    {
        var made = Answers.Result<CommandResult>(s.As("ann").CreateCase(s.Answered())).CaseId!.Value;
        s.Case(made, new CaseInput.Resolve());
        s.Pass(TimeSpan.FromDays(13));
        var decision = s.CustomerAnswers();
        Assert.True(decision.Reopened);
        Assert.Equal((CaseState.Open, null), (s.Store.Get<Case>(made).State, s.Store.Get<Case>(made).CloseDue));
    }

    [Fact]
    public void Mail_OpenCaseWithoutAssignee_IsRoutedAgainLinkedToTheCase()
    {
        var id = s.Finished();
        s.Store.Put(OpenCase(700, s.Interaction(id).ThreadId!.Value, "Broken lamp", 1, assignee: null));
        var decision = s.CustomerAnswers();
        var now = s.Interaction(decision.InteractionId);
        Assert.Equal((InteractionState.New, 700L, id), (now.State, now.CaseId!.Value, now.RefersTo!.Value));
        Assert.Equal(("c-700", "ann"), (decision.CaseId, now.PreviousOwner));
    }

    [Theory]
    [InlineData("The delivery of invoice 4711 is late", 702)]
    [InlineData("Entirely unrelated words", 703)]
    [InlineData("lamp and invoice and umbrella", 703)]
    [Trait("Requirement", "R182")]
    [Trait("Requirement", "D-61")]
    [Trait("Requirement", "D-60")]
    public void Mail_SeveralOpenCases_JoinsTheBestOrTheMostRecentlyOpened(string text, long joined)
    {
        var thread = s.Interaction(s.Finished()).ThreadId!.Value;
        s.Store.Put(OpenCase(701, thread, "Lamp arrived cracked", 1), OpenCase(702, thread, "Delivery of invoice", 2), OpenCase(703, thread, "Umbrella colour", 3));
        var decision = s.Mail(TestMail.Answer(s.LastSentBytes(), Flow.Customer, text) with { Subject = "Re: hello" });
        Assert.Equal(RecordId.Case(joined), decision.CaseId);
        Assert.Contains(joined == 703 ? "most recently opened" : "keyword score", decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "D-79")]
    public void Mail_NothingOpenCaseFirst_IsAFollowUpOfTheClosedCase()
    {
        var id = s.Finished(channel: "cases");
        var closed = s.Interaction(id).CaseId!.Value;
        s.Case(closed, new CaseInput.Close("done"));
        var decision = s.CustomerAnswers(channel: "cases");
        Assert.Equal((MailAction.FollowUp, RecordId.Case(closed)), (decision.Action, decision.RefersTo));
        var next = s.Store.Where<Case>(c => c.Id != closed)[0];
        Assert.Equal((closed, CaseState.New), (next.FollowUpOf!.Value, next.State));
        Assert.NotEqual(s.Store.Get<Case>(closed).Number, next.Number);
        Assert.Equal(CaseState.Closed, s.Store.Get<Case>(closed).State);
    }

    [Theory]
    [InlineData("bob")]
    [InlineData(null)]
    [Trait("Requirement", "X03")]
    [Trait("Requirement", "D-03")]
    public void Mail_ReopenOnReply_ReopensTheClosedCaseAndSomebodyHearsOfIt(string? assignee)
    {
        var x = new Scenario(TestSetup.Create(r => r with { ReopenOnReply = true }));
        var thread = x.Interaction(x.Finished()).ThreadId!.Value;
        x.Store.Put(OpenCase(700, thread, "Lamp", 1, CaseState.Closed, assignee));
        var decision = x.CustomerAnswers();
        Assert.True(decision.Reopened);
        Assert.Equal(CaseState.Open, x.Store.Get<Case>(700).State);
        if (assignee is null) Assert.Equal(InteractionState.New, x.Interaction(decision.InteractionId).State);
        else Assert.Single(x.Told(assignee));
    }

    [Fact]
    [Trait("Requirement", "X17")]
    public void Mail_OfAThirdPartyWhereAllIsClosed_IsKeptOnTheThreadOnly()
    {
        var id = s.Finished();
        var before = s.Interaction(id);
        var decision = s.Mail(TestMail.Answer(s.LastSentBytes(), "helper@friend.example"));
        Assert.Equal((MailAction.Append, null, RecordId.Interaction(id), "internal"), (decision.Action, decision.InteractionId, decision.RefersTo, decision.Visibility));
        var kept = s.MessageOf(decision);
        Assert.Equal((before.ThreadId, null), (kept.ThreadId, kept.InteractionId));
        Assert.Equal(before, s.Interaction(id));
        Assert.Single(s.Told("ann"));
    }

    [Fact]
    public void Mail_RerouteOnReplyOff_TheOwnerKeepsTheWork()
    {
        var id = s.Answered();
        s.CustomerAnswers();
        Assert.Equal("ann", s.Interaction(id).Owner);
    }
}
