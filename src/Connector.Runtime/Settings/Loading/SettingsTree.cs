using System.Globalization;
using System.Text.Json.Nodes;

namespace Connector.Runtime.Settings.Loading;

/// <summary>Layers laid over each other: objects key by key, everything else as a whole. Keys in any case.</summary>
internal sealed class SettingsTree
{
    public static readonly JsonNodeOptions AnyCase = new() { PropertyNameCaseInsensitive = true };

    public JsonObject Root { get; } = new(AnyCase);

    public Sources Sources { get; } = new();

    public void Add(JsonObject layer, string source) => Lay(layer, Root, "", source);

    /// <summary>One value by its path. Numbers in the path count into lists.</summary>
    public void Set(string path, string value, string source)
    {
        var names = path.Split(':');
        JsonNode at = Root;
        foreach (var name in names[..^1])
            at = Step(at, name);
        Put(at, names[^1], value);
        Sources.Set(path, source);
    }

    /// <summary>A tree of two objects, neither changed: the upper one over the lower one.</summary>
    public static JsonObject Over(JsonObject lower, JsonObject upper)
    {
        var tree = new SettingsTree();
        tree.Add(lower, "");
        tree.Add(upper, "");
        return tree.Root;
    }

    private void Lay(JsonObject layer, JsonObject target, string path, string source)
    {
        foreach (var (name, value) in layer)
        {
            var key = path.Length == 0 ? name : $"{path}:{name}";
            if (value is JsonObject inner && target[name] is JsonObject existing)
            {
                Lay(inner, existing, key, source);
                continue;
            }
            target[name] = value?.DeepClone();
            if (source != Sources.BuiltIn) Sources.Set(key, source);
        }
    }

    private static JsonNode Step(JsonNode at, string name)
    {
        if (Child(at, name) is { } child and (JsonObject or JsonArray)) return child;
        var made = new JsonObject(AnyCase);
        Put(at, name, made);
        return made;
    }

    private static JsonNode? Child(JsonNode at, string name) => at switch
    {
        JsonObject parent => parent[name],
        JsonArray list when Index(name) is { } index && index < list.Count => list[index],
        _ => null,
    };

    private static void Put(JsonNode at, string name, JsonNode value)
    {
        if (at is JsonObject parent) parent[name] = value;
        else if (at is JsonArray list && Index(name) is { } index && index < list.Count) list[index] = value;
        else if (at is JsonArray longer) longer.Add(value);
    }

    private static int? Index(string name) => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
}
