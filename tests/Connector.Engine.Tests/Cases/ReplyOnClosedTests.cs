using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Participants;
using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;
using Connector.Engine.Threads;

namespace Connector.Engine.Tests.Cases;

public sealed class ReplyOnClosedTests
{
    private const long Lamp = 9001, Invoice = 9002;

    /// <summary>A closed conversation with two open cases: about a lamp, and about an invoice opened later.</summary>
    private static (Scenario Scenario, byte[] Sent) TwoCases(Setup? setup = null)
    {
        var s = new Scenario(setup);
        var id = s.Finished();
        var thread = s.ThreadOf(id).Id;
        s.Store.Put(
            new Case { Id = Lamp, Tenant = "default", Version = 1, Number = 1, Channel = "support", ThreadId = thread, State = CaseState.Open, Assignee = "ann", Subject = "Broken lamp shade", Description = "glass cracked in transport", CreatedAt = s.Now },
            new Case { Id = Invoice, Tenant = "default", Version = 1, Number = 2, Channel = "support", ThreadId = thread, State = CaseState.Resolved, Assignee = "bob", Subject = "Wrong invoice", Description = "amount and address", CreatedAt = s.Now.AddHours(1) });
        return (s, s.LastSentBytes());
    }

    private static MailDecision Reply((Scenario Scenario, byte[] Sent) two, string text) => two.Scenario.Mail(TestMail.Answer(two.Sent, Flow.Customer, text) with { Subject = "Re: hello" });

    private static string Named(long id) => RecordId.Case(id);

    [Fact]
    [Trait("Requirement", "R182")]
    [Trait("Requirement", "D-61")]
    [Trait("Requirement", "X13")]
    public void Reply_WordsOfOneCase_JoinsItAndKeepsAllScores()
    {
        var decision = Reply(TwoCases(), "The glass of the shade is cracked again.");
        Assert.Equal((Named(Lamp), MatchedBy.ReplyOnClosed, MailAction.Append), (decision.CaseId, decision.MatchedBy, decision.Action));
        var scored = decision.Candidates.Where(c => c.Signal == MatchedBy.ReplyOnClosed).ToDictionary(c => c.CaseId!, c => c.Score!.Value);
        Assert.Equal(2, scored.Count);
        Assert.True(scored[Named(Lamp)] >= 0.85 && scored[Named(Invoice)] == 0);
    }

    [Theory]
    [InlineData("And what about the glass and the shade, the invoice and the amount?")]
    [InlineData("Any news?")]
    [InlineData("I saw a lamp.")]
    [Trait("Requirement", "R182")]
    [Trait("Requirement", "D-60")]
    [Trait("Requirement", "D-78")]
    public void Reply_NoScoreHighEnough_JoinsTheMostRecentlyOpened(string text)
    {
        var two = TwoCases();
        var decision = Reply(two, text);
        Assert.Equal(Named(Invoice), decision.CaseId);
        Assert.True(decision.Reopened);
        Assert.Contains("no score reaches 0.85", decision.Reason, StringComparison.Ordinal);
        Assert.Equal(CaseState.Open, two.Scenario.Store.Get<Case>(Invoice).State);
    }

    [Fact]
    [Trait("Requirement", "D-61")]
    public void Reply_WordsOfAComment_CountForItsCase()
    {
        var two = TwoCases();
        var s = two.Scenario;
        s.Store.Put(new Message { Id = 9100, Tenant = "default", Version = 1, Channel = "support", CaseId = Lamp, Kind = MessageKind.Note, Text = "Serial XK4471, courier Fastwheel" });
        Assert.Equal(Named(Lamp), Reply(two, "It is XK4471 of course.").CaseId);
    }

    [Fact]
    [Trait("Requirement", "R180")]
    [Trait("Requirement", "X14")]
    public void Reply_OnTheCase_TellsItsAssigneeOnce()
    {
        var two = TwoCases();
        Reply(two, "The glass of the shade is cracked again.");
        Assert.Single(two.Scenario.Told("ann"), n => n.CaseId == Lamp);
        Assert.Empty(two.Scenario.Told("bob"));
    }

    [Fact]
    [Trait("Requirement", "R183")]
    public void Reply_AiMatcher_IsAskedOnlyWithTheEntitlement()
    {
        var ai = new Fixed(new Dictionary<long, double> { [Invoice] = 0.3, [Lamp] = 0.9 });
        foreach (var (setup, @case, how) in new[]
        {
            (TestSetup.Create() with { AiReplyScorer = ai }, Invoice, "(Entitlements:AiReplyMatch is off)"),
            (TestSetup.Create() with { AiReplyMatch = true }, Invoice, "no AI matcher is there"),
            (TestSetup.Create() with { AiReplyMatch = true, AiReplyScorer = new Fixed(null) }, Invoice, "could not tell"),
            (TestSetup.Create() with { AiReplyMatch = true, AiReplyScorer = ai }, Lamp, "best AI score 0.90"),
        })
        {
            var decision = Reply(TwoCases(setup), "Any news?");
            Assert.Equal(Named(@case), decision.CaseId);
            Assert.Contains(how, decision.Reason, StringComparison.Ordinal);
        }
    }

    private sealed class Fixed(IReadOnlyDictionary<long, double>? scores) : IReplyScorer
    {
        public IReadOnlyDictionary<long, double>? Scores(string reply, IReadOnlyList<CaseText> cases) => scores;
    }

    [Fact]
    [Trait("Requirement", "R179")]
    [Trait("Requirement", "R181")]
    public void Reply_AssigneeHasLeft_IsRoutedAnewOnTheSameCase()
    {
        var two = TwoCases();
        var s = two.Scenario;
        s.Door.Setup = s.Door.Setup with { AgentsByAddress = s.Door.Setup.AgentsByAddress.Remove("ann@staff.example.org") };
        var decision = Reply(two, "The glass of the shade is cracked again.");
        var made = s.Interaction(decision.InteractionId);
        Assert.Equal((Lamp, InteractionState.New, "ann"), (made.CaseId, made.State, made.PreviousOwner));
    }

    [Fact]
    public void Reply_ReopenedTooOften_IsKeptAndNothingElseMoves()
    {
        var two = TwoCases(TestSetup.Create(r => r with { ReopensPerThread = 2 }));
        var s = two.Scenario;
        for (var n = 1; n <= 3; n++)
        {
            if (n > 1) Answers.Done(s.Case(Invoice, new CaseInput.Resolve()));
            var decision = s.Mail(TestMail.Answer(two.Sent, Flow.Customer, "Any news?") with { Subject = "Re: hello", Id = $"again{n}@customer.example" });
            Assert.Equal((n <= 2, n > 2), (decision.Reopened, decision.Flags.Contains("ReopenLimitReached")));
            Assert.Equal(n <= 2 ? CaseState.Open : CaseState.Resolved, s.Store.Get<Case>(Invoice).State);
            Assert.NotNull(s.MessageOf(decision));
        }
        s.Pass(TimeSpan.FromDays(1));
        Assert.True(Reply(two, "Any news at all?").Reopened);
    }

    [Fact]
    [Trait("Requirement", "D-79")]
    [Trait("Requirement", "X10")]
    public void Reply_OnAClosedCase_CaseFirst_FollowsUpOnAThreadOfItsOwn_AndOldMailsLeadThere()
    {
        var s = new Scenario();
        var first = s.Answered(channel: "cases");
        var old = s.LastSentBytes();
        var closed = s.Interaction(first).CaseId!.Value;
        s.As("ann").Close(first, "issue_resolved");
        s.Case(closed, new CaseInput.Close("done"));
        var decision = s.CustomerAnswers(channel: "cases");
        var made = s.Interaction(decision.InteractionId);
        Assert.Equal((MailAction.FollowUp, RecordId.Case(closed)), (decision.Action, decision.RefersTo));
        Assert.NotEqual(s.ThreadOf(first).Id, made.ThreadId);
        Assert.Equal(("Broken lamp", closed), (made.Subject, s.Store.Get<Case>(made.CaseId!.Value).FollowUpOf));
        Assert.Equal(CaseState.Closed, s.Store.Get<Case>(closed).State);
        Assert.Equal(Flow.Customer, Assert.Single(s.People(made.ThreadId!.Value, ParticipantRole.Requester)).Address);
        var again = s.Mail(TestMail.Answer(old, Flow.Customer, "To the old mail.") with { Id = "late@customer.example" }, "cases");
        Assert.Equal((MailAction.Append, MatchedBy.ReplyOnClosed, RecordId.Interaction(made.Id)), (again.Action, again.MatchedBy, again.InteractionId));
        Assert.Equal(made.ThreadId, s.MessageOf(again).ThreadId);
    }

    [Fact]
    [Trait("Requirement", "X13")]
    public void Reply_NothingOpen_InteractionFirst_RefersToTheClosedOne()
    {
        var s = new Scenario();
        var closed = s.Finished();
        var decision = s.CustomerAnswers();
        Assert.Equal((MailAction.New, RecordId.Interaction(closed), InteractionState.ClosedComplete), (decision.Action, decision.RefersTo, s.Interaction(closed).State));
    }

    [Fact]
    public void Reply_StrangersInteractionThatRefersHere_IsNoPlaceForTheCustomersMail()
    {
        var s = new Scenario();
        var closed = s.Finished();
        var token = s.ThreadOf(closed).Token!;
        var stranger = s.Mail(TestMail.Quoting(token, "eve@elsewhere.example"));
        Assert.Equal(RecordId.Interaction(closed), stranger.RefersTo);
        var decision = s.CustomerAnswers();
        Assert.NotEqual(stranger.InteractionId, decision.InteractionId);
        Assert.Equal(MailAction.New, decision.Action);
    }
}
