using System.CommandLine;
using Connector.Host.Cli.Output;
using Connector.Host.Cli.Running;
using Connector.Host.Json;
using Connector.Host.Operations.Plugins;
using Connector.Runtime.Settings.Loading;

namespace Connector.Host.Cli.Plugins;

/// <summary>One plugin: manifest, capabilities, the JSON Schema of its options.</summary>
internal static class PluginsDescribe
{
    private static readonly Argument<string> Id = new("PLUGIN") { Description = "Id of the plugin, as listed" };

    public static Command Create() => new Command("describe", "One plugin: what it can do and the schema of its options")
        .With(Id)
        .Does((call, _) => Task.FromResult(Run(call)));

    private static int Run(Invocation call)
    {
        var plugin = FoundPlugins.Find(call, call.Get(Id));
        var description = new PluginDescription(PluginView.Of(plugin), InstancesOf(plugin.Id, call.LoadChecked()), plugin.Schema(), plugin.Hash());
        return call.Print.Answer(description, Write);
    }

    private static List<string> InstancesOf(string plugin, LoadedSettings loaded) =>
        [.. loaded.Settings!.Instances.Where(i => i.Value.Plugin.Equals(plugin, StringComparison.OrdinalIgnoreCase)).Select(i => i.Key)];

    private static void Write(PluginDescription d, Printer print)
    {
        print.Table(new Table("", d.Plugin.Id)
            .Add("vendor", d.Plugin.Vendor)
            .Add("version", d.Plugin.Version)
            .Add("state", d.Plugin.Reason is null ? d.Plugin.State : $"{d.Plugin.State}: {d.Plugin.Reason}")
            .Add("channels", d.Plugin.Channels)
            .Add("routing source", d.Plugin.RoutingSource)
            .Add("events", d.Plugin.Delivery)
            .Add("status", d.Plugin.Status)
            .Add("owner", d.Plugin.Owner)
            .Add("capabilities", d.Plugin.Capabilities)
            .Add("instances", d.Instances)
            .Add("folder", d.Plugin.Folder)
            .Add("hash", d.Hash));
        if (d.OptionsSchema is null) return;
        print.Text();
        print.Text("Options of an instance (JSON Schema):");
        print.Text(ConnectorJson.Document(d.OptionsSchema));
    }
}
