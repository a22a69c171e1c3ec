using Connector.Engine.Door;
using Connector.Engine.Settings;

namespace Connector.Engine.Interactions;

/// <summary>Who may give which command: owners act on their own work, supervisors and administrators on all, light agents only write notes.</summary>
internal static class Authority
{
    public static Answer.Refused? Refusal(InteractionCommand command, Interaction interaction) => (command, command.By.Role) switch
    {
        (InteractionTimePassed, _) => null,
        (_, null) => null,
        (AgentNote, _) => null,
        (_, AgentRole.Supervisor or AgentRole.Administrator) => null,
        (_, AgentRole.LightAgent) => new Answer.Refused(RuleNames.Forbidden, "a light agent reads and writes notes only"),
        (ReleaseOwner, _) => new Answer.Refused(RuleNames.Forbidden, "only a supervisor takes work from its owner"),
        (AgentClose, _) when interaction.State == InteractionState.New => new Answer.Refused(RuleNames.Forbidden, "only a supervisor closes what nobody handled"),
        _ when interaction.IsClosed || interaction.State == InteractionState.New => null,
        _ => command.By.Agent is { } agent && agent == interaction.Owner ? null
            : new Answer.Refused(RuleNames.NotOwner, $"the interaction belongs to {interaction.Owner}"),
    };
}
