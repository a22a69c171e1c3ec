using System.CommandLine;
using Connector.Host.Cli.Output;
using Connector.Host.Cli.Running;
using Connector.Runtime.Settings;

namespace Connector.Host.Cli.Config;

/// <summary>The settings in effect as a settings file, secrets masked; or each value with the layer it came from.</summary>
internal static class ConfigExport
{
    private static readonly Option<bool> Sources = new("--sources") { Description = "Show where each value came from instead" };

    public static Command Create() => new Command("export", "Show the settings in effect, secrets masked")
        .With(Sources)
        .Does((call, _) => Task.FromResult(Run(call)));

    private static int Run(Invocation call)
    {
        var loaded = call.LoadChecked();
        if (call.Get(Sources))
            return call.Print.Answer(SettingsExport.Origins(loaded), (origins, print) =>
                print.Table(new Table("key", "value", "from").AddAll(origins, o => [o.Key, o.Value, o.Source])));
        return call.Print.Answer(SettingsExport.Effective(loaded.Settings!), (settings, print) => print.Text(Json.ConnectorJson.Document(settings)));
    }
}
