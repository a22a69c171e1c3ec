using Connector.Engine.Door;
using Connector.Engine.Participants;
using Connector.Engine.Settings;
using Connector.Engine.Threads;

namespace Connector.Engine.Messages;

/// <summary>People follow their mail: whom it added goes with it, whom it removed is back, its author is let in where it belongs.</summary>
internal static class MovedPeople
{
    public static void Follow(Proceedings from, Proceedings to, Message message)
    {
        foreach (var person in from.Dossier.Participants.Where(p => p.AddedByMessage == message.Id).ToList()) Take(from, to, person);
        foreach (var address in DecisionJson.Read(message.Decision)?.ParticipantsRemoved ?? [])
            if (from.Dossier.Participants.Find(p => p.Address == address && p.Role == ParticipantRole.Former) is { } removed)
                from.Set(removed with { Role = ParticipantRole.Cc, LeftAt = null });
        var channel = to.Given.Setup.Channel(to.Dossier.Thread!.Channel) ?? new Channel { Id = to.Dossier.Thread.Channel };
        if (message.Visibility == Visibility.Public && !to.Dossier.Participants.Exists(p => p.Address == message.From && p.Role != ParticipantRole.Former) && CcEntry.Refusal(to, message.From, channel) is null)
            CcEntry.Enter(to, message.From, message.FromName, null, null, message.Id);
    }

    /// <summary>The row itself moves; who is known there already keeps the role they have there.</summary>
    private static void Take(Proceedings from, Proceedings to, Participant person)
    {
        var there = to.Dossier.Thread!;
        var known = to.Dossier.Participants.Exists(p => p.Address == person.Address && p.Role != ParticipantRole.Former);
        to.Set(there with { Numbered = there.Numbered + 1 });
        from.Set(person with { ThreadId = there.Id, Ordinal = there.Numbered + 1, Role = known ? ParticipantRole.Former : person.Role, SeenUpTo = 0 });
    }
}
