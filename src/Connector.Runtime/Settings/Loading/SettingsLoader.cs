using System.Text.Json.Nodes;
using Connector.Engine.Settings;
using Connector.Runtime.Plugins.Secrets;
using Connector.Runtime.Settings.Binding;
using Connector.Runtime.Settings.Checks;

namespace Connector.Runtime.Settings.Loading;

/// <summary>Built-in, file, environment, command line: laid over each other, bound, checked. Never throws; tells every fault at once.</summary>
public static class SettingsLoader
{
    public const string EnvironmentPrefix = "CONNECTOR__";

    public static LoadedSettings Load(SettingsRequest request)
    {
        var faults = new List<SettingFault>();
        var tree = new SettingsTree();
        tree.Add(SettingsFile.Parse(BuiltIn.Json), Sources.BuiltIn);
        var file = FileOf(request);
        if (file is not null)
        {
            if (SettingsFile.Read(file, faults) is not { } layer) return new(null, faults, file, request.Folder);
            AddFile(tree, layer, Path.GetFileName(file));
        }
        AddEnvironment(tree, request.Environment);
        foreach (var (key, value) in request.CommandLine)
            tree.Set(key, value, "command line");

        var settings = Bind(tree.Root, faults);
        var secrets = new SecretResolver(new SecretMask(), Path.GetDirectoryName(file) ?? request.Folder, name => request.Environment.GetValueOrDefault(name));
        SettingsChecks.Run(new(settings, new(Path.Combine(request.Folder, settings.Data.Folder)), secrets, request.Folder), faults);
        return new(faults.Count == 0 ? settings : null, Ordered(faults, tree.Sources), file, request.Folder)
        {
            Effective = tree.Root,
            Sources = tree.Sources,
        };
    }

    private static string? FileOf(SettingsRequest request)
    {
        if (request.File is { } named) return Path.GetFullPath(named, request.Folder);
        var usual = Path.Combine(request.Folder, SettingsRequest.DefaultFile);
        return File.Exists(usual) ? usual : null;
    }

    /// <summary>The built-in channel and instance are examples: a file that names its own does not want them beside.</summary>
    private static void AddFile(SettingsTree tree, JsonObject layer, string name)
    {
        foreach (var section in (string[])[nameof(ConnectorSettings.Channels), nameof(ConnectorSettings.Instances)])
            if (layer[section] is JsonObject) tree.Root.Remove(section);
        tree.Add(layer, $"file {name}");
    }

    private static void AddEnvironment(SettingsTree tree, IReadOnlyDictionary<string, string> environment)
    {
        foreach (var (name, value) in environment.OrderBy(e => e.Key, StringComparer.Ordinal))
            if (name.StartsWith(EnvironmentPrefix, StringComparison.OrdinalIgnoreCase) && name.Length > EnvironmentPrefix.Length)
                tree.Set(name[EnvironmentPrefix.Length..].Replace("__", ":", StringComparison.Ordinal), value, $"environment {name}");
    }

    private static ConnectorSettings Bind(JsonObject root, List<SettingFault> faults)
    {
        var settings = new StrictBinder(faults).Bind<ConnectorSettings>(root, "");
        var shared = root[nameof(ConnectorSettings.Rules)] as JsonObject ?? [];
        return settings with
        {
            Channels = settings.Channels.ToDictionary(c => c.Key, c => c.Value with { Rules = RulesOf(shared, root, c.Key) }, StringComparer.OrdinalIgnoreCase),
        };
    }

    /// <summary>Faults of shape were told when each section was bound alone.</summary>
    private static Rules RulesOf(JsonObject shared, JsonObject root, string channel) =>
        new StrictBinder([]).Bind<Rules>(SettingsTree.Over(shared, root[nameof(ConnectorSettings.Channels)]?[channel]?[nameof(ChannelSettings.Rules)] as JsonObject ?? []), "");

    /// <summary>In order of keys; a fault that did not come from the file says where it did.</summary>
    private static List<SettingFault> Ordered(List<SettingFault> faults, Sources sources) =>
        [.. faults.Distinct().Select(f => sources.Of(f.Key) is var source && source.StartsWith("environment", StringComparison.Ordinal)
            ? f with { Hint = f.Hint is null ? $"set by {source}" : $"{f.Hint} (set by {source})" }
            : f).OrderBy(f => f.Key, StringComparer.OrdinalIgnoreCase)];
}
