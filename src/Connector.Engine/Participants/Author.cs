using Connector.Engine.Door;
using Connector.Engine.Settings;

namespace Connector.Engine.Participants;

/// <summary>Who wrote a mail, as seen from one thread. Identity is From, never Reply-To.</summary>
/// <param name="Agent">The agent of that address, if it is one's.</param>
/// <param name="Proven">Whether that identity is proved (aligned DMARC from a trusted server, or a token of the agent's own).</param>
/// <param name="OnThread">The person on the thread, if they are on it.</param>
/// <param name="HasRole">An agent who owns an interaction of the thread or is assignee of a case.</param>
/// <param name="Follows">A follower, whatever else they are.</param>
public sealed record Author(string Address, string Name, Agent? Agent, bool Proven, Participant? OnThread, bool HasRole, bool Follows = false)
{
    public ParticipantRole? Role => OnThread?.Role;

    /// <summary>On the customer's side of the conversation: what they write is an answer of the customer.</summary>
    public bool IsCustomerSide => Role is ParticipantRole.Requester or ParticipantRole.Cc;

    public bool IsStranger => Agent is null && Role is null or ParticipantRole.Former or ParticipantRole.ThirdParty;

    public static Author Of(string address, string name, bool proven, Dossier? thread, Setup setup)
    {
        var lower = address.ToLowerInvariant();
        var agent = setup.AgentsByAddress.GetValueOrDefault(lower);
        var roles = thread?.Participants.FindAll(p => p.Address == lower) ?? [];
        return new Author(lower, name, agent, proven, roles.MinBy(p => p.Role), agent is not null && HasRoleOn(thread, agent), roles.Exists(p => p.Role == ParticipantRole.Follower));
    }

    private static bool HasRoleOn(Dossier? thread, Agent agent) => thread is not null
        && (thread.Interactions.Exists(i => i.Owner == agent.Id) || thread.Cases.Exists(c => c.Assignee == agent.Id));
}
