using System.Collections.Immutable;
using System.Text.Json;
using Connector.Contracts;

namespace Connector.Runtime.Plugins.Catalog;

/// <summary>Reads one <c>plugin.json</c> and finds every fault at once.</summary>
internal sealed class ManifestReader
{
    public const string FileName = "plugin.json";

    private static readonly ImmutableArray<string> Keys =
        ["id", "vendor", "version", "assembly", "type", "contract", "channels", "delivery", "routingSource", "status", "owner"];

    private readonly List<string> _faults = [];
    private readonly JsonElement _root;

    private ManifestReader(JsonElement root) => _root = root;

    public static (PluginManifest? Manifest, IReadOnlyList<string> Faults) Read(string folder)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, FileName)));
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return (null, ["plugin.json must be a JSON object"]);
            var reader = new ManifestReader(document.RootElement);
            var manifest = reader.Manifest(Path.GetFileName(folder));
            return (reader._faults.Count == 0 ? manifest : null, reader._faults);
        }
        catch (FileNotFoundException)
        {
            return (null, ["plugin.json is missing"]);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return (null, [$"plugin.json cannot be read: {e.Message}"]);
        }
    }

    private PluginManifest Manifest(string folderName)
    {
        foreach (var key in _root.EnumerateObject().Select(p => p.Name).Where(name => !Keys.Contains(name)))
            Fault($"'{key}' is not known; known are {string.Join(", ", Keys)}");
        var manifest = new PluginManifest
        {
            Id = Text("id"),
            Vendor = Text("vendor"),
            Version = Text("version"),
            Assembly = Text("assembly"),
            Type = Text("type"),
            Contract = Contract(),
            Channels = Channels(),
            Delivery = Word<EventDelivery>("delivery", Text("delivery")),
            RoutingSource = Word<RoutingSource>("routingSource", Text("routingSource")),
            Status = Word<PluginStatus>("status", Text("status")),
            Owner = Text("owner"),
        };
        CheckNames(manifest, folderName);
        return manifest;
    }

    private void CheckNames(PluginManifest manifest, string folderName)
    {
        if (manifest.Id.Length > 0 && manifest.Id != folderName)
            Fault($"'id' is '{manifest.Id}' but the folder is '{folderName}'; they must be equal");
        if (manifest.Assembly != Path.GetFileName(manifest.Assembly))
            Fault("'assembly' must be a file name in the plugin's own folder");
    }

    private string Text(string key)
    {
        if (_root.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text))
            return text;
        Fault($"'{key}' must be a text that is not empty");
        return "";
    }

    private Version Contract()
    {
        var text = Text("contract");
        if (Version.TryParse(text, out var version))
            return version;
        if (text.Length > 0)
            Fault($"'contract' is '{text}'; write a version like {ContractVersion.Major}.{ContractVersion.Minor}");
        return new Version();
    }

    private ImmutableArray<ChannelType> Channels()
    {
        if (_root.TryGetProperty("channels", out var value) && value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0)
            return [.. value.EnumerateArray().Select(c => Word<ChannelType>("channels", c.ToString()))];
        Fault("'channels' must be a list with at least one channel type");
        return [];
    }

    private T Word<T>(string key, string text)
        where T : struct, Enum
    {
        foreach (var name in Enum.GetNames<T>())
        {
            if (name.Equals(text, StringComparison.OrdinalIgnoreCase))
                return Enum.Parse<T>(name);
        }

        if (text.Length > 0)
            Fault($"'{key}' is '{text}'; one of {string.Join(", ", Enum.GetNames<T>())}");
        return default;
    }

    private void Fault(string text) => _faults.Add(text);
}
