using Connector.Host.Cli.Running;
using Connector.Runtime.Plugins.Catalog;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Host.Cli.Plugins;

/// <summary>The plugin folders as the settings name them; no store is needed to look at them.</summary>
internal static class FoundPlugins
{
    public static PluginCatalog Load(Invocation call) =>
        PluginCatalog.Load(call.LoadChecked().ToConfiguration(), NullLogger<PluginCatalog>.Instance);

    public static FoundPlugin Find(Invocation call, string id)
    {
        var catalog = Load(call);
        return catalog.Find(id) ?? throw new WrongCallException(
            $"there is no plugin '{id}'; found are {string.Join(", ", catalog.Plugins.Select(p => p.Id))}.");
    }
}
