using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Participants;
using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;
using Connector.Engine.Threads;

namespace Connector.Engine.Tests.Cases;

public sealed class MergeTests
{
    private readonly Scenario s = new(TestSetup.Create(r => r with { CaseNumberInSubject = true }));

    private sealed record Made(long Interaction, long Case, byte[] Sent, long Thread);

    /// <summary>A case made from an answered mail; its interaction is closed.</summary>
    private Made Case(string from = Flow.Customer, string subject = "Broken lamp")
    {
        var id = s.Answered(mail: new TestMail { From = from, Subject = subject });
        var sent = s.LastSentBytes();
        var made = Answers.Result<CommandResult>(s.As("ann").CreateCase(id)).CaseId!.Value;
        s.Pass(TimeSpan.FromMinutes(1));
        return new Made(id, made, sent, s.Interaction(id).ThreadId!.Value);
    }

    private Answer Merge(long? target, params long[] sources) =>
        s.Handle(new MergeCases { At = s.Now, By = Actor.OfAgent("ann"), Correlation = "merge", Target = target, Sources = sources });

    private Answer Undo(long source) => s.Handle(new UndoMerge { At = s.Now, By = Actor.OfAgent("ann"), Correlation = "undo", CaseId = source });

    private Answer Duplicate(long id, long of) => s.Handle(new CloseDuplicate { At = s.Now, By = Actor.OfAgent("ann"), Correlation = "dup", CaseId = id, Of = of });

    private Case Stored(long id) => s.Store.Get<Case>(id);

    [Fact]
    [Trait("Requirement", "X06")]
    [Trait("Requirement", "R081")]
    public void Merge_EveryOldIdOfTheSource_LeadsToTheTarget()
    {
        var (a, b) = (Case(), Case("bert@customer.example", "Broken shade"));
        Answers.Done(Merge(a.Case, b.Case));
        Assert.Equal((CaseState.Closed, "Merged", a.Case), (Stored(b.Case).State, Stored(b.Case).CloseReason, Stored(b.Case).MergedInto));
        var answer = TestMail.Answer(b.Sent, "bert@customer.example");
        var token = s.Store.Get<CaseThread>(b.Thread).Token!;
        TestMail[] ways =
        [
            answer,
            answer with { Id = "two@customer.example", To = ["support@example.org"] },
            answer.WithoutChain() with { Id = "three@customer.example" },
            TestMail.Quoting(token, "bert@customer.example") with { Id = "four@customer.example" },
            new TestMail { Id = "five@customer.example", From = "bert@customer.example", Subject = $"My case {Stored(b.Case).NumberText}" },
        ];
        foreach (var mail in ways)
        {
            var decision = s.Mail(mail);
            Assert.Equal((MailAction.Append, RecordId.Case(a.Case)), (decision.Action, decision.CaseId));
            Assert.Equal(a.Thread, s.MessageOf(decision).ThreadId);
        }
    }

    [Fact]
    [Trait("Requirement", "X06")]
    public void Merge_OfAMergedTarget_LeadsThroughToTheEnd()
    {
        var (a, b, c) = (Case(), Case(), Case());
        Answers.Done(Merge(b.Case, a.Case));
        Answers.Done(Merge(c.Case, b.Case));
        var decision = s.Mail(TestMail.Answer(a.Sent, Flow.Customer));
        Assert.Equal(RecordId.Case(c.Case), decision.CaseId);
        Assert.Equal([c.Case, c.Case, c.Case], new[] { a, b, c }.Select(m => s.Interaction(m.Interaction).CaseId!.Value));
    }

    [Fact]
    [Trait("Requirement", "R011")]
    public void Merge_WithoutANamedTarget_TakesTheOldest()
    {
        var (a, b, c) = (Case(), Case(), Case());
        var result = Answers.Result<MergeResult>(Merge(null, c.Case, b.Case, a.Case));
        Assert.Equal((a.Case, 2), (result.TargetId, result.Merged.Count));
        Assert.Equal(3, new[] { a, b, c }.Select(m => Stored(m.Case).Number).Distinct().Count());
    }

    [Fact]
    public void Merge_PeopleOfBoth_AreOnTheTargetAndTheOldRowsStay()
    {
        var (a, b) = (Case(), Case("bert@customer.example"));
        var before = s.Store.Where<Participant>(p => p.ThreadId == b.Thread);
        Merge(a.Case, b.Case);
        Assert.Equal(Flow.Customer, Assert.Single(s.People(a.Thread, ParticipantRole.Requester)).Address);
        Assert.Equal("bert@customer.example", Assert.Single(s.People(a.Thread, ParticipantRole.Cc)).Address);
        Assert.Equal(before, s.Store.Where<Participant>(p => p.ThreadId == b.Thread));
        Assert.Equal(s.Store.Where<Participant>(p => p.ThreadId == a.Thread).Count, s.Store.Where<Participant>(p => p.ThreadId == a.Thread).Select(p => p.Ordinal).Distinct().Count());
    }

    [Fact]
    public void Merge_SendsNoMailAndTellsInBothHistories()
    {
        var (a, b) = (Case(), Case());
        var sent = s.Store.All<Message>().Count();
        Merge(a.Case, b.Case);
        Assert.Equal(sent, s.Store.All<Message>().Count());
        Assert.Contains(s.Store.All<Activity>(), x => x.CaseId == b.Case && x.What == nameof(CaseClosed));
        Assert.Contains(s.Store.All<Activity>(), x => x.CaseId == a.Case && x.Why == $"case {Stored(b.Case).NumberText} was merged into it");
    }

    [Fact]
    public void Merge_Refusals_NameTheirRuleAndChangeNothing()
    {
        var (a, b, c) = (Case(), Case(), Case());
        Merge(a.Case, b.Case);
        var before = s.Store.Snapshot();
        Answers.Refused(RuleNames.MergeIntoItself, Merge(a.Case, a.Case));
        Answers.Refused(RuleNames.CaseMerged, Merge(b.Case, c.Case));
        Answers.Refused(RuleNames.CaseMerged, Merge(c.Case, b.Case));
        Answers.Refused(RuleNames.NotFound, Merge(a.Case, 4711));
        Answers.Refused(RuleNames.Forbidden, s.Handle(new MergeCases { At = s.Now, By = Actor.OfAgent("lily", AgentRole.LightAgent), Correlation = "c", Target = a.Case, Sources = [c.Case] }));
        Answers.Nothing(Merge(a.Case, b.Case));
        Assert.Equal(before, s.Store.Snapshot());
        s.Case(c.Case, new CaseInput.Close("done"));
        Answers.Refused(RuleNames.NotAllowedInState, Merge(a.Case, c.Case));
        Answers.Refused(RuleNames.NotAllowedInState, Merge(c.Case, a.Case));
    }

    [Fact]
    public void Merged_TakesNoCommands_AndNamesTheRule()
    {
        var (a, b) = (Case(), Case());
        Merge(a.Case, b.Case);
        Answers.Refused(RuleNames.CaseMerged, s.Case(b.Case, new CaseInput.Reopen()));
        Answers.Refused(RuleNames.CaseMerged, s.As("ann").FollowUp(b.Case));
    }

    [Fact]
    public void Merge_PolicyOfAReply_IsThatOfTheTarget()
    {
        var (a, b) = (Case(), Case());
        Merge(a.Case, b.Case);
        s.Case(a.Case, new CaseInput.Resolve());
        var decision = s.Mail(TestMail.Answer(b.Sent, Flow.Customer));
        Assert.True(decision.Reopened);
        Assert.Equal(CaseState.Open, Stored(a.Case).State);
    }

    [Fact]
    public void Undo_WithinThePeriod_GivesBackStateThreadInteractionsAndPeople()
    {
        var (a, b) = (Case(), Case("bert@customer.example"));
        s.Case(b.Case, new CaseInput.Resolve("Solved"));
        var before = Stored(b.Case);
        Merge(a.Case, b.Case);
        s.Pass(TimeSpan.FromDays(13));
        Answers.Done(Undo(b.Case));
        Assert.Equal(before with { UpdatedAt = default, Version = 0 }, Stored(b.Case) with { UpdatedAt = default, Version = 0 });
        Assert.Equal((b.Case, a.Case), (s.Interaction(b.Interaction).CaseId, s.Interaction(a.Interaction).CaseId));
        Assert.Empty(s.People(a.Thread, ParticipantRole.Cc));
        Assert.Equal(RecordId.Case(b.Case), s.Mail(TestMail.Answer(b.Sent, "bert@customer.example")).CaseId);
        Assert.Equal(RecordId.Case(a.Case), s.Mail(TestMail.Answer(a.Sent, Flow.Customer)).CaseId);
        Answers.Refused(RuleNames.NotAllowedInState, Undo(b.Case));
    }

    [Fact]
    public void Undo_AfterThePeriod_IsRefused()
    {
        var (a, b) = (Case(), Case());
        Merge(a.Case, b.Case);
        s.Pass(TimeSpan.FromDays(30) + TimeSpan.FromTicks(1));
        Answers.Refused(RuleNames.MergeUndoOver, Undo(b.Case));
    }

    [Fact]
    public void Undo_InAChain_GivesBackOnlyItsOwn()
    {
        var (a, b, c) = (Case(), Case(), Case());
        Merge(b.Case, a.Case);
        Merge(c.Case, b.Case);
        Answers.Done(Undo(a.Case));
        Assert.Equal([a.Case, c.Case, c.Case], new[] { a, b, c }.Select(m => s.Interaction(m.Interaction).CaseId!.Value));
        Answers.Done(Undo(b.Case));
        Assert.Equal([a.Case, b.Case, c.Case], new[] { a, b, c }.Select(m => s.Interaction(m.Interaction).CaseId!.Value));
        foreach (var made in new[] { a, b, c })
            Assert.Equal(RecordId.Case(made.Case), s.Mail(TestMail.Answer(made.Sent, Flow.Customer)).CaseId);
    }

    [Fact]
    public void Merge_UndoneAndTheOtherWayRound_MakesNoCircle()
    {
        var (a, b) = (Case(), Case());
        Merge(a.Case, b.Case);
        Undo(b.Case);
        Answers.Done(Merge(b.Case, a.Case));
        Assert.Equal(RecordId.Case(b.Case), s.Mail(TestMail.Answer(a.Sent, Flow.Customer)).CaseId);
        Assert.Equal(RecordId.Case(b.Case), s.Mail(TestMail.Answer(b.Sent, Flow.Customer)).CaseId);
    }

    [Fact]
    [Trait("Requirement", "R121")]
    public void Duplicate_ClosesWithALink_AndLeavesTheOriginal()
    {
        var (a, b, c) = (Case(), Case(), Case());
        var original = Stored(a.Case);
        Answers.Done(Duplicate(b.Case, a.Case));
        Assert.Equal((CaseState.Closed, "Duplicate", a.Case), (Stored(b.Case).State, Stored(b.Case).CloseReason, Stored(b.Case).DuplicateOf));
        Assert.Equal(original, Stored(a.Case));
        Answers.Refused(RuleNames.DuplicateOfDuplicate, Duplicate(c.Case, b.Case));
        Answers.Refused(RuleNames.DuplicateOfDuplicate, Duplicate(a.Case, b.Case));
        Answers.Refused(RuleNames.DuplicateOfDuplicate, Duplicate(c.Case, c.Case));
        Answers.Refused(RuleNames.NotFound, Duplicate(c.Case, 4711));
    }

    [Fact]
    [Trait("Requirement", "R015")]
    public void Assign_AnAgentWhoMayOwn_IsTold_OthersAreRefused()
    {
        var a = Case();
        Answers.Done(s.Case(a.Case, new CaseInput.Assign("bob"), Actor.OfAgent("sue", AgentRole.Supervisor)));
        Assert.Equal("bob", Stored(a.Case).Assignee);
        Assert.Single(s.Told("bob"), n => n.Category == "Case" && n.CaseId == a.Case);
        Answers.Refused(RuleNames.UnknownAgent, s.Case(a.Case, new CaseInput.Assign("nobody")));
        Answers.Refused(RuleNames.Forbidden, s.Case(a.Case, new CaseInput.Assign("lily")));
    }

    [Fact]
    [Trait("Requirement", "R130")]
    public void FollowUp_CutsTheStaleIdFromTheSubject_AndTakesThePeopleAlong()
    {
        var a = Case();
        var token = s.Store.Get<CaseThread>(a.Thread).Token;
        s.Case(a.Case, new CaseInput.Close("done"));
        var made = Stored(Answers.Result<CaseResult>(s.As("ann").FollowUp(a.Case, $"Re: Broken lamp [{token}] again")).CaseId);
        Assert.Equal("Broken lamp again", made.Subject);
        Assert.NotEqual(a.Thread, made.ThreadId);
        Assert.Equal(Flow.Customer, Assert.Single(s.People(made.ThreadId!.Value, ParticipantRole.Requester)).Address);
    }
}
