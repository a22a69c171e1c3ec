using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Threads;

namespace Connector.Engine.Messages;

/// <summary>Moving a mail: taken off the wrong conversation as if it had never come, joined to the right one as if it had come there. Both in one commit.</summary>
internal static class MoveRules
{
    public static Outcome Decide(MoveMail c, Known known, Given given)
    {
        if (known.Message is not { Kind: MessageKind.Mail, Direction: Direction.Inbound } message || known.Dossier is not { Thread: not null } source || !LiesThere(message, source, c))
            return Refused(RuleNames.NotFound, $"there is no received mail {RecordId.Message(c.MessageId)} on interaction {RecordId.Interaction(c.InteractionId)}");
        if (known.Target is not { Thread: not null } target) return Refused(RuleNames.NotFound, "there is no such target with mails of its own");
        if (MessageAuthority.Refusal(c, source, c.InteractionId) is { } forbidden) return new Outcome(forbidden);
        if (PlaceOf(c, target) is not { } place) return Refused(RuleNames.NotFound, "there is no such target");
        if (place.Interaction is { IsClosed: true } closed) return Refused(RuleNames.InteractionClosed, $"{RecordId.Interaction(closed.Id)} is {closed.State}; it takes no mail");
        if (place.Interaction is null && place.Case is not { IsActive: true }) return Refused(RuleNames.NotAllowedInState, "the case is closed; it takes no mail");
        if (message.InteractionId == place.Interaction?.Id && message.CaseId == place.Case?.Id) return new Outcome(new Answer.Nothing("it lies there already"));
        return Carry(c, message, source, target, place, given);
    }

    private static bool LiesThere(Message message, Dossier source, MoveMail c) =>
        message.InteractionId == c.InteractionId || message.InteractionId is null && source.Interactions.Exists(i => i.Id == c.InteractionId);

    private sealed record Place(Interaction? Interaction, Case? Case)
    {
        public string Name => RecordId.Interaction(Interaction?.Id) ?? RecordId.Case(Case?.Id)!;
    }

    private static Place? PlaceOf(MoveMail c, Dossier target)
    {
        if (c.ToInteraction is { } id)
            return target.Interactions.Find(i => i.Id == id) is { } interaction ? new(interaction, target.Cases.Find(x => x.Id == interaction.CaseId)) : null;
        return target.Cases.Find(x => x.Id == c.ToCase) is { } found ? new(target.Interactions.Find(i => !i.IsClosed && i.CaseId == found.Id), found) : null;
    }

    private static Outcome Carry(MoveMail c, Message message, Dossier source, Dossier target, Place place, Given given)
    {
        var from = new Proceedings(source, c, given);
        from.Log("MailMoved", $"by {c.By.Name}", c.InteractionId, message.CaseId, message.Id, before: RecordId.Interaction(message.InteractionId), after: place.Name);
        var sameThread = source.Thread!.Id == target.Thread!.Id;
        var to = sameThread ? from : new Proceedings(target, c, given);
        if (!sameThread) MovedPeople.Follow(from, to, message);
        if (!sameThread) MovedState.TakeIndex(from, to, message);
        MovedState.TakeBack(from, message);
        MovedState.Bring(to, message, place.Interaction?.Id, place.Case?.Id);
        var moved = message with { ThreadId = to.Dossier.Thread!.Id, InteractionId = place.Interaction?.Id, CaseId = place.Case?.Id };
        var outcome = from.Close(new Answer.Done(new MessageResult(message.Id, [])));
        var other = sameThread ? null : to.Close(outcome.Answer);
        return outcome with { Inserts = [.. outcome.Inserts, .. other?.Inserts ?? []], Updates = [.. outcome.Updates, .. other?.Updates ?? [], moved] };
    }

    private static Outcome Refused(string rule, string why) => new(new Answer.Refused(rule, why));
}
