using System.Text.Json;
using System.Text.Json.Nodes;

namespace Connector.Runtime.Tests.Plugins.Binding;

/// <summary>As much of JSON Schema as our schemas use; answers the first fault, or null.</summary>
internal static class SchemaCheck
{
    public static string? Fault(JsonNode schema, JsonNode value, string path = "")
    {
        var types = schema["type"] is JsonArray many ? [.. many.Select(t => t!.ToString())] : new[] { schema["type"]?.ToString() ?? "" };
        if (!types.Contains(Type(value)))
            return $"{path} is no {types[0]}";
        return value switch
        {
            JsonObject o => Members(schema, o, path),
            JsonArray a => a.Select((item, i) => Fault(schema["items"]!, item!, Join(path, $"{i}"))).FirstOrDefault(f => f is not null),
            _ => Single(schema, value, path),
        };
    }

    private static string? Members(JsonNode schema, JsonObject value, string path)
    {
        var missing = schema["required"]?.AsArray().Select(r => r!.ToString()).FirstOrDefault(r => !value.ContainsKey(r));
        return missing is not null ? $"{Join(path, missing)} is missing" : value.Select(m => Member(schema, m.Key, m.Value!, path)).FirstOrDefault(f => f is not null);
    }

    private static string? Member(JsonNode schema, string name, JsonNode value, string path)
    {
        var member = schema["properties"]?[name] ?? (schema["additionalProperties"] as JsonObject);
        return member is null ? $"{Join(path, name)} is not in the schema" : Fault(member, value, Join(path, name));
    }

    private static string? Single(JsonNode schema, JsonNode value, string path)
    {
        if (schema["enum"] is JsonArray words && !words.Any(w => w?.ToString() == value.ToString()))
            return $"{path} is not one of the words";
        return value.GetValueKind() == JsonValueKind.Number && schema["maximum"]?.GetValue<int>() < value.GetValue<int>() ? $"{path} is above {schema["maximum"]}" : null;
    }

    private static string Type(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.Number => "integer",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "string",
    };

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
