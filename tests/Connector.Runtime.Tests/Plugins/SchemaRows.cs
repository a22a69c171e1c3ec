using System.Text.Json.Nodes;

namespace Connector.Runtime.Tests.Plugins;

/// <summary>A schema as the rows a README should have: name, default, range.</summary>
internal static class SchemaRows
{
    public static IEnumerable<(string Name, string Default, string? Range)> Of(JsonNode schema, string prefix = "")
    {
        foreach (var (name, option) in schema["properties"]!.AsObject())
        {
            yield return (prefix + name, Default(schema, name, option!), Range(option!));
            if (option!["items"]?["properties"] is not null)
            {
                foreach (var row in Of(option["items"]!, $"{prefix}{name}[]."))
                    yield return row;
            }
            else if (option["properties"] is not null)
            {
                foreach (var row in Of(option, $"{prefix}{name}."))
                    yield return row;
            }
        }
    }

    private static string Default(JsonNode schema, string name, JsonNode option) => option["default"] switch
    {
        _ when schema["required"]?.AsArray().Any(r => r!.ToString() == name) == true => "required",
        null => "–",
        JsonArray { Count: 0 } or JsonObject { Count: 0 } => "none",
        { } value => value.ToString(),
    };

    private static string? Range(JsonNode option) => option["minimum"] is { } least ? $"{least} to {option["maximum"]}" : null;
}
