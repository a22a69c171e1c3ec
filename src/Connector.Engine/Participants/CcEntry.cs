using Connector.Engine.Door;
using Connector.Engine.Settings;

namespace Connector.Engine.Participants;

/// <summary>The one way an agent lets a person in as CC, whatever they start from: the record, a third party's message, a message from outside.</summary>
internal static class CcEntry
{
    /// <summary>Why this address cannot be a CC here; null when it can, or is one.</summary>
    public static Answer.Refused? Refusal(Proceedings p, string address, Channel channel)
    {
        if (IsThere(p, address)) return null;
        if (!System.Net.Mail.MailAddress.TryCreate(address, out var parsed) || parsed.Address != address) return new(ParticipantRuleNames.NotAnAddress, $"address: '{address}' is no email address");
        if (p.Given.Setup.IsOwnAddress(address)) return new(ParticipantRuleNames.ChannelAddress, $"address: {address} is an address of a channel");
        if (CcRules.IsNever(address, channel.Rules.NeverCc)) return new(ParticipantRuleNames.NeverCc, $"address: {address} is on the list of those who are never CC or follower");
        if (!channel.Rules.CcEnabled) return new(ParticipantRuleNames.CcDisabled, "CCs are disabled for this channel");
        return p.Dossier.Participants.Count(x => x.Role == ParticipantRole.Cc) >= channel.Rules.CcLimit
            ? new(ParticipantRuleNames.CcLimitReached, $"{channel.Rules.CcLimit} CCs are allowed")
            : null;
    }

    /// <summary>Makes the person a CC, unless they are one; answers what the agent should know.</summary>
    public static IReadOnlyList<string> Enter(Proceedings p, string address, string name, long? interaction, long? caseId, long? message)
    {
        if (IsThere(p, address)) return [];
        var lower = address.ToLowerInvariant();
        ParticipantRules.Add(p, lower, name, ParticipantRole.Cc, message);
        var exposed = p.Given.Setup.AgentsByAddress.ContainsKey(lower);
        p.Log("ParticipantAdded", exposed ? "AgentAddressExposed: customers see the address; following would not show it" : null, interaction, caseId, message, after: $"{ParticipantRole.Cc} {lower}");
        return exposed ? ["AgentAddressExposed"] : [];
    }

    public static bool IsThere(Proceedings p, string address) =>
        p.Dossier.Participants.Exists(x => x.Address.Equals(address, StringComparison.OrdinalIgnoreCase) && x.Role is ParticipantRole.Requester or ParticipantRole.Cc);
}
