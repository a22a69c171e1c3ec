using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;

namespace Connector.Engine.Threads;

/// <summary>Whether nobody of ours has laid a hand on a conversation: one open interaction that has only ever waited, at most its own new case, people and messages that mail alone brought.</summary>
internal static class Untouched
{
    public static bool Is(Dossier dossier) =>
        dossier.Interactions.FindAll(i => !GivenUp.Is(i)) is [var only] && IsWaiting(only)
        && dossier.Transfers.IsEmpty && dossier.Segments.IsEmpty
        && dossier.Cases.TrueForAll(c => c.Id == only.CaseId && IsNew(c))
        && dossier.Participants.TrueForAll(p => p.AddedBy == Actor.Mail.Name)
        && !dossier.Mails.Concat(dossier.History.Select(k => k.Message)).Any(IsOurs);

    /// <summary>Its open work that nobody has touched. It may be united of several conversations, and somebody have taken up one of them: of the others it is asked alone.</summary>
    public static IReadOnlyList<Interaction> Parts(Dossier dossier) => dossier.Interactions.FindAll(i => !i.IsClosed && Is(PartOf(dossier, i)));

    /// <summary>Its open work that somebody has begun.</summary>
    public static IReadOnlyList<Interaction> Begun(Dossier dossier) => dossier.Interactions.FindAll(i => !i.IsClosed && !Is(PartOf(dossier, i)));

    private static Dossier PartOf(Dossier dossier, Interaction part)
    {
        var interactions = dossier.Interactions.FindAll(i => i.Id == part.Id || i.CaseId is not null && i.CaseId == part.CaseId);
        return dossier with
        {
            Interactions = interactions,
            Cases = dossier.Cases.FindAll(c => c.Id == part.CaseId),
            Transfers = dossier.Transfers.FindAll(t => interactions.Exists(i => i.Id == t.InteractionId)),
            Segments = dossier.Segments.FindAll(s => interactions.Exists(i => i.Id == s.InteractionId)),
            Mails = dossier.Mails.FindAll(m => LiesOn(m, part)),
            History = dossier.History.FindAll(k => LiesOn(k.Message, part)),
        };
    }

    public static bool LiesOn(Message m, Interaction part) => m.InteractionId == part.Id || m.CaseId is not null && m.CaseId == part.CaseId;

    /// <summary>In its first round: never accepted, answered, sent round again or given a result.</summary>
    private static bool IsWaiting(Interaction i) =>
        i is { State: InteractionState.New, Owner: null, PreviousOwner: null, FirstResponseAt: null, Disposition: null, Direction: Direction.Inbound, Round: <= 1 };

    private static bool IsNew(Case c) => c is { State: CaseState.New, Assignee: null, Disposition: null, MergedInto: null } && c.CreatedBy == Actor.Mail.Name && c.UpdatedBy == Actor.Mail.Name;

    /// <summary>A note, or what an agent sent; an acknowledgement is nobody's.</summary>
    private static bool IsOurs(Message m) => m.Kind == MessageKind.Note || m is { Direction: Direction.Outbound, Agent: not null };
}
