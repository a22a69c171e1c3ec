using Connector.Contracts;
using Connector.Plugins.GenesysCloud.Api;

namespace Connector.Plugins.GenesysCloud.Mapping;

/// <summary>A conversation as the vendor answers it, in our words. Pure.</summary>
internal static class ConversationMapping
{
    public static WorkObservation Observe(EmailConversation conversation, MappingFacts facts)
    {
        var legs = conversation.Participants ?? [];
        var (state, leg) = Where(conversation, legs);
        var marks = Marks.Read(conversation);
        var at = Rank.LatestFact(conversation, facts.AsOf) ?? facts.AsOf ?? DateTimeOffset.UnixEpoch;
        var agentLeg = leg?.IsAgent() == true ? leg : null;
        return new()
        {
            ExternalId = conversation.Id ?? "",
            InteractionId = facts.InteractionId ?? marks.InteractionId,
            Round = facts.Round ?? marks.Round,
            State = state,
            Rank = Rank.Of(conversation, facts.AsOf),
            HeldRank = Rank.OfHold(conversation),
            Agent = agentLeg?.User?.Id is { } user ? facts.AgentOf(user) : null,
            Queue = QueueOf(conversation, legs, state, leg),
            Code = agentLeg?.FinalWrapup() is { } wrapup ? facts.CodeOf(wrapup.Code!) : null,
            CodeByTimeout = agentLeg is not null && WrapUpMapping.IsByTimeout(agentLeg, facts.TimeoutCodes),
            CodeNotes = agentLeg?.FinalWrapup()?.Notes,
            OthersEnded = !legs.Any(other => other.IsOwner() && other != leg && other.User?.Id != agentLeg?.User?.Id),
            Transfer = TransferMapping.Observed(conversation, facts.AgentOf, at),
            Reason = ReasonOf(legs, state, leg),
            At = at,
        };
    }

    /// <summary>
    /// Who has it, else who is offered it, else whether it waits, else how it ended. An agent who handed it over is followed by a queue leg, which may come a
    /// moment later: until then it waits, as long as the customer is there.
    /// </summary>
    private static (WorkState State, EmailParticipant? Leg) Where(EmailConversation conversation, IReadOnlyList<EmailParticipant> legs)
    {
        if (legs.Where(Legs.IsOwner).Newest() is { } owner) return (owner.IsParked() ? WorkState.Held : WorkState.Accepted, owner);
        if (legs.Where(Legs.IsOffered).Newest() is { } offered) return (WorkState.PendingAccept, offered);
        if (legs.Where(leg => leg.IsQueue() && leg.IsLive()).Newest() is { } waiting) return (WorkState.Queued, waiting);
        var last = legs.Where(Legs.WasOwner).Newest();
        var passedOn = last is null || last.IsHandedOver() || TransferMapping.Newest(conversation) is { } transfer && !TransferMapping.IsOver(transfer);
        if (passedOn && legs.Any(leg => leg.IsCustomer() && leg.IsLive())) return (WorkState.Queued, null);
        if (last is null || last.IsHandedOver()) return (WorkState.Canceled, null);
        return (last.IsOwed() ? WorkState.WrapUp : WorkState.Ended, last);
    }

    private static string? QueueOf(EmailConversation conversation, IReadOnlyList<EmailParticipant> legs, WorkState state, EmailParticipant? leg)
    {
        var newestQueue = legs.Where(Legs.IsQueue).Newest()?.Queue?.Id;
        return state == WorkState.Queued && leg is null
            ? TransferMapping.ToQueue(conversation) ?? newestQueue
            : leg?.Queue?.Id ?? newestQueue;
    }

    private static string? ReasonOf(IReadOnlyList<EmailParticipant> legs, WorkState state, EmailParticipant? leg) => state switch
    {
        WorkState.WrapUp or WorkState.Ended => leg?.DisconnectType,
        WorkState.Canceled => legs.Where(l => l.IsCustomer() || l.IsQueue()).Newest()?.DisconnectType ?? "abandoned",
        _ => null,
    };
}

/// <summary>What the mapping needs to know besides the conversation.</summary>
internal sealed record MappingFacts
{
    /// <summary>Our id of a vendor's user.</summary>
    public required Func<string, string> AgentOf { get; init; }

    /// <summary>The id of a code told by id or by name.</summary>
    public required Func<string, string> CodeOf { get; init; }

    public IReadOnlySet<string> TimeoutCodes { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>As we noted it when the conversation was made, or given another round.</summary>
    public string? InteractionId { get; init; }

    public int? Round { get; init; }

    /// <summary>The vendor's clock at the answer.</summary>
    public DateTimeOffset? AsOf { get; init; }
}
