using Connector.Contracts;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;

namespace Connector.Engine.Tests.Interactions;

/// <summary>One contract of interactions for all channel types: the same life, whatever the channel.</summary>
public sealed class AnyChannelTests
{
    public static TheoryData<ChannelType> Types => [.. Enum.GetValues<ChannelType>()];

    private static (Scenario Scenario, long Id) Waiting(ChannelType type)
    {
        var s = new Scenario();
        var i = new Interaction
        {
            Id = 1, Tenant = "default", Version = 1, Channel = "support", ChannelType = type, State = InteractionState.New, Instance = TestSetup.BuiltIn, Queue = "support", Round = 1, Size = 1,
        };
        s.Store.Put(i);
        return (s, 1);
    }

    [Theory]
    [MemberData(nameof(Types))]
    [Trait("Requirement", "R031")]
    [Trait("Requirement", "R143")]
    public void Life_HoldResumeWrapUpCode_IsTheSame(ChannelType type)
    {
        var (s, id) = Waiting(type);
        s.Accept(id, "ann");
        Answers.Done(s.As("ann").Hold(id));
        Assert.Equal(0, s.Load("ann"));
        Answers.Done(s.As("ann").Resume(id));
        Answers.Done(s.As("ann").Note(id));
        Answers.Done(s.As("ann").Close(id));
        Answers.Done(s.As("ann").WrapUp(id));
        Assert.Equal((InteractionState.ClosedComplete, "issue_resolved"), (s.Interaction(id).State, s.Interaction(id).Code));
        Assert.Equal(0, s.Load("ann"));
        Assert.Equal(["Hold", "Resume", "End"], s.Calls(id));
    }

    [Theory]
    [MemberData(nameof(Types))]
    [Trait("Requirement", "R031")]
    [Trait("Requirement", "R143")]
    public void Life_CreateCaseAndSweeps_AreTheSame(ChannelType type)
    {
        var (s, id) = Waiting(type);
        s.Accept(id, "ann");
        Answers.Done(s.As("ann").CreateCase(id));
        Assert.Equal(BuiltInCodes.TaskCreated, s.Interaction(id).Code);

        (s, id) = Waiting(type);
        s.Accept(id, "ann");
        s.As("ann").Hold(id);
        s.Pass(TimeSpan.FromDays(5));
        Answers.Done(s.Sweep(id, InteractionSweep.InactivityClosure));
        Assert.Equal(BuiltInCodes.CustomerInactivity, s.Interaction(id).Code);
    }

    [Theory]
    [MemberData(nameof(Types))]
    [Trait("Requirement", "R143")]
    public void Actions_ButForReply_AreTheSame(ChannelType type)
    {
        var (s, id) = Waiting(type);
        s.Accept(id, "ann");
        var actions = AllowedActions.Of(s.Interaction(id), false, Capability.RouteWork, AgentRole.Agent, "ann");
        Assert.Equal(["Note", "Hold", "Close", "CreateCase"], actions.Where(a => a != "Reply"));
        Assert.Equal(type == ChannelType.Email, actions.Contains("Reply"));
    }

    /// <summary>Case, email and thread are independent attributes: all eight combinations live through the door unchanged.</summary>
    [Fact]
    [Trait("Requirement", "R001")]
    public void Attributes_CaseEmailThread_AreIndependent()
    {
        for (var cell = 0; cell < 8; cell++)
        {
            var (s, id) = Waiting((cell & 1) != 0 ? ChannelType.Email : ChannelType.Voice);
            if ((cell & 2) != 0) s.Store.Put(new Engine.Threads.CaseThread { Id = 2, Tenant = "default", Version = 1, Channel = "support" });
            if ((cell & 4) != 0) s.Store.Put(new Engine.Cases.Case { Id = 3, Tenant = "default", Version = 1, Number = 14355, Channel = "support", State = Engine.Cases.CaseState.Open });
            s.Store.Put(s.Interaction(id) with { ThreadId = (cell & 2) != 0 ? 2 : null, CaseId = (cell & 4) != 0 ? 3 : null });
            var before = s.Interaction(id);
            s.Accept(id, "ann");
            Answers.Done(s.As("ann").Close(id, "issue_resolved"));
            var after = s.Interaction(id);
            Assert.Equal((before.ChannelType, before.ThreadId, before.CaseId), (after.ChannelType, after.ThreadId, after.CaseId));
        }
    }
}
