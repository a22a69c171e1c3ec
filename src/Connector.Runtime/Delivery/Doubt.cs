using Connector.Contracts;
using Connector.Engine;
using Connector.Engine.Codes;
using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Engine.Settings;
using Connector.Runtime.Clock;
using Connector.Runtime.Inbox;
using Connector.Runtime.Plugins.Instances;

namespace Connector.Runtime.Delivery;

/// <summary>What is to be done about a call whose answer was lost.</summary>
internal abstract record Settlement
{
    /// <summary>It had no effect, or a further one is harmless.</summary>
    public sealed record Repeat : Settlement;

    /// <summary>Too early to tell.</summary>
    public sealed record Wait(TimeSpan For) : Settlement;

    /// <summary>What it came to.</summary>
    public sealed record Known(CallResult Result) : Settlement;
}

/// <summary>Settles calls in doubt by their Repeat class: repeats what may be, waits until the vendor can be read and reads, leaves the rest to a person.</summary>
internal sealed class Doubt(PluginInstances instances, Func<long, CancellationToken, Task<Interaction?>> interactionOf, Func<Setup> setup, IBusinessClock clock, TimeProvider machine)
{
    private static readonly Settlement Again = new Settlement.Repeat();

    public async Task<Settlement> SettleAsync(OutboxRow row, CancellationToken cancellation)
    {
        if (row.Destination == OutboxDestination.Mail || instances.Find(row.Destination) is not { } instance) return Again;
        try
        {
            var repeat = instance.RepeatOf(Enum.Parse<WorkOperation>(row.Operation));
            if (repeat.Kind is RepeatKind.Safe or RepeatKind.Key) return Again;
            if (repeat.Kind == RepeatKind.Unsafe) return Failed($"in doubt: the answer was lost and {row.Operation} cannot be repeated safely");
            if (CodeCalls.Concerns(row) || StrayEnding.Concerns(row)) return Again;
            var visible = row.DoubtSince!.Value + repeat.Lag - machine.GetUtcNow();
            return visible > TimeSpan.Zero ? new Settlement.Wait(visible) : await ReadAsync(instance, row, cancellation);
        }
        catch (RejectedException e)
        {
            return Failed($"in doubt: the answer was lost and the item cannot be read: {e.Message}");
        }
        catch (AdapterException e)
        {
            var wait = e is ThrottledException t ? t.RetryAfter : Backoff.Wait(Math.Max(1, row.Attempts), Backoff.SpreadOf(row.Key, row.Attempts));
            return new Settlement.Known(new CallResult.Later($"in doubt, and the item cannot be read now: {e.Message}", clock.Now + wait) { DoubtSince = row.DoubtSince });
        }
    }

    /// <summary>By our mark: a call that made new work left it under another id.</summary>
    private async Task<Settlement> ReadAsync(PluginInstance instance, OutboxRow row, CancellationToken cancellation)
    {
        if (await interactionOf(row.InteractionId, cancellation) is not { } interaction) return Failed("the interaction is gone");
        var routing = row.Operation == nameof(WorkOperation.Route);
        var round = routing ? AdapterCalls.Read(row, OutboxJson.Default.RouteWork).Round : interaction.Round;
        var found = await instance.CallAsync<IReadItem, RoutedWork?>((a, c) => a.FindAsync(RecordId.Interaction(interaction.Id), round, c), cancellation);
        if (routing) return found is null ? Again : Adopted(found.ExternalId);
        if ((found?.ExternalId ?? interaction.ExternalId) is not { } externalId) return Again;
        var seen = await instance.CallAsync<IReadItem, WorkObservation?>((a, c) => a.ReadAsync(externalId, c), cancellation);
        if (row.Operation == nameof(WorkOperation.Transfer)) return Settled(ReadBack.Transfer(AdapterCalls.Read(row, OutboxJson.Default.TransferOrder), seen?.Heard(instance, clock), clock.Now), row);
        return ReadBack.Shows(row, seen, AdapterCalls.VendorCode(row, CalledWork.Of(interaction), setup())) switch
        {
            true => Adopted(seen?.ExternalId),
            false => Again,
            null => Failed($"in doubt: the answer was lost and the vendor's item does not show whether {row.Operation} had its effect"),
        };
    }

    private static Settlement Settled(CallResult? result, OutboxRow row) => result switch
    {
        null => Again,
        CallResult.Later later => new Settlement.Known(later with { DoubtSince = row.DoubtSince }),
        var known => new Settlement.Known(known),
    };

    private static Settlement.Known Adopted(string? externalId) => new(new CallResult.Succeeded(externalId, "seen at the vendor after the answer was lost"));

    private static Settlement.Known Failed(string why) => new(new CallResult.Failed(why));
}
