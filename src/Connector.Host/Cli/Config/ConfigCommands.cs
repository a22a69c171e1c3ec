using System.CommandLine;
using Connector.Host.Cli.Running;

namespace Connector.Host.Cli.Config;

/// <summary><c>config validate</c> and <c>config export</c>.</summary>
internal static class ConfigCommands
{
    public static Command Create() => new Command("config", "Check the settings, or show those in effect")
        .With(ConfigValidate.Create(), ConfigExport.Create());
}
