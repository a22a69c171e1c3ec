using Connector.Contracts;
using Connector.Host.Operations.Codes;
using Connector.Runtime.Hosting;
using Connector.Runtime.Plugins.Instances;
using Connector.Storage.Rows;

namespace Connector.Host.Operations.Instances;

/// <summary>What administrators want of an instance: desired state in the store, which hosts read every second; and its probes.</summary>
internal sealed class InstanceDesk(Operator by)
{
    public static readonly IReadOnlyDictionary<string, Func<InstanceDesired, InstanceDesired>> Wishes = new Dictionary<string, Func<InstanceDesired, InstanceDesired>>(StringComparer.Ordinal)
    {
        ["enable"] = w => w with { Enabled = true },
        ["disable"] = w => w with { Enabled = false },
        ["pause"] = w => w with { Paused = true },
        ["resume"] = w => w with { Paused = false },
        ["restart"] = w => w with { Restarts = w.Restarts + 1 },
    };

    public async Task<OperationResult> WantAsync(string id, string wish, CancellationToken cancellation)
    {
        var instance = Find(id);
        var wanted = await by.ActAsync<(InstanceDesired? Before, InstanceDesired After), OperationResult>(
            beside => by.App.Store.Status.WantAsync(instance.Id, Wishes[wish], by.By.Name, by.App.Clock.Now, beside, cancellation),
            _ => new(instance.Id, wish),
            changed => [new($"instance {wish}", instance.Id, Words(changed.Before), Words(changed.After))]);
        return wish == "enable" ? wanted with { Notes = await NotesAsync(instance, cancellation) } : wanted;
    }

    /// <summary>What an instance that is enabled still lacks. In a process of its own it is started to see what it can do.</summary>
    private async Task<IReadOnlyList<string>> NotesAsync(PluginInstance instance, CancellationToken cancellation)
    {
        if (by.App.Mode == AppMode.Command)
        {
            await instance.StartAsync(cancellation);
            if (instance.Capability != Capability.None) by.App.Setups.Set(instance.Id, instance.Capability);
        }
        return [.. CodeProbes.Of(by.App.Setup, instance.Id).Where(p => !p.Ok).Select(p => $"{p.Detail}: {p.Hint}")];
    }

    /// <summary>All instances, or one. In a process of its own an instance is started for its probes.</summary>
    public async Task<IReadOnlyList<CheckResult>> CheckAsync(string? id, CancellationToken cancellation)
    {
        IEnumerable<PluginInstance> wanted = id is null ? by.App.Instances.All : [Find(id)];
        var results = new List<CheckResult>();
        foreach (var instance in wanted)
        {
            IReadOnlyList<Probe> probes = [.. await instance.CheckAsync(cancellation), .. CodeProbes.Of(by.App.Setup, instance.Id)];
            results.Add(new(instance.Id, probes.All(p => p.Ok), [.. probes.Select(Masked)]));
        }
        return results;
    }

    private Probe Masked(Probe probe) => probe with { Detail = by.App.Mask.Apply(probe.Detail), Hint = probe.Hint is null ? null : by.App.Mask.Apply(probe.Hint) };

    private PluginInstance Find(string id) =>
        by.App.Instances.Find(id) ?? throw OperationRefusedException.NoSuch("instance", id, by.App.Instances.All.Select(i => i.Id));

    private static string? Words(InstanceDesired? wanted) =>
        wanted is null ? null : $"enabled={wanted.Enabled?.ToString() ?? "as set"} paused={wanted.Paused} restarts={wanted.Restarts}";
}
