using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Settings;
using Connector.Engine.Threads;
using Connector.Mail;

namespace Connector.Engine.Messages;

/// <summary>States and clocks follow a moved mail.</summary>
internal static class MovedState
{
    /// <summary>As if it had not come: what it woke waits again since the mail before it, what it reopened is resolved again, what it alone opened is given up.</summary>
    public static void TakeBack(Proceedings p, Message message)
    {
        if (message.CaseId is { } caseId && DecisionJson.Read(message.Decision)?.Reopened == true && p.Dossier.Cases.Find(c => c.Id == caseId) is { State: CaseState.Open } reopened)
            p.Take(CaseRules.Decide(reopened, new CaseInput.Resolve(), new CaseFacts(p.Now, RulesOf(p, reopened.Channel))), message.Id);
        if (p.Dossier.Interactions.Find(i => i.Id == message.InteractionId) is not { IsClosed: false } interaction) return;
        var facts = new InteractionFacts(p.Now, RulesOf(p, interaction.Channel), p.Dossier.OpenTransfer(interaction.Id) is not null);
        var last = p.Dossier.Mails.FindAll(m => m.InteractionId == interaction.Id && m.Id != message.Id && m.Kind == MessageKind.Mail).MaxBy(m => m.At);
        if (last is null && interaction.State == InteractionState.New) p.Take(InteractionRules.Decide(interaction, new InteractionInput.CloseUnhandled("MailMoved"), facts), message.Id);
        if (last is not null) WaitAgain(p, interaction, message, last, facts);
    }

    private static void WaitAgain(Proceedings p, Interaction interaction, Message message, Message last, InteractionFacts facts)
    {
        if (message.At < last.At) return;
        if (interaction.State == InteractionState.WorkInProgress && last.Direction == Direction.Outbound && facts.Rules.HoldAfterSend)
            p.Take(InteractionRules.Decide(interaction, new InteractionInput.Hold(), facts with { Now = last.At }), message.Id);
        p.Set(p.Interaction(interaction.Id) with { LastHumanAt = last.At });
    }

    /// <summary>The client's thread index goes with the only mail that has it; where not all mails are at hand, it stays.</summary>
    public static void TakeIndex(Proceedings from, Proceedings to, Message message)
    {
        var known = from.Dossier.History;
        if (from.Dossier.Thread!.ClientIndex is not { } index || known.Count >= Dossier.MailsLoaded) return;
        var having = known.FindAll(k => k.Message.Kind == MessageKind.Mail && SignalReader.ClientIndex(MailReader.Read(k.Bytes)) == index);
        if (having is not [var only] || only.Message.Id != message.Id) return;
        from.Set(from.Dossier.Thread with { ClientIndex = null });
        to.Set(to.Dossier.Thread! with { ClientIndex = to.Dossier.Thread.ClientIndex ?? index });
    }

    /// <summary>As if it had come there.</summary>
    public static void Bring(Proceedings p, Message message, long? interaction, long? caseId)
    {
        p.Log("MailReceived", "moved here", interaction, caseId, message.Id);
        p.Set(p.Dossier.Thread! with { LastActivityAt = p.Now });
        if (message.Visibility == Visibility.Internal) return;
        if (interaction is { } id)
        {
            var there = p.Interaction(id);
            p.Take(InteractionRules.Decide(there, new InteractionInput.CustomerMessage(), new InteractionFacts(p.Now, RulesOf(p, there.Channel), p.Dossier.OpenTransfer(id) is not null)), message.Id);
            p.Notify(there.Owner, "Ongoing", "a mail was moved here", id, caseId, message.Id);
        }
        if (p.Dossier.Cases.Find(c => c.Id == caseId) is { IsActive: true } open)
            p.Take(CaseRules.Decide(open, new CaseInput.CustomerMessage(), new CaseFacts(p.Now, RulesOf(p, open.Channel))), message.Id);
    }

    private static Rules RulesOf(Proceedings p, string channel) => p.Given.Setup.Channel(channel)?.Rules ?? new();
}
