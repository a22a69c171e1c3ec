using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Messages;
using Connector.Engine.Participants;
using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;
using Connector.Engine.Threads;

namespace Connector.Engine.Tests.Cases;

public sealed class CreateCaseTests
{
    private readonly Scenario _s = new();

    private CreateCase Command(Actor? by = null) => new() { At = _s.Now, By = by ?? Actor.OfAgent("ann"), Correlation = "c", Channel = "support", Subject = "Lamp broken" };

    private Case Made(CreateCase command) => _s.Store.Get<Case>(Answers.Result<CaseResult>(_s.Handle(command)).CaseId);

    [Fact]
    [Trait("Requirement", "R003")]
    [Trait("Requirement", "R007")]
    [Trait("Requirement", "R008")]
    public void Create_ByHand_IsNumberedNewOfItsCreatorAndHasNoEmail()
    {
        var (one, two) = (Made(Command() with { Description = "Flickers." }), Made(Command()));
        Assert.Equal((CaseState.New, "Manual", "agent:ann", "support", "Flickers."), (one.State, one.Origin, one.CreatedBy, one.Channel, one.Description));
        Assert.True(two.Number > one.Number && one.Number > 0);
        Assert.Empty(_s.Store.All<Message>());
        Assert.Null(one.ThreadId);
    }

    [Fact]
    [Trait("Requirement", "R005")]
    public void Create_ByAProgram_NamesItAsOrigin()
    {
        var program = new Actor("integration:k1", AgentRole.Integration);
        Assert.Equal("Integration:crm", Made(Command(program) with { Source = "crm" }).Origin);
        Assert.Equal("Integration:k1", Made(Command(program)).Origin);
        Assert.Equal("Integration:genesys-eu", Made(Command(Actor.OfInstance("genesys-eu"))).Origin);
        Assert.Equal("Manual", Made(Command() with { Source = "crm" }).Origin);
    }

    [Fact]
    [Trait("Requirement", "R007")]
    public void Create_WithoutAChannel_TakesTheDefaultOneOrIsRefused()
    {
        Answers.Refused(RuleNames.ChannelRequired, _s.Handle(Command() with { Channel = null }));
        Answers.Refused(RuleNames.UnknownChannel, _s.Handle(Command() with { Channel = "nowhere" }));
        Assert.Empty(_s.Store.All<Case>());
        var s = new Scenario(TestSetup.Create() with { DefaultChannel = "sales" });
        var made = Answers.Result<CaseResult>(s.Handle(Command() with { Channel = null })).CaseId;
        Assert.Equal("sales", s.Store.Get<Case>(made).Channel);
    }

    [Fact]
    public void Create_WithRequesterAndAssignee_HasOneRequesterAndIsOpen()
    {
        var made = Made(Command() with { Requester = "Carla@customer.example", Assignee = "bob" });
        Assert.Equal((CaseState.Open, "bob"), (made.State, made.Assignee));
        Assert.Equal(("carla@customer.example", ParticipantRole.Requester), Assert.Single(_s.Store.Where<Participant>(p => p.ThreadId == made.ThreadId).ConvertAll(p => (p.Address, p.Role))));
        Assert.Null(_s.Store.Get<CaseThread>(made.ThreadId!.Value).Token);
        Assert.Single(_s.Told("bob"), n => n.Category == "Case");
    }

    [Fact]
    public void Create_ThatMayNotBe_IsRefusedAndMakesNothing()
    {
        Answers.Refused(RuleNames.Forbidden, _s.Handle(Command(Actor.OfAgent("lily", AgentRole.LightAgent))));
        Answers.Refused(RuleNames.EmptyText, _s.Handle(Command() with { Subject = " " }));
        Answers.Refused(RuleNames.UnknownAgent, _s.Handle(Command() with { Assignee = "nobody" }));
        Answers.Refused(ParticipantRuleNames.NotAnAddress, _s.Handle(Command() with { Requester = "carla" }));
        Answers.Refused(ParticipantRuleNames.ChannelAddress, _s.Handle(Command() with { Requester = "support@example.org" }));
        Assert.Empty(_s.Store.All<Case>());
    }

    [Fact]
    public void Open_ByAnAgent_IsNoLongerNewAndStillNobodys()
    {
        var made = Made(Command());
        Answers.Done(_s.Case(made.Id, new CaseInput.Open()));
        Answers.Nothing(_s.Case(made.Id, new CaseInput.Open()));
        Assert.Equal((CaseState.Open, null), (_s.Store.Get<Case>(made.Id).State, _s.Store.Get<Case>(made.Id).Assignee));
    }
}
