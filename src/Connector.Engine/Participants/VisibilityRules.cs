using Connector.Engine.Messages;
using Connector.Engine.Settings;

namespace Connector.Engine.Participants;

/// <summary>What visibility looks at beside the author.</summary>
/// <param name="RequesterAddressed">The requester is among To and Cc.</param>
/// <param name="OnlyChannelAddressed">Nobody but our own addresses is addressed.</param>
/// <param name="AnswersInternal">The mail answers the notification of an internal note.</param>
public sealed record VisibilityFacts(Author Author, bool RequesterAddressed, bool OnlyChannelAddressed, bool AnswersInternal, Rules Rules);

/// <summary>Public or internal, with the flag it earns and why (the table of domain section 8).</summary>
public static class VisibilityRules
{
    public static (Visibility Visibility, string? Flag, string Why) Of(VisibilityFacts f) => f switch
    {
        { AnswersInternal: true } => (Visibility.Internal, null, "answers an internal note"),
        { Author: { Agent: not null, Proven: false, IsCustomerSide: false } } => (Visibility.Internal, "AgentUnproven", "an agent's address whose identity is not proven"),
        { Author.Role: ParticipantRole.Requester } => (Visibility.Public, null, "from the requester"),
        { Author.Agent.Role: AgentRole.LightAgent } => (Visibility.Internal, null, "from a light agent"),
        { Author.Role: ParticipantRole.Cc, RequesterAddressed: true } => (Visibility.Public, null, "from a CC who kept the requester"),
        { Author: { Role: ParticipantRole.Cc, Follows: false }, OnlyChannelAddressed: true, Rules.CcRepliesPublic: true } => (Visibility.Public, null, "from a CC to the channel alone, CcRepliesPublic is on"),
        { Author.Role: ParticipantRole.Cc } => (Visibility.Internal, null, "from a CC who left the requester out"),
        { Author: { Agent: not null, HasRole: true }, RequesterAddressed: true } =>
            (Visibility.Public, null, "from an agent with a role on the case who kept the requester"),
        { Author.Agent: not null } => (Visibility.Internal, null, "from an agent"),
        { Author.Role: ParticipantRole.Follower } => (Visibility.Internal, null, "from a follower"),
        _ => (Visibility.Internal, "ThirdPartyReply", "from somebody who is not on the thread"),
    };
}
