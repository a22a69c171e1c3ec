using Connector.Contracts;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;

namespace Connector.Engine.Tests.Interactions;

public sealed class AllowedActionsTests
{
    private static readonly string[] States = ["New", "WorkInProgress", "OnHold", "WrapUp", "ClosedComplete", "ClosedAbandoned"];

    [Theory]
    [InlineData("New", "Note, Close", "Note")]
    [InlineData("WorkInProgress", "Note, Reply, Hold, Close, CreateCase", "Note, Reply, Hold, Close, CreateCase")]
    [InlineData("OnHold", "Note, Reply, Resume, Close, CreateCase", "Note, Reply, Resume, Close, CreateCase")]
    [InlineData("WrapUp", "Note, WrapUp, CreateCase", "Note, WrapUp, CreateCase")]
    [InlineData("ClosedComplete", "", "")]
    [InlineData("ClosedAbandoned", "", "")]
    public void Of_EachState_OffersWhatTheTableAllows(string state, string supervisor, string owner)
    {
        var i = InState(state);
        Assert.Equal(supervisor, Joined(AllowedActions.Of(i, false, Capability.RouteWork, AgentRole.Supervisor, "sue")));
        Assert.Equal(owner, Joined(AllowedActions.Of(i, false, Capability.RouteWork, AgentRole.Agent, "ann")));
        Assert.Equal(i.IsClosed ? "" : "Note", Joined(AllowedActions.Of(i, false, Capability.RouteWork, AgentRole.Agent, "bob")));
        Assert.Equal(i.IsClosed ? "" : "Note", Joined(AllowedActions.Of(i, false, Capability.RouteWork, AgentRole.LightAgent, "ann")));
    }

    [Fact]
    [Trait("Requirement", "R134")]
    [Trait("Requirement", "R204")]
    [Trait("Requirement", "R210")]
    public void Of_Transfer_IsTheOwnersAndWhereTheRouterCan()
    {
        var i = InState("WorkInProgress");
        Assert.Contains("TransferEmail", AllowedActions.Of(i, false, Capability.Transfer, AgentRole.Agent, "ann"));
        Assert.DoesNotContain("TransferEmail", AllowedActions.Of(i, false, Capability.RouteWork, AgentRole.Agent, "ann"));
        Assert.DoesNotContain("TransferEmail", AllowedActions.Of(i, false, Capability.Transfer, AgentRole.Supervisor, "sue"));
        Assert.DoesNotContain("TransferEmail", AllowedActions.Of(InState("WrapUp"), false, Capability.Transfer, AgentRole.Agent, "ann"));
    }

    [Fact]
    public void Of_TransferOpen_WithholdsWhatWaitsForIt() =>
        Assert.Equal("Note, Reply, Hold", Joined(AllowedActions.Of(InState("WorkInProgress"), true, Capability.Transfer, AgentRole.Agent, "ann")));

    [Fact]
    public void Of_WithACase_OffersNoSecondOne() =>
        Assert.DoesNotContain("CreateCase", AllowedActions.Of(InState("WorkInProgress") with { CaseId = 4 }, false, Capability.RouteWork, AgentRole.Agent, "ann"));

    [Theory]
    [InlineData("New", AgentRole.Supervisor, "sue", true)]
    [InlineData("New", AgentRole.Agent, "bob", false)]
    [InlineData("WorkInProgress", AgentRole.Agent, "ann", true)]
    [InlineData("WrapUp", AgentRole.Agent, "ann", true)]
    [InlineData("OnHold", AgentRole.Agent, "bob", false)]
    [InlineData("OnHold", AgentRole.LightAgent, "ann", false)]
    [InlineData("ClosedComplete", AgentRole.Supervisor, "sue", false)]
    public void Of_OnAThread_OffersActsOnMailsAndPeopleToWhoAnswersForIt(string state, AgentRole role, string agent, bool offered)
    {
        var actions = AllowedActions.Of(InState(state) with { ThreadId = 7 }, false, Capability.RouteWork, role, agent);
        foreach (var act in new[] { "MoveMail", "ExternalMessage", "Participants" }) Assert.Equal(offered, actions.Contains(act));
        Assert.DoesNotContain("MoveMail", AllowedActions.Of(InState(state), false, Capability.RouteWork, role, agent));
    }

    /// <summary>What is offered is accepted, and what is not offered is refused or nothing: for every state, role and person.</summary>
    [Fact]
    public void Of_EveryStateAndPerson_AgreesWithTheDoor()
    {
        foreach (var state in States)
            foreach (var (agent, role) in new[] { ("ann", AgentRole.Agent), ("bob", AgentRole.Agent), ("lily", AgentRole.LightAgent), ("sue", AgentRole.Supervisor) })
                foreach (var (action, give) in Commands)
                {
                    var (s, id) = Played(state);
                    var offered = AllowedActions.Of(s.Interaction(id), false, s.Door.Setup.CapabilitiesOf(TestSetup.BuiltIn), role, agent).Contains(action);
                    var answer = give(s.As(agent, role), id);
                    Assert.True(offered == answer is Answer.Done, $"{action} by {agent} in {state}: offered {offered}, the door says {answer}");
                }
    }

    private static readonly (string Action, Func<Person, long, Answer> Give)[] Commands =
    [
        ("Note", (p, id) => p.Note(id)),
        ("Reply", (p, id) => p.Reply(id)),
        ("Hold", (p, id) => p.Hold(id)),
        ("Resume", (p, id) => p.Resume(id)),
        ("Close", (p, id) => p.Close(id, reason: "spam")),
        ("WrapUp", (p, id) => p.WrapUp(id)),
        ("CreateCase", (p, id) => p.CreateCase(id)),
        ("TransferEmail", (p, id) => p.Transfer(id, "sales")),
    ];

    private static (Scenario Scenario, long Id) Played(string state)
    {
        var s = new Scenario();
        var id = s.Arrive().Id;
        if (state == "ClosedAbandoned") s.As("sue").Close(id, reason: "spam");
        if (state is "New" or "ClosedAbandoned") return (s, id);
        s.Accept(id, "ann");
        if (state == "OnHold") s.As("ann").Hold(id);
        if (state == "WrapUp") s.As("ann").Close(id);
        if (state == "ClosedComplete") s.As("ann").Close(id, "issue_resolved");
        Assert.Equal(state, s.Interaction(id).State.ToString());
        return (s, id);
    }

    private static Interaction InState(string state) => new()
    {
        Id = 1, Tenant = "default", Channel = "support", State = Enum.Parse<InteractionState>(state), Owner = state == "New" ? null : "ann",
    };

    private static string Joined(IEnumerable<string> actions) => string.Join(", ", actions);
}
