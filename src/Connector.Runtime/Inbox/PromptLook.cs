using Connector.Contracts;
using Connector.Engine;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Routing;
using Connector.Runtime.Clock;
using Connector.Runtime.Door;
using Connector.Runtime.Plugins.Instances;
using Connector.Storage.Writing;

namespace Connector.Runtime.Inbox;

/// <summary>
/// Looks at one item at once, for somebody who waits for the answer: not behind thousands of other events. The item's own events, when their turn comes,
/// tell nothing new.
/// </summary>
internal sealed class PromptLook(IDoor door, InboxPump inbox, Func<long, CancellationToken, Task<Interaction?>> interactionOf, IBusinessClock clock)
{
    public async Task LookAsync(PluginInstance instance, string interactionId, string correlation, CancellationToken cancellation)
    {
        if (!instance.Can<IReadItem>())
            await inbox.DrainAsync(cancellation);
        else if (await ReadAsync(instance, interactionId, cancellation) is { } work)
            await door.HandleAsync(new Observed { At = clock.Now, By = Actor.OfInstance(instance.Id), Correlation = correlation, Instance = instance.Id, Work = work.Heard(instance, clock) }, Urgency.Command, cancellation);
    }

    private async Task<WorkObservation?> ReadAsync(PluginInstance instance, string interactionId, CancellationToken cancellation)
    {
        if (!RecordId.TryParse(interactionId, 'i', out var id) || await interactionOf(id, cancellation) is not { } interaction) return null;
        var found = await instance.CallAsync<IReadItem, RoutedWork?>((a, c) => a.FindAsync(interactionId, interaction.Round, c), cancellation);
        return found is null ? null : await instance.CallAsync<IReadItem, WorkObservation?>((a, c) => a.ReadAsync(found.ExternalId, c), cancellation);
    }
}
