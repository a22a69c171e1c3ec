using System.Text.Json;
using Connector.Contracts;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Outbound;

namespace Connector.Engine.Transfers;

/// <summary>An agent asks to hand work over: only the owner, only to what the vendor authorises. The call leaves by the outbox; nothing is given up yet.</summary>
internal static class TransferCommandRules
{
    public static Answer Request(Proceedings p, AgentTransfer command, Interaction interaction, InteractionFacts facts)
    {
        if (!p.Given.Setup.CapabilitiesOf(interaction.Instance).HasFlag(Capability.Transfer))
            return new Answer.Refused(RuleNames.NotSupported, $"instance {interaction.Instance} cannot transfer");
        if (p.Take(InteractionRules.Decide(interaction, new InteractionInput.TransferRequested(), facts)) is { } refused) return refused;
        if (command.By.Agent != interaction.Owner) return new Answer.Refused(RuleNames.NotOwner, $"only {interaction.Owner}, who owns the interaction, hands it over");
        if (Target(command, interaction, out var target) is { } wrong) return wrong;
        var draft = Draft(p, command, interaction);
        TransferSteps.Take(p, interaction, null, new TransferInput.Request(draft));
        var transfer = p.Dossier.OpenTransfer(interaction.Id)!;
        // The call's place in its lane is a version of the interaction: it has to be a new one.
        p.Set(interaction with { UpdatedAt = p.Now });
        p.Send(interaction, Call(interaction, transfer, target!.Name));
        return new Answer.Done(new CommandResult(interaction.Id, TransferId: transfer.Id));
    }

    private static Answer.Refused? Target(AgentTransfer command, Interaction interaction, out TransferTarget? target)
    {
        target = null;
        if (command.Queue is null == command.Agent is null) return new(RuleNames.TargetNotAuthorised, "queue, agent: exactly one of the two is needed");
        if (command.Agent is not null && command.Agent == interaction.Owner) return new(RuleNames.TransferToSelf, $"agent: {command.Agent} has it already");
        if (command.Queue is not null && TransferTargets.IsPresent(interaction, command.Queue)) return new(RuleNames.TransferToPresentQueue, $"queue: it is in {command.Queue} already");
        target = TransferTargets.Find(command.Authorised, command.Queue, command.Agent);
        return target is null ? new(RuleNames.TargetNotAuthorised, $"instance {interaction.Instance} does not authorise {command.Queue ?? command.Agent}") : null;
    }

    private static Transfer Draft(Proceedings p, AgentTransfer command, Interaction interaction) => new()
    {
        Id = p.Given.Fresh.Id(),
        Tenant = interaction.Tenant,
        InteractionId = interaction.Id,
        SourceQueue = interaction.Queue,
        SourceAgent = interaction.Owner,
        TargetQueue = command.Queue,
        TargetAgent = command.Agent,
        RequestedBy = command.By.Name,
    };

    private static OutgoingWork Call(Interaction interaction, Transfer t, string? name)
    {
        var order = new TransferOrder(t.TargetQueue, t.TargetAgent, name, t.SourceAgent, t.RequestedAt, t.DueAt!.Value);
        return new(interaction.Instance, nameof(WorkOperation.Transfer), JsonSerializer.Serialize(order, OutboxJson.Default.TransferOrder), Precondition.OwnedBy(interaction)) { TransferId = t.Id };
    }
}
