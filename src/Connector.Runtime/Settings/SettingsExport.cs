using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Connector.Runtime.Plugins.Secrets;
using Connector.Runtime.Settings.Loading;

namespace Connector.Runtime.Settings;

/// <summary>The settings as they take effect, defaults written out, secrets masked; and where each value came from.</summary>
public static class SettingsExport
{
    private static readonly string[] SecretWords = ["password", "secret", "token", "apikey", "privatekey", "credential"];

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new AsText<TimeSpan>(Period.Format), new AsText<ByteSize>(s => s.ToString()) },
    };

    /// <summary>A settings file that would give the same settings.</summary>
    public static JsonObject Effective(ConnectorSettings settings)
    {
        var tree = (JsonObject)JsonSerializer.SerializeToNode(settings, Options)!;
        if (settings.Data.ConnectionString is { } connection && !SecretResolver.IsReference(connection))
            tree["Data"]!["ConnectionString"] = SecretMask.Mark;
        Mask(tree);
        return tree;
    }

    /// <summary>Each value by its key with its source, in the order of the file.</summary>
    public static IReadOnlyList<SettingOrigin> Origins(LoadedSettings loaded) =>
        loaded.Settings is { } settings ? [.. Leaves(Effective(settings), "").Select(l => new SettingOrigin(l.Key, l.Value, loaded.SourceOf(l.Key)))] : [];

    private static void Mask(JsonNode node)
    {
        foreach (var (name, value) in node is JsonObject section ? section.ToList() : [])
            if (value is JsonValue text && LooksSecret(name) && !SecretResolver.IsReference(text.ToString()) && text.GetValueKind() == JsonValueKind.String)
                node[name] = SecretMask.Mark;
            else if (value is not null)
                Mask(value);
        foreach (var item in node is JsonArray list ? list.OfType<JsonNode>().ToList() : [])
            Mask(item);
    }

    private static bool LooksSecret(string name) => SecretWords.Any(w => name.Contains(w, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<(string Key, string Value)> Leaves(JsonNode? node, string key) => node switch
    {
        JsonObject { Count: > 0 } section => section.SelectMany(p => Leaves(p.Value, key.Length == 0 ? p.Key : $"{key}:{p.Key}")),
        JsonArray { Count: > 0 } list => list.SelectMany((n, i) => Leaves(n, $"{key}:{i}")),
        _ => [(key, node?.ToJsonString(Options) ?? "null")],
    };

    private sealed class AsText<T>(Func<T, string> format) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Settings are read by the loader, which tells faults.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(format(value));
    }
}

/// <summary>One value and the layer it came from. <paramref name="Value"/> is JSON.</summary>
public sealed record SettingOrigin(string Key, string Value, string Source);
