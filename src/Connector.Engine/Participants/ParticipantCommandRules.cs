using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Settings;

namespace Connector.Engine.Participants;

/// <summary>Adding and removing people on the record: who may, then whether that person may be one, then the change.</summary>
internal static class ParticipantCommandRules
{
    public static Outcome Decide(ParticipantCommand command, Known known, Given given)
    {
        if (known.Dossier?.Interactions.Find(i => i.Id == command.InteractionId) is not { } interaction)
            return Refused(RuleNames.NotFound, $"there is no interaction {RecordId.Interaction(command.InteractionId)}");
        if (known.Dossier.Thread is null) return Refused(RuleNames.NotSupported, "people belong to a thread of mails, the interaction has none");
        if (interaction.IsClosed) return Refused(RuleNames.InteractionClosed, $"the interaction is {interaction.State}");
        if (NotAllowed(command, interaction, known.Dossier, given.Setup) is { } forbidden) return new Outcome(forbidden);
        var p = new Proceedings(known.Dossier, command, given);
        var channel = given.Setup.Channel(interaction.Channel) ?? new Channel { Id = interaction.Channel };
        var answer = command switch
        {
            AddParticipant add => Add(p, add, interaction, channel),
            RemoveParticipant remove => Remove(p, remove, interaction),
            _ => throw new InvalidOperationException(command.GetType().Name),
        };
        return answer is Answer.Done ? p.Close(answer) : new Outcome(answer);
    }

    private static Outcome Refused(string rule, string why) => new(new Answer.Refused(rule, why));

    /// <summary>CCs read what is public: whoever answers for the work decides. Anybody of ours follows, and stops following, for themselves.</summary>
    private static Answer.Refused? NotAllowed(ParticipantCommand command, Interaction interaction, Dossier dossier, Setup setup)
    {
        if (command.By.Role is null or AgentRole.Supervisor or AgentRole.Administrator) return null;
        var role = (command as AddParticipant)?.Role ?? (command as RemoveParticipant)?.Role;
        if (role == ParticipantRole.Follower && command.By.Agent is { } self && setup.AgentsByAddress.GetValueOrDefault(command.Address.Trim().ToLowerInvariant())?.Id == self) return null;
        if (command.By.Role == AgentRole.LightAgent) return new Answer.Refused(RuleNames.Forbidden, "a light agent adds and removes nobody; following is open to everybody of ours");
        var answers = command.By.Agent is { } agent && (agent == interaction.Owner || dossier.Cases.Exists(c => c.Id == interaction.CaseId && c.Assignee == agent));
        return answers || role == ParticipantRole.Follower ? null : new Answer.Refused(RuleNames.NotOwner, $"the interaction belongs to {interaction.Owner ?? "nobody yet"}");
    }

    private static Answer Add(Proceedings p, AddParticipant c, Interaction interaction, Channel channel)
    {
        var address = c.Address.Trim().ToLowerInvariant();
        if (c.Role == ParticipantRole.Follower) return Follow(p, address, c.Name, interaction, channel);
        if (c.Role != ParticipantRole.Cc) return new Answer.Refused(ParticipantRuleNames.OneRequester, "role: CC or follower; a thread has one requester");
        if (CcEntry.IsThere(p, address)) return new Answer.Nothing($"{address} is on the thread already");
        if (CcEntry.Refusal(p, address, channel) is { } refused) return refused;
        return new Answer.Done(new ParticipantResult(interaction.Id, CcEntry.Enter(p, address, c.Name, interaction.Id, interaction.CaseId, null)));
    }

    /// <summary>Followers read internal notes and stand in no header: only people of ours, as many as like.</summary>
    private static Answer Follow(Proceedings p, string address, string name, Interaction interaction, Channel channel)
    {
        if (p.Dossier.Participants.Exists(x => x.Address == address && x.Role == ParticipantRole.Follower)) return new Answer.Nothing($"{address} follows already");
        if (!p.Given.Setup.AgentsByAddress.ContainsKey(address)) return new Answer.Refused(ParticipantRuleNames.FollowersAreInternal, $"address: {address} is nobody of ours; followers read internal notes");
        if (CcRules.IsNever(address, channel.Rules.NeverCc)) return new Answer.Refused(ParticipantRuleNames.NeverCc, $"address: {address} is on the list of those who are never CC or follower");
        ParticipantRules.Add(p, address, name, ParticipantRole.Follower, null);
        p.Log("ParticipantAdded", null, interaction.Id, interaction.CaseId, after: $"{ParticipantRole.Follower} {address}");
        return new Answer.Done(new ParticipantResult(interaction.Id, []));
    }

    private static Answer Remove(Proceedings p, RemoveParticipant c, Interaction interaction)
    {
        var address = c.Address.Trim().ToLowerInvariant();
        if (c.Role == ParticipantRole.Requester) return new Answer.Refused(ParticipantRuleNames.OneRequester, "role: a thread keeps its requester");
        var rows = p.Dossier.Participants.FindAll(x => x.Address == address && x.Role is ParticipantRole.Cc or ParticipantRole.Follower && (c.Role is null || x.Role == c.Role));
        if (rows.Count == 0)
            return p.Dossier.Participants.Exists(x => x.Address == address && x.Role == ParticipantRole.Requester)
                ? new Answer.Refused(ParticipantRuleNames.OneRequester, $"{address} is the requester; a thread keeps its requester")
                : new Answer.Nothing($"{address} is neither CC nor follower");
        foreach (var row in rows)
        {
            ParticipantRules.TakeOff(p, row);
            p.Log("ParticipantRemoved", null, interaction.Id, interaction.CaseId, before: $"{row.Role} {address}", after: nameof(ParticipantRole.Former));
        }
        return new Answer.Done(new ParticipantResult(interaction.Id, []));
    }
}
