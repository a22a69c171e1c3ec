using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Settings;

namespace Connector.Engine.Threads;

/// <summary>
/// Somebody works on a conversation that waited for the mail, and nobody has touched the interaction the mail joined: its mails go to the work in hand, as
/// in the right order. Both have the same people by then, so nobody sees more; the threads are one already.
/// </summary>
internal static class IntoWork
{
    /// <summary>The work to go to; null when both have been touched, or there is too much to move unseen.</summary>
    /// <param name="before">The thread before the mail came: with all its messages, when they are at hand.</param>
    public static Interaction? Of(Proceedings p, Dossier before, Dossier early, UnitingPlace place)
    {
        if (before.History.Count is 0 or >= Dossier.MailsLoaded || !before.Interactions.Exists(i => i.Id == place.Interaction)) return null;
        if (!Untouched.Parts(p.Dossier).Any(i => i.Id == place.Interaction)) return null;
        if (Untouched.Begun(early).MaxBy(i => i.UpdatedAt) is not { } work) return null;
        return p.Interaction(place.Interaction!.Value).CaseId is null || work.CaseId is not { } own || early.Cases.Exists(c => c.Id == own && c.IsActive) ? work : null;
    }

    public static UnitingPlace Go(Proceedings p, Dossier early, Interaction work, UnitingPlace place, Channel channel, bool harmless)
    {
        var from = p.Interaction(place.Interaction!.Value);
        p.Adopt(work, early);
        if (p.Dossier.Cases.Find(c => c.Id == from.CaseId) is { } untouched) UniteCases(p, untouched, work);
        var target = Targets.JoinInteraction(p, p.Interaction(work.Id), p.Given.Setup.Channel(work.Channel) ?? channel, place.Message, harmless);
        var filed = place.Filed.Concat(p.Dossier.History.Select(k => k.Message)).DistinctBy(m => m.Id).Where(m => Untouched.LiesOn(m, from)).ToList();
        place = place with { Interaction = target.Interaction, Case = target.Case, CaseNumber = p.Dossier.Cases.Find(c => c.Id == target.Case)?.NumberText, Joined = target };
        place = place with { Filed = [.. place.Filed.ExceptBy(filed.Select(m => m.Id), m => m.Id), .. filed.Select(m => Move(p, m, from, place))] };
        GivenUp.Close(p, from, p.Given.Setup.Channel(from.Channel) ?? channel, p, place);
        return place;
    }

    private static void UniteCases(Proceedings p, Case untouched, Interaction work)
    {
        if (work.CaseId is not { } own) MergeRules.Relink(p, work, untouched.Id, "its conversation had a case already");
        else if (own != untouched.Id) MergeRules.Absorb(p, untouched, own);
    }

    private static Message Move(Proceedings p, Message message, Interaction from, UnitingPlace place)
    {
        var moved = message with { InteractionId = place.Interaction, CaseId = place.Case };
        if (DecisionJson.Read(message.Decision) is { } decision) moved = moved with { Decision = DecisionJson.Write(Explained(decision, place)) };
        p.Change(moved);
        p.Log("MailMoved", $"to the work in hand, by mail {RecordId.Message(place.Message)}", from.Id, from.CaseId, message.Id, before: RecordId.Interaction(message.InteractionId), after: place.Name);
        return moved;
    }

    private static MailDecision Explained(MailDecision decision, UnitingPlace place) => decision with
    {
        InteractionId = RecordId.Interaction(place.Interaction),
        CaseId = RecordId.Case(place.Case),
        CaseNumber = place.CaseNumber,
        Reason = $"{decision.Reason}; went to {place.Name}, which somebody works on, by mail {RecordId.Message(place.Message)}",
    };
}
