using System.CommandLine;
using Connector.Host.Cli.Running;

namespace Connector.Host.Cli.Plugins;

/// <summary><c>plugins …</c>: what is found, and what administrators want of the instances.</summary>
internal static class PluginsCommands
{
    public static Command Create() => new Command("plugins", "Plugins found, and the instances configured of them")
        .With(PluginsList.Create(), PluginsDescribe.Create()).With(InstanceCommands.Create());
}
