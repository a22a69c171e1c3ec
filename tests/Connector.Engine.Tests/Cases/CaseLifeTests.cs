using System.Text.RegularExpressions;
using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;

namespace Connector.Engine.Tests.Cases;

public sealed class CaseLifeTests
{
    private static (Scenario Scenario, long Case) Made(Setup? setup = null)
    {
        var s = new Scenario(setup);
        var id = Answers.Result<CommandResult>(s.As("ann").CreateCase(s.Working())).CaseId!.Value;
        return (s, id);
    }

    [Fact]
    [Trait("Requirement", "R011")]
    public void Number_ThroughTheWholeLife_StaysTheSameDigits()
    {
        var (s, id) = Made();
        var number = s.Store.Get<Case>(id).NumberText;
        Assert.Matches(new Regex("^[0-9]+$", RegexOptions.None, TimeSpan.FromSeconds(1)), number);
        CaseInput[] life = [new CaseInput.Wait("parts"), new CaseInput.Resume(), new CaseInput.Resolve(), new CaseInput.Close("done"), new CaseInput.Reopen(), new CaseInput.Supersede(999, Merged: true)];
        foreach (var step in life)
        {
            Answers.Done(s.Case(id, step));
            Assert.Equal(number, s.Store.Get<Case>(id).NumberText);
        }
    }

    [Fact]
    [Trait("Requirement", "R025")]
    public void Reopen_ClosedCase_ClearsTheClosedDateAndKeepsHistory()
    {
        var (s, id) = Made();
        s.Case(id, new CaseInput.Close("done"));
        Assert.Equal(s.Now, s.Store.Get<Case>(id).ClosedAt);
        Assert.Equal("agent:ann", s.Store.Get<Case>(id).UpdatedBy);
        Answers.Done(s.Case(id, new CaseInput.Reopen()));
        var again = s.Store.Get<Case>(id);
        Assert.Equal((CaseState.Open, null, null), (again.State, again.ClosedAt, again.CloseReason));
        Assert.Equal(["CaseOpened", "CaseAssigned", "CaseClosed", "CaseReopened"], s.Store.All<Activity>().Where(a => a.CaseId == id && a.What.StartsWith("Case", StringComparison.Ordinal) && a.InteractionId is null).Select(a => a.What));
    }

    [Fact]
    [Trait("Requirement", "R012")]
    [Trait("Requirement", "R024")]
    public void Close_FromAnyActiveState_StampsDateAndCloser()
    {
        foreach (var steps in new CaseInput[][] { [], [new CaseInput.Wait("parts")], [new CaseInput.Resolve()] })
        {
            var (s, id) = Made();
            foreach (var step in steps) s.Case(id, step);
            Assert.True(s.Store.Get<Case>(id).IsActive);
            s.Pass(TimeSpan.FromHours(1));
            Answers.Done(s.Case(id, new CaseInput.Close("done"), Actor.OfAgent("bob")));
            var closed = s.Store.Get<Case>(id);
            Assert.Equal((false, CaseState.Closed, s.Now, "agent:bob"), (closed.IsActive, closed.State, closed.ClosedAt!.Value, closed.UpdatedBy));
        }
    }

    [Fact]
    [Trait("Requirement", "X07")]
    public void Wait_WithReason_IsKeptInHistoryWithBeforeAndAfter()
    {
        var (s, id) = Made();
        Answers.Refused(RuleNames.ReasonRequired, s.Case(id, new CaseInput.Wait("")));
        Answers.Done(s.Case(id, new CaseInput.Wait("parts")));
        Assert.Equal("parts", s.Store.Get<Case>(id).PendingReason);
        var line = s.Store.All<Activity>().Last();
        Assert.Equal(("CasePended", "Open", "Pending", "agent:ann"), (line.What, line.Before, line.After, line.By));
    }

    [Fact]
    [Trait("Requirement", "X08")]
    [Trait("Requirement", "D-78")]
    public void TimePassed_ResolvedPeriodOver_ClosesOnce()
    {
        var (s, id) = Made();
        s.Case(id, new CaseInput.Resolve("Solved"));
        s.Pass(TimeSpan.FromDays(14) - TimeSpan.FromSeconds(1));
        Answers.Nothing(s.Case(id, new CaseInput.TimePassed(), Actor.Sweep("resolved-to-closed")));
        s.Pass(TimeSpan.FromSeconds(1));
        Answers.Done(s.Case(id, new CaseInput.TimePassed(), Actor.Sweep("resolved-to-closed")));
        Answers.Nothing(s.Case(id, new CaseInput.TimePassed(), Actor.Sweep("resolved-to-closed")));
        Assert.Equal((CaseState.Closed, "Solved", "ResolvedToClosedAfter"), (s.Store.Get<Case>(id).State, s.Store.Get<Case>(id).Disposition, s.Store.Get<Case>(id).CloseReason));
    }

    [Fact]
    [Trait("Requirement", "R129")]
    [Trait("Requirement", "R130")]
    [Trait("Requirement", "D-03")]
    public void FollowUp_OnlyFromClosed_MakesALinkedCaseOfItsOwn()
    {
        var (s, id) = Made();
        foreach (var step in new CaseInput?[] { null, new CaseInput.Wait("parts"), new CaseInput.Resolve() })
        {
            if (step is not null) Answers.Done(s.Case(id, step));
            Answers.Refused(RuleNames.NotAllowedInState, s.As("ann").FollowUp(id));
        }
        s.Case(id, new CaseInput.Close("done"));
        var made = s.Store.Get<Case>(Answers.Result<CaseResult>(s.As("ann").FollowUp(id, "Once more")).CaseId);
        Assert.Equal((id, "Once more", CaseState.Open, "ann"), (made.FollowUpOf, made.Subject, made.State, made.Assignee));
        Assert.NotEqual(s.Store.Get<Case>(id).ThreadId, made.ThreadId);
        Assert.NotEqual(s.Store.Get<Case>(id).Number, made.Number);
        Assert.Equal(CaseState.Closed, s.Store.Get<Case>(id).State);
    }

    [Fact]
    public void Spam_ActiveCase_IsResolvedWithTheSpamDisposition()
    {
        var (s, id) = Made();
        Answers.Done(s.Case(id, new CaseInput.Spam()));
        Answers.Nothing(s.Case(id, new CaseInput.Spam()));
        Assert.Equal((CaseState.Resolved, CaseRules.SpamDisposition), (s.Store.Get<Case>(id).State, s.Store.Get<Case>(id).Disposition));
    }

    [Fact]
    public void Supersede_MergedOrDuplicate_LinksTheTarget()
    {
        var (s, id) = Made();
        Answers.Done(s.Case(id, new CaseInput.Supersede(77, Merged: false)));
        Assert.Equal(("Duplicate", 77L, null), (s.Store.Get<Case>(id).CloseReason, s.Store.Get<Case>(id).DuplicateOf, s.Store.Get<Case>(id).MergedInto));
    }

    [Fact]
    [Trait("Requirement", "D-44")]
    public void Command_ByALightAgent_IsForbidden()
    {
        var (s, id) = Made();
        Answers.Refused(RuleNames.Forbidden, s.Case(id, new CaseInput.Resolve(), Actor.OfAgent("lily", AgentRole.LightAgent)));
        Answers.Refused(RuleNames.Forbidden, s.As("lily").FollowUp(id));
    }

    [Fact]
    public void Command_UnknownCase_IsNotFound() => Answers.Refused(RuleNames.NotFound, new Scenario().Case(4711, new CaseInput.Resolve()));
}
