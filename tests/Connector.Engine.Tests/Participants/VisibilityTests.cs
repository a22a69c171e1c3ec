using Connector.Engine.Messages;
using Connector.Engine.Participants;
using Connector.Engine.Settings;

namespace Connector.Engine.Tests.Participants;

/// <summary>The visibility table as a truth table: author × requester addressed × only channel addressed × CcRepliesPublic × answers an internal note.</summary>
public sealed class VisibilityTests
{
    private static readonly Dictionary<string, Author> Authors = new(StringComparer.Ordinal)
    {
        ["requester"] = Person(ParticipantRole.Requester),
        ["cc"] = Person(ParticipantRole.Cc),
        ["follower"] = Person(ParticipantRole.Follower) with { Follows = true },
        ["follower who is requester"] = Person(ParticipantRole.Requester) with { Follows = true },
        ["follower who is cc"] = Person(ParticipantRole.Cc) with { Follows = true },
        ["former"] = Person(ParticipantRole.Former),
        ["third party"] = Person(ParticipantRole.ThirdParty),
        ["stranger"] = Person(null),
        ["agent with role"] = Staff(AgentRole.Agent) with { HasRole = true },
        ["agent without role"] = Staff(AgentRole.Agent),
        ["following agent"] = Staff(AgentRole.Agent, ParticipantRole.Follower) with { Follows = true },
        ["following agent with role"] = Staff(AgentRole.Agent, ParticipantRole.Follower) with { Follows = true, HasRole = true },
        ["unproven agent with role"] = Staff(AgentRole.Agent) with { HasRole = true, Proven = false },
        ["unproven follower"] = Staff(AgentRole.Agent, ParticipantRole.Follower) with { Follows = true, Proven = false },
        ["light agent"] = Staff(AgentRole.LightAgent) with { HasRole = true },
        ["light agent who is cc"] = Staff(AgentRole.LightAgent, ParticipantRole.Cc),
    };

    private static Author Person(ParticipantRole? role) => new("p@customer.example", "P", null, Proven: false, On(role), HasRole: false);

    private static Author Staff(AgentRole role, ParticipantRole? on = null) => new("a@staff.example.org", "A", new Agent("a", "a@staff.example.org", role), Proven: true, On(on), HasRole: false);

    private static Participant? On(ParticipantRole? role) => role is { } r ? new Participant { Id = 1, Tenant = "default", ThreadId = 2, Role = r, Address = "p@customer.example" } : null;

    public static TheoryData<string, string, string?> Rows => new()
    {
        { "requester", "always", null },
        { "cc", "requester addressed, or only the channel with CcRepliesPublic", null },
        { "follower", "never", null },
        { "follower who is requester", "always", null },
        { "follower who is cc", "requester addressed", null },
        { "former", "never", "ThirdPartyReply" },
        { "third party", "never", "ThirdPartyReply" },
        { "stranger", "never", "ThirdPartyReply" },
        { "agent with role", "requester addressed", null },
        { "agent without role", "never", null },
        { "following agent", "never", null },
        { "following agent with role", "requester addressed", null },
        { "unproven agent with role", "never", "AgentUnproven" },
        { "unproven follower", "never", "AgentUnproven" },
        { "light agent", "never", null },
        { "light agent who is cc", "never", null },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    [Trait("Requirement", "R222")]
    [Trait("Requirement", "R228")]
    [Trait("Requirement", "R230")]
    [Trait("Requirement", "D-39")]
    [Trait("Requirement", "D-40")]
    [Trait("Requirement", "D-80")]
    [Trait("Requirement", "X32")]
    public void Of_EveryCell_IsAsTheTableSays(string author, string publicWhen, string? flag)
    {
        for (var cell = 0; cell < 16; cell++)
        {
            var (addressed, channelOnly, repliesPublic, answersInternal) = ((cell & 1) != 0, (cell & 2) != 0, (cell & 4) != 0, (cell & 8) != 0);
            if (addressed && channelOnly) continue;
            var expected = !answersInternal && publicWhen switch
            {
                "always" => true,
                "never" => false,
                "requester addressed" => addressed,
                _ => addressed || channelOnly && repliesPublic,
            };
            var (visibility, got, why) = VisibilityRules.Of(new VisibilityFacts(Authors[author], addressed, channelOnly, answersInternal, new Rules { CcRepliesPublic = repliesPublic }));
            Assert.True(expected == (visibility == Visibility.Public), $"{author}, cell {cell}: {visibility} ({why})");
            Assert.Equal(answersInternal ? null : flag, got);
        }
    }

    [Fact]
    public void Rows_EveryAuthor_IsThere() => Assert.Equal(Authors.Keys.Order(), Rows.Select(r => r.Data.Item1).Order());
}
