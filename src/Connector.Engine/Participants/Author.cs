using Connector.Engine.Door;
using Connector.Engine.Settings;

namespace Connector.Engine.Participants;

/// <summary>Who wrote a mail, as seen from one thread. Identity is From, never Reply-To.</summary>
/// <param name="Agent">The agent of that address, if it is one's.</param>
/// <param name="Proven">Whether that identity is proved (aligned DMARC from a trusted server, or a token of the agent's own).</param>
/// <param name="OnThread">The person on the thread, if they are on it.</param>
/// <param name="HasRole">An agent who owns an interaction of the thread, is assignee of a case or follows it.</param>
public sealed record Author(string Address, string Name, Agent? Agent, bool Proven, Participant? OnThread, bool HasRole)
{
    public ParticipantRole? Role => OnThread?.Role;

    /// <summary>On the customer's side of the conversation: what they write is an answer of the customer.</summary>
    public bool IsCustomerSide => Role is ParticipantRole.Requester or ParticipantRole.Cc;

    public bool IsStranger => Agent is null && Role is null or ParticipantRole.Former or ParticipantRole.ThirdParty;

    public static Author Of(string address, string name, bool proven, Dossier? thread, Setup setup)
    {
        var lower = address.ToLowerInvariant();
        var agent = setup.AgentsByAddress.GetValueOrDefault(lower);
        var person = thread?.Participants.FindAll(p => p.Address == lower).OrderBy(p => p.Role).FirstOrDefault();
        return new Author(lower, name, agent, proven, person, agent is not null && HasRoleOn(thread, agent, person));
    }

    private static bool HasRoleOn(Dossier? thread, Agent agent, Participant? person) => thread is not null
        && (person is { Role: ParticipantRole.Follower }
            || thread.Interactions.Exists(i => i.Owner == agent.Id)
            || thread.Cases.Exists(c => c.Assignee == agent.Id));
}
