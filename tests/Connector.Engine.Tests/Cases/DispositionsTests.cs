using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;

namespace Connector.Engine.Tests.Cases;

public sealed class DispositionsTests
{
    private static readonly Dictionary<string, DispositionCategory> List = new() { ["solved"] = DispositionCategory.Final, ["asked"] = DispositionCategory.NonFinal, ["junk"] = DispositionCategory.Spam };

    private static Scenario New(bool resolves = true) => new(TestSetup.Create(r => r with { Dispositions = List, FinalDispositionResolves = resolves }));

    private static long Made(Scenario s) => Answers.Result<CommandResult>(s.As("ann").CreateCase(s.Working())).CaseId!.Value;

    private static Answer OnCase(Scenario s, long id, string key, Actor? by = null) =>
        s.Handle(new DisposeCase { At = s.Now, By = by ?? Actor.OfAgent("ann"), Correlation = "c", CaseId = id, Disposition = key });

    private static Answer OnEmail(Scenario s, long id, string key, string agent = "ann") =>
        s.Handle(new DisposeInteraction { At = s.Now, By = Actor.OfAgent(agent, TestSetup.RoleOf(agent)), Correlation = "c", InteractionId = id, Disposition = key });

    [Theory]
    [InlineData("solved", true, CaseState.Resolved, "solved")]
    [InlineData("solved", false, CaseState.Open, "solved")]
    [InlineData("asked", true, CaseState.Open, "asked")]
    [InlineData("junk", true, CaseState.Resolved, CaseRules.SpamDisposition)]
    [Trait("Requirement", "R199")]
    [Trait("Requirement", "D-70")]
    public void DisposeCase_EachCategory_ChangesTheStateItMay(string key, bool resolves, CaseState state, string disposition)
    {
        var s = New(resolves);
        var id = Made(s);
        Answers.Done(OnCase(s, id, key));
        Assert.Equal((state, disposition), (s.Store.Get<Case>(id).State, s.Store.Get<Case>(id).Disposition));
        if (key != "junk") Answers.Nothing(OnCase(s, id, key));
    }

    [Fact]
    [Trait("Requirement", "R200")]
    public void DisposeCase_NotOnTheList_IsRefusedAndNamesTheList()
    {
        var s = New();
        var id = Made(s);
        var refused = Assert.IsType<Answer.Refused>(OnCase(s, id, "answered"));
        Assert.Equal((RuleNames.UnknownDisposition, "disposition: 'answered' is none of asked, junk, solved"), (refused.Rule, refused.Why));
        Answers.Refused(RuleNames.Forbidden, OnCase(s, id, "asked", Actor.OfAgent("lily", AgentRole.LightAgent)));
        Assert.Null(s.Store.Get<Case>(id).Disposition);
    }

    [Fact]
    public void DisposeCase_ClosedOne_IsRefused()
    {
        var s = New();
        var id = Made(s);
        s.Case(id, new CaseInput.Close("done"));
        Answers.Refused(RuleNames.NotAllowedInState, OnCase(s, id, "asked"));
    }

    [Fact]
    [Trait("Requirement", "R199")]
    public void DisposeInteraction_Email_KeepsItAndMovesNoStateOfItsOwn()
    {
        var s = New();
        var id = s.Working();
        Answers.Refused(RuleNames.NotOwner, OnEmail(s, id, "solved", "bob"));
        Answers.Done(OnEmail(s, id, "solved"));
        Answers.Nothing(OnEmail(s, id, "solved"));
        Assert.Equal(("solved", InteractionState.WorkInProgress), (s.Interaction(id).Disposition, s.Interaction(id).State));
        s.As("ann").Close(id, "issue_resolved");
        Answers.Refused(RuleNames.InteractionClosed, OnEmail(s, id, "asked"));
    }

    [Theory]
    [InlineData("solved", CaseState.Resolved)]
    [InlineData("asked", CaseState.New)]
    [InlineData("junk", CaseState.Resolved)]
    [Trait("Requirement", "D-70")]
    public void DisposeInteraction_OfACase_DoesToTheCaseWhatItsCategorySays(string key, CaseState state)
    {
        var s = New();
        var id = s.Working(channel: "cases");
        var linked = s.Interaction(id).CaseId!.Value;
        if (key == "solved") s.Case(linked, new CaseInput.Assign("ann"));
        Answers.Done(OnEmail(s, id, key));
        Assert.Equal(state, s.Store.Get<Case>(linked).State);
    }
}
