using Connector.Contracts;
using Connector.Engine;
using Connector.Engine.Codes;
using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Engine.Settings;
using Connector.Runtime.Clock;
using Connector.Runtime.Plugins.Http;
using Connector.Runtime.Plugins.Instances;

namespace Connector.Runtime.Delivery;

/// <summary>One attempt at one outbox row: what it assumed is checked again, a call in doubt is settled by its Repeat class, then it is made.</summary>
internal sealed class OutboxCall(PluginInstances instances, MailDelivery mail, Func<long, CancellationToken, Task<Interaction?>> interactionOf, Func<Setup> setup, IBusinessClock clock)
{
    /// <param name="row">Claimed, and marked Started.</param>
    /// <param name="inDoubt">An earlier attempt was cut off: it may have had its effect.</param>
    public async Task<CallResult> AttemptAsync(OutboxRow row, bool inDoubt, CancellationToken cancellation)
    {
        using var priority = AmbientPriority.Of(row.Priority > 0 ? CallPriority.Agent : CallPriority.Sweep);
        try
        {
            if (row.Destination == OutboxDestination.Mail) return await mail.SendAsync(row, cancellation);
            if (instances.Find(row.Destination) is not { } instance) return new CallResult.Failed($"there is no instance '{row.Destination}'");
            if (CodeCalls.Concerns(row)) return await CodeSaving.CallAsync(instance, row, inDoubt, cancellation);
            if (await interactionOf(row.InteractionId, cancellation) is not { } interaction) return new CallResult.Failed("the interaction is gone");
            if (Precondition.Broken(row.Precondition, interaction) is { } broken) return new CallResult.Superseded(broken);
            return (inDoubt ? await SettleAsync(instance, row, interaction, cancellation) : null) ?? await AdapterCalls.CallAsync(instance, row, interaction, setup(), cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            return CallOutcome.Of(e, row, clock.Now);
        }
    }

    /// <summary>Null: it may simply be repeated.</summary>
    private async Task<CallResult?> SettleAsync(PluginInstance instance, OutboxRow row, Interaction interaction, CancellationToken cancellation)
    {
        var repeat = instance.RepeatOf(Enum.Parse<WorkOperation>(row.Operation));
        if (repeat.Kind is RepeatKind.Safe or RepeatKind.Key) return null;
        if (repeat.Kind == RepeatKind.Unsafe) return new CallResult.Failed("in doubt: the answer was lost and the vendor's operation cannot be repeated safely");
        if (row.Operation != nameof(WorkOperation.Route)) return null;
        var found = await instance.CallAsync<IReadItem, RoutedWork?>((a, c) => a.FindAsync(RecordId.Interaction(interaction.Id), interaction.Round, c), cancellation);
        return found is null ? null : new CallResult.Succeeded(found.ExternalId, "found by our mark after the answer was lost");
    }
}
