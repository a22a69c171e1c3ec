using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Settings;

namespace Connector.Engine.Transfers;

/// <summary>One step of a transfer and what it does to the interaction: owner and capacity given up once, at Accepted; used again at Assigned.</summary>
internal static class TransferSteps
{
    public static Answer? Take(Proceedings p, Interaction interaction, Transfer? transfer, TransferInput input) =>
        p.Take(TransferRules.Decide(transfer, input, new TransferFacts(p.Now, RulesOf(p, interaction).TransferTimeout)));

    /// <summary>The vendor took it: both records change, and the owner gives the work up.</summary>
    public static void Accept(Proceedings p, Interaction interaction, Transfer transfer)
    {
        if (Take(p, interaction, transfer, new TransferInput.Accept()) is null) Release(p, interaction.Id, transfer.TargetQueue);
    }

    /// <summary>Started at the vendor's desk; answers the transfer.</summary>
    public static Transfer See(Proceedings p, Interaction interaction, Transfer draft)
    {
        Take(p, interaction, null, new TransferInput.Seen(draft));
        Release(p, interaction.Id, draft.TargetQueue);
        return p.Dossier.OpenTransfer(interaction.Id)!;
    }

    public static void Assign(Proceedings p, Interaction interaction, Transfer transfer, string agent)
    {
        if (Take(p, interaction, transfer, new TransferInput.Assign(agent)) is null) Interact(p, interaction.Id, new InteractionInput.Assigned(agent));
    }

    /// <summary>Over without a new owner. What was accepted waits in the source queue: put there by the vendor itself (<paramref name="requeued"/>), or by us.</summary>
    public static Answer? End(Proceedings p, Interaction interaction, Transfer transfer, TransferInput input, bool requeued = false)
    {
        var facts = Facts(p, interaction.Id);
        if (Take(p, interaction, transfer, input) is { } nothing) return nothing;
        if (transfer.State == TransferState.Accepted && input is not TransferInput.WorkEnded)
            p.Take(InteractionRules.Decide(p.Interaction(interaction.Id), new InteractionInput.TransferTimedOut(transfer.SourceQueue, requeued), facts));
        return null;
    }

    private static void Release(Proceedings p, long interaction, string? queue) => Interact(p, interaction, new InteractionInput.TransferAccepted(queue));

    private static void Interact(Proceedings p, long interaction, InteractionInput input) =>
        p.Take(InteractionRules.Decide(p.Interaction(interaction), input, Facts(p, interaction)));

    private static InteractionFacts Facts(Proceedings p, long interaction)
    {
        var open = p.Dossier.OpenTransfer(interaction);
        return new(p.Now, RulesOf(p, p.Interaction(interaction)), open is not null, open?.State == TransferState.Accepted);
    }

    private static Rules RulesOf(Proceedings p, Interaction interaction) => p.Given.Setup.Channel(interaction.Channel)?.Rules ?? new Rules();
}
