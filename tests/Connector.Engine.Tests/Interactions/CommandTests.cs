using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Outbound;
using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;
using Connector.Engine.WrapUp;

namespace Connector.Engine.Tests.Interactions;

/// <summary>What agents' commands bring, and who may give them.</summary>
public sealed class CommandTests
{
    private readonly Scenario s = new();

    [Fact]
    [Trait("Requirement", "R138")]
    [Trait("Requirement", "R184")]
    [Trait("Requirement", "R195")]
    public void Close_WithACode_CompletesInOneGoWithoutACase()
    {
        var id = s.Answered();
        Answers.Done(s.As("ann").Close(id, BuiltInCodes.IssueResolved, notes: "sent a new lamp"));
        var i = s.Interaction(id);
        Assert.Equal((InteractionState.ClosedComplete, "issue_resolved", CodeSource.Agent, null, "ann"), (i.State, i.Code, i.CodeSource!.Value, i.CaseId, i.Owner));
        var segment = Assert.Single(s.Store.All<WrapUpSegment>());
        Assert.Equal((SegmentState.Confirmed, "ann", "issue_resolved", "sent a new lamp", s.Now, s.Now), (segment.State, segment.Agent, segment.Code, segment.Notes, segment.OpenedAt, segment.SubmittedAt!.Value));
    }

    [Theory]
    [InlineData("no_such_code", RuleNames.UnknownCode)]
    [InlineData("", RuleNames.CodeRequired)]
    [Trait("Requirement", "R184")]
    public void Close_CodeNotOnTheList_IsRefusedAndNothingChanges(string code, string rule)
    {
        var id = s.Answered();
        var before = s.Store.Snapshot();
        Answers.Refused(rule, s.As("ann").Close(id, code));
        s.As("ann").Close(id);
        Answers.Refused(rule, s.As("ann").WrapUp(id, code));
        Assert.Contains(before[0], s.Store.Snapshot());
        Assert.Equal(InteractionState.WrapUp, s.Interaction(id).State);
    }

    [Fact]
    [Trait("Requirement", "X16")]
    public void WrapUp_CodeAndNotesFromTheAgent_Close()
    {
        var id = s.Answered();
        s.As("ann").Close(id);
        Assert.Equal((InteractionState.WrapUp, 1), (s.Interaction(id).State, s.Load("ann")));
        s.Pass(TimeSpan.FromSeconds(40));
        Answers.Done(s.As("ann").WrapUp(id, notes: "all fine"));
        Answers.Nothing(s.As("ann").WrapUp(id));
        Answers.Nothing(s.As("ann").Close(id, BuiltInCodes.IssueResolved));
        var segment = Assert.Single(s.Store.All<WrapUpSegment>());
        Assert.Equal(("all fine", TimeSpan.FromSeconds(40)), (segment.Notes, segment.SubmittedAt!.Value - segment.OpenedAt));
        Assert.Equal(0, s.Load("ann"));
    }

    [Fact]
    [Trait("Requirement", "R139")]
    [Trait("Requirement", "R140")]
    [Trait("Requirement", "R187")]
    [Trait("Requirement", "R189")]
    [Trait("Requirement", "R194")]
    public void CreateCase_ClosesWithTaskCreatedAndTheCaseHasTheWholeHistory()
    {
        var id = s.Answered(mail: new TestMail { Cc = ["mate@customer.example"] });
        s.CustomerAnswers();
        s.As("ann").Note(id, "needs the workshop");
        var made = Answers.Result<CommandResult>(s.As("ann").CreateCase(id, "Workshop", "cracked glass")).CaseId!.Value;
        var (i, c) = (s.Interaction(id), s.Store.Get<Case>(made));
        Assert.Equal((InteractionState.ClosedComplete, BuiltInCodes.TaskCreated, CodeSource.CaseCreated, made), (i.State, i.Code, i.CodeSource!.Value, i.CaseId!.Value));
        Assert.Equal((CaseState.Open, "ann", "Interaction", "Workshop", "cracked glass", "agent:ann", i.ThreadId), (c.State, c.Assignee, c.Origin, c.Subject, c.Description, c.CreatedBy, c.ThreadId));
        Assert.Equal("task_created", Assert.Single(s.Store.All<WrapUpSegment>()).Code);
        var dossier = s.Door.Known(new CaseCommand { At = s.Now, By = Actor.OfAgent("ann"), Correlation = "c", CaseId = made, Step = new CaseInput.Resume() }).Dossier!;
        Assert.Equal(["carla@customer.example", "mate@customer.example"], dossier.Participants.ConvertAll(p => p.Address));
        Assert.Equal(3, dossier.Mails.Count);
        Assert.Equal([id], dossier.Interactions.ConvertAll(x => x.Id));
        Assert.Contains(s.Store.Where<Message>(m => m.ThreadId == c.ThreadId), m => m is { Kind: MessageKind.Note, Text: "needs the workshop" });
    }

    [Fact]
    public void CreateCase_BySomebodyElseThanTheOwner_IsAssignedToTheCreator()
    {
        var made = Answers.Result<CommandResult>(s.As("sue").CreateCase(s.Working())).CaseId!.Value;
        Assert.Equal((CaseState.Open, "sue"), (s.Store.Get<Case>(made).State, s.Store.Get<Case>(made).Assignee));
    }

    [Fact]
    [Trait("Requirement", "R139")]
    public void CreateCase_Twice_OrWithACase_IsRefused()
    {
        var id = s.Answered();
        s.As("ann").CreateCase(id);
        Answers.Refused(RuleNames.InteractionClosed, s.As("ann").CreateCase(id));
        var first = s.Working(channel: "cases");
        Answers.Refused(RuleNames.CaseExists, s.As("ann").CreateCase(first));
        Assert.Equal(2, s.Store.All<Case>().Count());
    }

    [Fact]
    [Trait("Requirement", "X17")]
    public void Note_IsInternalNeverSentAndNoteOnClosedIsRefused()
    {
        var id = s.Answered();
        var calls = s.Outbox(id).Count;
        var note = Answers.Result<CommandResult>(s.As("lily").Note(id)).MessageId!.Value;
        Assert.Equal((MessageKind.Note, Visibility.Internal, "lily"), (s.Store.Get<Message>(note).Kind, s.Store.Get<Message>(note).Visibility, s.Store.Get<Message>(note).Agent));
        Assert.Equal(calls, s.Outbox(id).Count);
        Answers.Refused(RuleNames.EmptyText, s.As("ann").Note(id, " "));
        s.As("ann").Close(id, "issue_resolved");
        Answers.Refused(RuleNames.InteractionClosed, s.As("ann").Note(id));
        Answers.Refused(RuleNames.InteractionClosed, s.As("ann").Reply(id));
    }

    [Fact]
    public void Note_OnHold_ResetsNoClock()
    {
        var id = s.Answered();
        var due = s.Interaction(id).InactivityDue;
        s.Pass(TimeSpan.FromDays(1));
        s.As("ann").Note(id);
        Assert.Equal(due, s.Interaction(id).InactivityDue);
    }

    [Fact]
    public void Close_NobodyHandledIt_NeedsASupervisorAndAReason()
    {
        var id = s.Arrive().Id;
        Answers.Refused(RuleNames.Forbidden, s.As("ann").Close(id, reason: "spam"));
        Answers.Refused(RuleNames.ReasonRequired, s.As("sue").Close(id));
        Answers.Done(s.As("sue").Close(id, reason: "spam"));
        Assert.Equal((InteractionState.ClosedAbandoned, "spam", null), (s.Interaction(id).State, s.Interaction(id).NoCodeReason, s.Interaction(id).Code));
        Assert.Equal("End", s.Calls(id)[^1]);
    }

    [Fact]
    [Trait("Requirement", "D-44")]
    public void Command_ByAnotherAgentOrALightOne_IsRefused()
    {
        var id = s.Working();
        foreach (var command in new Func<Person, Answer>[] { p => p.Reply(id), p => p.Hold(id), p => p.Close(id), p => p.CreateCase(id), p => p.Transfer(id, "sales") })
        {
            Answers.Refused(RuleNames.NotOwner, command(s.As("bob")));
            Answers.Refused(RuleNames.Forbidden, command(s.As("lily")));
        }
        Answers.Refused(RuleNames.Forbidden, s.As("ann").Release(id));
        Assert.Equal(InteractionState.WorkInProgress, s.Interaction(id).State);
    }

    [Fact]
    public void Command_BySupervisor_ActsOnOthersWork()
    {
        var id = s.Working();
        Answers.Done(s.As("sue").Hold(id));
        Answers.Done(s.As("sue").Resume(id));
        Answers.Done(s.As("sue").Release(id));
        var i = s.Interaction(id);
        Assert.Equal((InteractionState.New, null, "ann", 2), (i.State, i.Owner, i.PreviousOwner, i.Round));
        Assert.Equal(0, s.Load("ann"));
        Assert.Equal("Route", s.Calls(id)[^1]);
    }

    [Fact]
    public void Command_UnknownInteraction_IsNotFound() => Answers.Refused(RuleNames.NotFound, s.As("ann").Hold(4711));

    [Fact]
    public void Hold_Twice_IsDoneOnce()
    {
        var id = s.Working();
        Answers.Done(s.As("ann").Hold(id));
        Answers.Nothing(s.As("ann").Hold(id));
        Assert.Equal(["Route", "Hold"], s.Calls(id));
        Assert.Equal(s.Now + TimeSpan.FromDays(5), s.Interaction(id).InactivityDue);
    }

    [Fact]
    [Trait("Requirement", "R210")]
    [Trait("Requirement", "D-63")]
    public void Transfer_WhereTheRouterCannot_IsNotSupported()
    {
        Answers.Refused(RuleNames.NotSupported, s.As("ann").Transfer(s.Working(), "sales"));
    }

    [Fact]
    public void Reply_Empty_IsRefused() => Answers.Refused(RuleNames.EmptyText, s.As("ann").Reply(s.Working(), "  "));
}
