using Connector.Engine.Door;
using Connector.Engine.Settings;

namespace Connector.Engine.Messages;

/// <summary>Who may act on messages: who owns the interaction, who is assignee of a case of the thread, supervisors, administrators.</summary>
internal static class MessageAuthority
{
    public static Answer.Refused? Refusal(Input command, Dossier dossier, long? interaction) => command.By switch
    {
        { Role: null or AgentRole.Supervisor or AgentRole.Administrator } => null,
        { Role: AgentRole.LightAgent } => new Answer.Refused(RuleNames.Forbidden, "a light agent reads and writes notes only"),
        { Agent: { } agent } when dossier.Interactions.Exists(i => i.Owner == agent && (interaction is null || i.Id == interaction)) || dossier.Cases.Exists(c => c.Assignee == agent) => null,
        _ => new Answer.Refused(RuleNames.NotOwner, "the conversation belongs to somebody else"),
    };
}
