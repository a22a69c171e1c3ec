using Connector.Contracts;
using Connector.Engine.Settings;

namespace Connector.Engine.Interactions;

/// <summary>What may be done with an interaction now, by role and owner, by state, and by what its routing source can do: names as in the HTTP paths.</summary>
public static class AllowedActions
{
    public static IReadOnlyList<string> Of(Interaction i, bool transferOpen, Capability capabilities, AgentRole role, string? agent)
    {
        var mine = role is AgentRole.Supervisor or AgentRole.Administrator || agent is not null && agent == i.Owner;
        return [.. ByState(i, transferOpen, capabilities, agent is not null && agent == i.Owner)
            .Where(a => role == AgentRole.LightAgent ? a == "Note" : a == "Note" || (i.State == InteractionState.New ? role is AgentRole.Supervisor or AgentRole.Administrator : mine))];
    }

    /// <summary>What concerns the mails and people of the conversation.</summary>
    private static readonly string[] OnMail = ["MoveMail", "ExternalMessage", "Participants", "Disposition"];

    private static IEnumerable<string> ByState(Interaction i, bool transferOpen, Capability capabilities, bool owner)
    {
        if (i.IsClosed) yield break;
        yield return "Note";
        var working = i.State is InteractionState.WorkInProgress or InteractionState.OnHold;
        if (working && i.ChannelType == ChannelType.Email) yield return "Reply";
        if (i.State == InteractionState.WorkInProgress) yield return "Hold";
        if (i.State == InteractionState.OnHold) yield return "Resume";
        if (i.State == InteractionState.New || working && !transferOpen) yield return "Close";
        if (i.State == InteractionState.WrapUp) yield return "WrapUp";
        if (i.CaseId is null && (i.State == InteractionState.WrapUp || working && !transferOpen)) yield return "CreateCase";
        if (i.ThreadId is not null)
            foreach (var action in OnMail) yield return action;
        if (working && owner && !transferOpen && capabilities.HasFlag(Capability.Transfer)) yield return "TransferEmail";
    }
}
