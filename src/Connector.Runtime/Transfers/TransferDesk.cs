using System.Collections.Concurrent;
using Connector.Contracts;
using Connector.Engine;
using Connector.Engine.Interactions;
using Connector.Engine.Settings;
using Connector.Runtime.Plugins.Instances;

namespace Connector.Runtime.Transfers;

/// <summary>What the vendor lets an interaction be handed to: asked, and kept for <c>AuthorisedTargetsCache</c> at most. Whether a transfer may be is decided by the engine.</summary>
public sealed class TransferDesk(PluginInstances instances, Func<Setup> setup, TimeProvider machine)
{
    private readonly ConcurrentDictionary<(string Instance, string Queue), Answered> _kept = new();

    /// <summary>Empty where the instance lists none. Throws <see cref="AdapterException"/> when it cannot be asked and nothing is kept.</summary>
    public async Task<IReadOnlyList<TransferTarget>> AuthorisedAsync(Interaction interaction, CancellationToken cancellation)
    {
        if (instances.Find(interaction.Instance) is not { } instance || !setup().CapabilitiesOf(instance.Id).HasFlag(Capability.ListTargets)) return [];
        var key = (instance.Id, interaction.Queue);
        if (_kept.TryGetValue(key, out var kept) && machine.GetUtcNow() - kept.At < KeptFor(interaction)) return kept.Targets;
        var work = new WorkRef(RecordId.Interaction(interaction.Id), interaction.ExternalId ?? "", interaction.Owner);
        var targets = await instance.CallAsync<IListTargets, IReadOnlyList<TransferTarget>>((a, c) => a.TargetsAsync(work, c), cancellation);
        _kept[key] = new(targets, machine.GetUtcNow());
        return targets;
    }

    private TimeSpan KeptFor(Interaction interaction) => (setup().Channel(interaction.Channel)?.Rules ?? new Rules()).AuthorisedTargetsCache;

    private sealed record Answered(IReadOnlyList<TransferTarget> Targets, DateTimeOffset At);
}
