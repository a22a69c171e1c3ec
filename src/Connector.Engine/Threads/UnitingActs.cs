using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Participants;
using Connector.Engine.Settings;

namespace Connector.Engine.Threads;

/// <summary>Carries a union out, in the same commit as the mail that brought it about: moved as by hand, merged as by hand, told in the stream of both.</summary>
internal static class UnitingActs
{
    public static UnitingPlace Take(Proceedings p, Dossier early, IReadOnlyList<LateMail> mails, UnitingPlace place, Channel channel, long come)
    {
        var q = new Proceedings(early, p.Input, p.Given);
        var whole = Untouched.Is(early);
        var going = Untouched.Parts(early).Where(i => UnitingRules.MayGo(p, place, hasCase: i.CaseId is not null) is null).ToList();
        var joined = Follow(p, early, mails);
        if (!whole) Leave(p, q, place, going);
        foreach (var part in going) place = Carry(p, q, part, [.. early.History.Select(k => k.Message).Where(m => whole || Untouched.LiesOn(m, part))], mails, place, channel, joined);
        p.Set(MissingMail.Await(p, p.Dossier.Thread!, MissingMail.Of(p.Dossier.Thread!).Concat(MissingMail.Of(early.Thread!)).Except(early.History.Select(k => k.Message.MailKey).Append(come))));
        q.Set(q.Dossier.Thread! with { RedirectTo = p.Dossier.Thread!.Id, Missing = null });
        var outcome = q.Close(new Answer.Nothing(GivenUp.Reason));
        foreach (var row in outcome.Inserts) p.Add(row);
        foreach (var record in outcome.Updates) p.Change(record);
        return place with { Here = [.. place.Here, .. early.Interactions.Select(i => i.Id)] };
    }

    /// <summary>By its mails as CCs, and off again as its mails leave them out; who follows it follows both.</summary>
    private static List<long> Follow(Proceedings p, Dossier early, IReadOnlyList<LateMail> mails)
    {
        var joined = MergeRules.Join(p, early.Participants.Where(x => x.Role == ParticipantRole.Follower));
        foreach (var late in mails)
        {
            foreach (var address in late.Added) joined.Add(ParticipantRules.AddCc(p, address, late.Message.Id).Id);
            foreach (var address in late.Removed) TakeOff(p, address, late.Message);
        }
        return joined;
    }

    private static void TakeOff(Proceedings p, string address, Message late)
    {
        var person = p.Dossier.Participants.First(x => x.Address == address && x.Role == ParticipantRole.Cc);
        ParticipantRules.TakeOff(p, person);
        p.Log("ParticipantRemoved", "left out by a mail that came before the one it answers", message: late.Id, before: $"{ParticipantRole.Cc} {address}", after: nameof(ParticipantRole.Former));
    }

    /// <summary>All that lies on it goes over, and what is left empty is given up: its work leaves the queue or the vendor.</summary>
    private static UnitingPlace Carry(Proceedings p, Proceedings q, Interaction only, IReadOnlyList<Message> lying, IReadOnlyList<LateMail> mails, UnitingPlace place, Channel channel, List<long> joined)
    {
        if (q.Dossier.Cases.Find(c => c.Id == only.CaseId) is { } own) place = UniteCases(p, q, own, place, joined);
        var hidden = mails.Any(m => m.Visibility != m.Message.Visibility);
        place = place with { Filed = [.. place.Filed, .. lying.Select(message => Move(p, q, message, mails.FirstOrDefault(m => m.Message.Id == message.Id), hidden, place, only))] };
        GivenUp.Close(q, only, channel, p, place);
        Told(p, q, only, place, $"one conversation with {RecordId.Interaction(only.Id)}, whose mails came before the one they answer");
        return place;
    }

    private static UnitingPlace UniteCases(Proceedings p, Proceedings q, Case own, UnitingPlace place, List<long> joined)
    {
        if (place.Case is { } target)
        {
            MergeRules.Absorb(q, p, own, target, joined);
            return place;
        }
        MergeRules.Relink(p, p.Interaction(place.Interaction!.Value), own.Id, "its conversation had a case already");
        return place with { Case = own.Id, CaseNumber = own.NumberText };
    }

    /// <summary>The rows keep their thread, which leads on: taking a merge back brings them back.</summary>
    private static Message Move(Proceedings p, Proceedings q, Message message, LateMail? late, bool hidden, UnitingPlace place, Interaction from)
    {
        var seen = late?.Visibility ?? (hidden ? Visibility.Internal : message.Visibility);
        var moved = message with { InteractionId = place.Interaction, CaseId = place.Case, Visibility = seen };
        moved = moved with { Decision = Explained(p, moved, place, late) };
        p.Change(moved);
        q.Log("MailMoved", $"united by mail {RecordId.Message(place.Message)}", from.Id, from.CaseId, message.Id, before: RecordId.Interaction(message.InteractionId), after: place.Name);
        if (seen != message.Visibility) p.Log("MessageMadeInternal", "by who wrote it and whom it left out on the thread it joined", place.Interaction, place.Case, message.Id, nameof(Visibility.Public), nameof(Visibility.Internal));
        if (message is { Kind: MessageKind.Mail, Direction: Direction.Inbound }) MovedState.Bring(p, moved, place.Interaction, place.Case);
        return moved;
    }

    /// <summary>Work that somebody has begun stays theirs; later mail is one conversation.</summary>
    private static void Leave(Proceedings p, Proceedings q, UnitingPlace place, List<Interaction> going)
    {
        var stay = q.Dossier.Interactions.Except(going).ToList();
        var last = stay.LastOrDefault(i => !i.IsClosed) ?? stay.LastOrDefault();
        foreach (var message in q.Dossier.History.Select(k => k.Message).Where(m => m.Decision is not null && !going.Exists(i => Untouched.LiesOn(m, i)))) p.Change(message with { Decision = Explained(p, message, place, null) });
        Told(p, q, last, place, $"one conversation with {RecordId.Interaction(last?.Id) ?? RecordId.Case(q.Dossier.Cases.LastOrDefault()?.Id)}; somebody has worked on it, so it is not closed");
        q.Notify(last?.Owner, "Ongoing", $"its conversation is one with that of {place.Name} now", last?.Id, last?.CaseId, place.Message);
    }

    private static void Told(Proceedings p, Proceedings q, Interaction? from, UnitingPlace place, string why)
    {
        p.Log("ThreadsUnited", why, place.Interaction, place.Case, place.Message);
        q.Log("ThreadsUnited", $"one conversation with {place.Name}, by mail {RecordId.Message(place.Message)}", from?.Id, from?.CaseId, place.Message);
    }

    private static string? Explained(Proceedings p, Message message, UnitingPlace place, LateMail? late) => DecisionJson.Read(message.Decision) is not { } decision ? null : DecisionJson.Write(decision with
    {
        InteractionId = RecordId.Interaction(message.InteractionId),
        CaseId = RecordId.Case(message.CaseId),
        CaseNumber = place.CaseNumber ?? p.Dossier.Cases.Find(c => c.Id == message.CaseId)?.NumberText ?? decision.CaseNumber,
        Visibility = message.Visibility == Visibility.Public ? "public" : "internal",
        ParticipantsAdded = late is null ? decision.ParticipantsAdded : [.. late.Added.Select(a => a.Address.ToLowerInvariant())],
        ParticipantsRemoved = late is null ? decision.ParticipantsRemoved : late.Removed,
        Reason = $"{decision.Reason}; united with {place.Name} by mail {RecordId.Message(place.Message)}, which it waited for",
    });
}
