using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Connector.Contracts;
using Connector.Engine.Settings;
using Connector.Runtime.Plugins.Secrets;

namespace Connector.Runtime.Settings.Binding;

/// <summary>Fills settings from a tree and tells every fault of shape at once: unknown keys, wrong types, values out of range.</summary>
internal sealed class StrictBinder(ICollection<SettingFault> faults)
{
    private static readonly NullabilityInfoContext Nullability = new();
    private static readonly Lock NullabilityGate = new();

    public T Bind<T>(JsonObject node, string path) where T : new()
    {
        var target = new T();
        Fill(target, node, path);
        return target;
    }

    private void Fill(object target, JsonObject node, string path)
    {
        foreach (var (name, value) in node)
        {
            var key = path.Length == 0 ? name : $"{path}:{name}";
            if (target.GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase) is { CanWrite: true } property)
                Set(property, target, value, key);
            else
                faults.Add(new(key, "is not a setting", Hint: KnownKeys.HintFor(target.GetType(), name)));
        }
    }

    private void Set(PropertyInfo property, object target, JsonNode? node, string key)
    {
        if (node is null || (IsNone(node) && AllowsNull(property)))
        {
            if (AllowsNull(property)) property.SetValue(target, null);
            else faults.Add(new(key, $"must be {Leaf.Describe(property.PropertyType)}", "null"));
            return;
        }
        if (property.IsDefined(typeof(CommaSeparatedAttribute)) && node is JsonValue text && text.TryGetValue<string>(out var written)) node = Listed(written);
        var value = property.IsDefined(typeof(SecretAttribute)) ? Secret(node, key) : Read(property.PropertyType, node, property.GetValue(target), key);
        if (value is null) return;
        property.SetValue(target, value);
        foreach (var rule in property.GetCustomAttributes<ValidationAttribute>().Where(r => !r.IsValid(value)))
            faults.Add(new(key, Limit(rule), Convert.ToString(value, CultureInfo.InvariantCulture)));
    }

    private object? Read(Type type, JsonNode node, object? current, string key)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Leaf.Reads(type)) return Single(type, node, key);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)) return List(type.GetGenericArguments()[0], node, key);
        if (node is not JsonObject section) return Wrong(type, node, key);
        if (type == typeof(JsonObject)) return section.DeepClone();
        if (type.IsGenericType) return Map(type.GetGenericArguments()[1], section, key);
        var target = current ?? Activator.CreateInstance(type)!;
        Fill(target, section, key);
        return target;
    }

    private object? Single(Type type, JsonNode node, string key)
    {
        if (node is JsonValue value && Leaf.TryRead(type, value, out var read)) return read;
        faults.Add(new(key, $"must be {Leaf.Describe(type)}", Shown(node), Leaf.Hint(type, Shown(node))));
        return null;
    }

    private object? List(Type item, JsonNode node, string key)
    {
        var items = node switch
        {
            JsonArray array => array.ToList(),
            JsonObject numbered when numbered.All(p => int.TryParse(p.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _)) =>
                numbered.OrderBy(p => int.Parse(p.Key, CultureInfo.InvariantCulture)).Select(p => p.Value).ToList(),
            _ => null,
        };
        if (items is null) return Wrong(typeof(IReadOnlyList<>), node, key);
        var values = items.Select((n, i) => n is null ? Wrong(item, n, $"{key}:{i}") : Read(item, n, null, $"{key}:{i}")).ToList();
        if (values.Contains(null)) return null;
        var list = Array.CreateInstance(item, values.Count);
        for (var i = 0; i < values.Count; i++) list.SetValue(values[i], i);
        return list;
    }

    private static JsonArray Listed(string written) => [.. written.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(w => (JsonNode)w)];

    private object Map(Type item, JsonObject section, string key)
    {
        var map = (System.Collections.IDictionary)Activator.CreateInstance(
            typeof(Dictionary<,>).MakeGenericType(typeof(string), item), StringComparer.OrdinalIgnoreCase)!;
        foreach (var (name, node) in section)
            if ((node is null ? Wrong(item, node, $"{key}:{name}") : Read(item, node, null, $"{key}:{name}")) is { } value)
                map.Add(name, value);
        return map;
    }

    /// <summary>A reference is kept as it is; anything else may be a secret, so that its value is not told.</summary>
    private string? Secret(JsonNode node, string key)
    {
        if (node is JsonValue value && value.TryGetValue<string>(out var text) && SecretResolver.IsReference(text)) return text;
        faults.Add(new(key, "must be a reference, never the secret itself", SecretMask.Mark, "write secret:env:NAME or secret:file:PATH"));
        return null;
    }

    private object? Wrong(Type type, JsonNode? node, string key)
    {
        faults.Add(new(key, $"must be {Leaf.Describe(type)}", Shown(node)));
        return null;
    }

    private static string Shown(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject => "an object",
        JsonArray => "a list",
        _ => node.ToString(),
    };

    /// <summary>The environment cannot say null, and people say off.</summary>
    private static bool IsNone(JsonNode node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && text is "" or "off" or "none";

    private static bool AllowsNull(PropertyInfo property)
    {
        lock (NullabilityGate)
            return Nullability.Create(property).WriteState == NullabilityState.Nullable;
    }

    private static string Limit(ValidationAttribute rule) =>
        rule is RangeAttribute range ? $"must be from {range.Minimum} to {range.Maximum}" : rule.FormatErrorMessage("the value");
}
