using System.CommandLine;
using Connector.Host.Cli.Output;
using Connector.Host.Cli.Running;
using Connector.Host.Operations.Plugins;

namespace Connector.Host.Cli.Plugins;

/// <summary>What was found in the plugin folders, broken ones with their reason.</summary>
internal static class PluginsList
{
    public static Command Create() => new Command("list", "Plugins that were found, with state and reason")
        .Does((call, _) => Task.FromResult(Run(call)));

    private static int Run(Invocation call) => call.Print.Answer(
        FoundPlugins.Load(call).Plugins.Select(PluginView.Of).ToList(),
        (plugins, print) => print.Table(new Table("plugin", "vendor", "version", "state", "reason", "capabilities")
            .AddAll(plugins, p => [p.Id, p.Vendor, p.Version, p.State, p.Reason, p.Capabilities])));
}
