using Connector.Engine.Door;
using Connector.Engine.Outbound;

namespace Connector.Engine.Transfers;

/// <summary>What the outbox learnt of the vendor, and what the clock says, carried to the transfer.</summary>
internal static class TransferCalls
{
    public static void Finished(Proceedings p, OutboxRow row, CallResult result)
    {
        if (row.TransferId is not { } id || p.Dossier.Transfers.Find(t => t.Id == id) is not { } transfer) return;
        if (p.Dossier.Interactions.Find(i => i.Id == row.InteractionId) is not { } interaction) return;
        switch (result)
        {
            case CallResult.Succeeded:
                TransferSteps.Accept(p, interaction, transfer);
                break;
            case CallResult.Refused r:
                TransferSteps.Take(p, interaction, transfer, new TransferInput.Refuse(r.Reason));
                p.Notify(interaction.Owner, "Transfer", $"the transfer was refused: {r.Reason}", interaction.Id, interaction.CaseId);
                break;
            case CallResult.Superseded s:
                TransferSteps.End(p, interaction, transfer, new TransferInput.NotMade(s.Why));
                break;
        }
    }

    public static Outcome Decide(TransferTimePassed input, Known known, Given given)
    {
        if (known.Dossier?.Transfers.Find(t => t.Id == input.TransferId) is not { } transfer) return new Outcome(new Answer.Nothing("there is no such transfer, or a newer one"));
        var p = new Proceedings(known.Dossier, input, given);
        var interaction = p.Interaction(transfer.InteractionId);
        var called = known.Outbox is not { State: OutboxState.Waiting };
        if (TransferSteps.End(p, interaction, transfer, new TransferInput.TimePassed(called)) is { } nothing) return new Outcome(nothing);
        var after = p.Dossier.Transfers.Find(t => t.Id == transfer.Id)!;
        if (after.State == TransferState.Requested) p.Notify(interaction.Owner, "Transfer", after.Reason!, interaction.Id, interaction.CaseId);
        var outcome = p.Close(new Answer.Done(after.State));
        return known.Outbox is { } row && Follow(row, after, input) is { } changed ? outcome with { Updates = [.. outcome.Updates, changed] } : outcome;
    }

    /// <summary>A call that was never begun is not made any more; one in doubt is looked into at once.</summary>
    private static OutboxRow? Follow(OutboxRow row, Transfer transfer, TransferTimePassed input) => (row.State, transfer.State) switch
    {
        (OutboxState.Waiting, TransferState.TimedOut) => row with { State = OutboxState.Superseded, DoneAt = input.At, Answer = transfer.Reason },
        (OutboxState.Started, TransferState.Requested) when row.DoubtSince is not null => row with { NotBefore = input.At },
        _ => null,
    };
}

/// <summary>The transfer-timeout sweep looks at one transfer.</summary>
public sealed record TransferTimePassed : Input
{
    public required long TransferId { get; init; }
}
