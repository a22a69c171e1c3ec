using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;

namespace Connector.Engine.Threads;

/// <summary>Whether nobody of ours has laid a hand on a conversation: one open interaction that has only ever waited, at most its own new case, people and messages that mail alone brought.</summary>
internal static class Untouched
{
    public static bool Is(Dossier dossier) =>
        dossier.Interactions.FindAll(i => !IsGivenUp(i)) is [var only] && IsWaiting(only)
        && dossier.Transfers.IsEmpty && dossier.Segments.IsEmpty
        && dossier.Cases.TrueForAll(c => c.Id == only.CaseId && IsNew(c))
        && dossier.Participants.TrueForAll(p => p.AddedBy == Actor.Mail.Name)
        && !dossier.Mails.Concat(dossier.History.Select(k => k.Message)).Any(IsOurs);

    /// <summary>Left empty when its mails went over to this conversation.</summary>
    private static bool IsGivenUp(Interaction i) => i is { State: InteractionState.ClosedAbandoned, Owner: null, PreviousOwner: null, NoCodeReason: Uniting.Reason };

    /// <summary>In its first round: never accepted, answered, sent round again or given a result.</summary>
    private static bool IsWaiting(Interaction i) =>
        i is { State: InteractionState.New, Owner: null, PreviousOwner: null, FirstResponseAt: null, Disposition: null, Direction: Direction.Inbound, Round: <= 1 };

    private static bool IsNew(Case c) => c is { State: CaseState.New, Assignee: null, Disposition: null, MergedInto: null } && c.CreatedBy == Actor.Mail.Name && c.UpdatedBy == Actor.Mail.Name;

    /// <summary>A note, or what an agent sent; an acknowledgement is nobody's.</summary>
    private static bool IsOurs(Message m) => m.Kind == MessageKind.Note || m is { Direction: Direction.Outbound, Agent: not null };
}
