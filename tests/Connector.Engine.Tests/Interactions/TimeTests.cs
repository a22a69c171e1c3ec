using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;
using Connector.Engine.WrapUp;

namespace Connector.Engine.Tests.Interactions;

/// <summary>What time closes: wrap-up timeout and safety, inactivity.</summary>
public sealed class TimeTests
{
    private readonly Scenario s = new();

    private long InWrapUp(Scenario x)
    {
        var id = x.Answered();
        x.As("ann").Close(id);
        return id;
    }

    [Theory]
    [InlineData(120, null)]
    [InlineData(30, 30)]
    [Trait("Requirement", "R192")]
    [Trait("Requirement", "R193")]
    [Trait("Requirement", "R194")]
    public void WrapUpTimeout_AtItsSecond_GivesTheDefaultCode(int seconds, int? setting)
    {
        var x = new Scenario(TestSetup.Create(r => setting is { } t ? r with { WrapUpTimeout = TimeSpan.FromSeconds(t) } : r));
        var id = InWrapUp(x);
        x.Pass(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
        Answers.Nothing(x.Sweep(id, InteractionSweep.WrapUpTimeout));
        x.Pass(TimeSpan.FromTicks(1));
        Answers.Done(x.Sweep(id, InteractionSweep.WrapUpTimeout));
        Answers.Nothing(x.Sweep(id, InteractionSweep.WrapUpTimeout));
        var (i, segment) = (x.Interaction(id), Assert.Single(x.Store.All<WrapUpSegment>()));
        Assert.Equal((InteractionState.ClosedComplete, "issue_resolved", CodeSource.Timeout), (i.State, i.Code, i.CodeSource!.Value));
        Assert.Equal((CodeSource.Timeout, false, "ann"), (segment.Source!.Value, segment.AppliedLate, segment.Agent));
        Assert.Contains(x.Store.All<Activity>(), a => a.By == "sweep:WrapUpTimeout" && a.What == "InteractionCompleted" && a.Why!.StartsWith("no code by", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Requirement", "X30")]
    public void WrapUpSafety_PastMaxWrapUp_ClosesWithSourceSafety()
    {
        var id = InWrapUp(s);
        s.Pass(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        Answers.Nothing(s.Sweep(id, InteractionSweep.WrapUpSafety));
        s.Pass(TimeSpan.FromSeconds(1));
        Answers.Done(s.Sweep(id, InteractionSweep.WrapUpSafety));
        Assert.Equal((CodeSource.Safety, "issue_resolved"), (s.Interaction(id).CodeSource!.Value, s.Interaction(id).Code));
    }

    [Fact]
    [Trait("Requirement", "D-33")]
    public void WrapUpTimeout_LongAfterItsTime_IsMarkedLate()
    {
        var id = InWrapUp(s);
        s.Pass(TimeSpan.FromHours(5));
        s.Sweep(id, InteractionSweep.WrapUpTimeout);
        Assert.True(Assert.Single(s.Store.All<WrapUpSegment>()).AppliedLate);
    }

    [Fact]
    public void WrapUpTimeout_AfterTheAgentsCode_ChangesNothing()
    {
        var id = InWrapUp(s);
        s.As("ann").WrapUp(id);
        var before = s.Store.Snapshot();
        s.Pass(TimeSpan.FromHours(1));
        foreach (var sweep in Enum.GetValues<InteractionSweep>()) Answers.Nothing(s.Sweep(id, sweep));
        Assert.Equal(before, s.Store.Snapshot());
    }

    [Fact]
    [Trait("Requirement", "R188")]
    [Trait("Requirement", "R191")]
    [Trait("Requirement", "R194")]
    [Trait("Requirement", "D-55")]
    public void InactivityClosure_FiveDaysOnHold_ClosesExactlyTheDueOnes()
    {
        var due = s.Answered();
        s.Pass(TimeSpan.FromDays(1));
        var later = s.Answered("bob", new TestMail { Subject = "Second" });
        var working = s.Working("bob", new TestMail { Subject = "Third" });
        s.Pass(TimeSpan.FromDays(4));
        Answers.Done(s.Sweep(due, InteractionSweep.InactivityClosure));
        foreach (var id in new[] { due, later, working }) Answers.Nothing(s.Sweep(id, InteractionSweep.InactivityClosure));
        var i = s.Interaction(due);
        Assert.Equal((InteractionState.ClosedComplete, BuiltInCodes.CustomerInactivity, CodeSource.Inactivity), (i.State, i.Code, i.CodeSource!.Value));
        Assert.Equal((InteractionState.OnHold, InteractionState.WorkInProgress), (s.Interaction(later).State, s.Interaction(working).State));
        Assert.Equal("customer_inactivity", Assert.Single(s.Store.All<WrapUpSegment>()).Code);
    }

    [Fact]
    [Trait("Requirement", "D-54")]
    public void InactivityClosure_AnotherMailSent_StartsTheClockAgain()
    {
        var id = s.Answered();
        s.Pass(TimeSpan.FromDays(4));
        s.As("ann").Reply(id, "Are you there?");
        s.Pass(TimeSpan.FromDays(4));
        Answers.Nothing(s.Sweep(id, InteractionSweep.InactivityClosure));
        s.Pass(TimeSpan.FromDays(1));
        Answers.Done(s.Sweep(id, InteractionSweep.InactivityClosure));
    }

    [Fact]
    [Trait("Requirement", "R186")]
    public void Codes_FreshSetup_HasTheThreeBuiltInOnes() => Assert.Equal(
        [("customer_inactivity", "Closed due to customer inactivity"), ("issue_resolved", "Issue resolved"), ("task_created", "Task created")],
        TestSetup.Create().Codes.Select(c => (c.Key, c.Value)).Order());
}
