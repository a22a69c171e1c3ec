using System.Collections.Immutable;
using Connector.Runtime.Plugins.Binding;
using Connector.Runtime.Plugins.Catalog;
using Connector.Runtime.Plugins.Secrets;
using Connector.Runtime.Settings;
using Microsoft.Extensions.Configuration;

namespace Connector.Runtime.Plugins.Instances;

/// <summary>All configured instances, by id.</summary>
public sealed class PluginInstances : IAsyncDisposable
{
    private readonly InstanceSurroundings _around;

    /// <summary>One instance for each entry under <c>Instances</c>; none is started yet.</summary>
    public PluginInstances(PluginCatalog catalog, IConfiguration configuration, InstanceSurroundings around)
    {
        _around = around;
        All = [.. ConfiguredInstance.Read(configuration).Settings.Select(s => new PluginInstance(s, catalog.Find(s.Plugin), around))];
    }

    /// <summary>In the order of the settings.</summary>
    public ImmutableArray<PluginInstance> All { get; }

    /// <summary>Everything wrong under <c>Instances</c>, options included, without applying anything.</summary>
    public static ImmutableArray<SettingFault> Faults(PluginCatalog catalog, IConfiguration configuration, ISecretResolver secrets)
    {
        var (settings, faults) = ConfiguredInstance.Read(configuration);
        return [.. faults, .. settings.SelectMany(s => Faults(s, catalog, secrets))];
    }

    /// <summary>The instance, or null.</summary>
    public PluginInstance? Find(string id) => All.FirstOrDefault(i => i.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>Starts all that are enabled, side by side; returns when each has started or failed.</summary>
    public Task StartAsync(CancellationToken cancellation) =>
        Task.WhenAll(All.Where(i => i.Settings.Enabled).Select(i => i.StartAsync(cancellation)));

    /// <summary>Tries again those whose start failed for a passing reason and whose wait is over. Call it every second or so.</summary>
    public Task RetryAsync(CancellationToken cancellation)
    {
        var now = _around.MachineTime.GetUtcNow();
        return Task.WhenAll(All.Where(i => i.Status is { State: InstanceState.Failed, Until: { } until } && until <= now).Select(i => i.StartAsync(cancellation)));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Task.WhenAll(All.Select(i => i.DisposeAsync().AsTask()));

    private static IEnumerable<SettingFault> Faults(ConfiguredInstance settings, PluginCatalog catalog, ISecretResolver secrets)
    {
        var key = $"{settings.Options.Path[..^":Options".Length]}:Plugin";
        return catalog.Find(settings.Plugin) switch
        {
            null when settings.Plugin.Length == 0 => [],
            null => [new(key, "names no plugin that was found", settings.Plugin, $"found: {string.Join(", ", catalog.Plugins.Select(p => p.Id))}")],
            { Entry: { } entry } => OptionsBinder.Bind(entry.OptionsType, settings.Options, secrets, entry.Validate).Faults,
            { } broken => [new(key, $"this plugin cannot be used: {broken.Reason}", settings.Plugin)],
        };
    }
}
