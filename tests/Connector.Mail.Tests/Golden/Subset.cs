using System.Text.Json;
using System.Text.Json.Nodes;

using Connector.Mail.Tests.Writing;

namespace Connector.Mail.Tests.Golden;

/// <summary>Compares what is expected with what was read: only named members count; an object with a <c>$</c> member is a condition.</summary>
internal static class Subset
{
    public static IEnumerable<string> Differences(JsonNode? expected, JsonNode? actual, string path = "") => expected switch
    {
        JsonObject o when o.Any(m => m.Key.StartsWith('$')) => o.SelectMany(m => Condition(m.Key, m.Value, actual, $"{path} {m.Key}")),
        JsonObject o => actual is JsonObject a ? o.SelectMany(m => Differences(m.Value, a[m.Key], $"{path}.{m.Key}")) : [Difference(path, expected, actual)],
        JsonArray e => actual is JsonArray a && a.Count == e.Count ? e.SelectMany((item, i) => Differences(item, a[i], $"{path}[{i}]")) : [Difference(path, expected, actual)],
        _ => expected is null == actual is null && Text(expected) == Text(actual) ? [] : [Difference(path, expected, actual)],
    };

    private static IEnumerable<string> Condition(string name, JsonNode? value, JsonNode? actual, string path)
    {
        var holds = name switch
        {
            "$any" => true,
            "$contains" when actual is JsonArray list => list.Any(item => !Differences(value, item).Any()),
            "$contains" => Strings(value).All(s => Text(actual).Contains(s, StringComparison.Ordinal)),
            "$lacks" => Strings(value).All(s => !Text(actual).Contains(s, StringComparison.OrdinalIgnoreCase)),
            "$folded" => Folded(Text(value)) == Folded(Text(actual)),
            "$in" => value!.AsArray().Any(v => !Differences(v, actual).Any()),
            "$count" => actual is JsonArray list && list.Count == value!.GetValue<int>(),
            "$last" => actual is JsonArray { Count: > 0 } list && !Differences(value, list[^1]).Any(),
            "$addresses" => Strings(value).SequenceEqual(Addresses(actual)),
            _ => throw new ArgumentException($"no condition {name}", nameof(name)),
        };
        return holds ? [] : [Difference(path, value, actual)];
    }

    private static IEnumerable<string> Strings(JsonNode? value) => value is JsonArray list ? list.Select(Text) : [Text(value)];

    private static IEnumerable<string> Addresses(JsonNode? people) => people!.AsArray().Select(p => Text(p!["address"])).Where(a => a.Length > 0);

    /// <summary>A text's last line ends are no matter of reading.</summary>
    private static string Text(JsonNode? node) =>
        node is null ? "" : node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>().TrimEnd('\r', '\n') : node.ToJsonString();

    private static string Folded(string text) => text.Change("[\\s\u00a0]+", _ => " ").Trim();

    private static string Difference(string path, JsonNode? expected, JsonNode? actual) => $"{path.TrimStart('.', ' ')}: want {Short(expected)}, got {Short(actual)}";

    private static string Short(JsonNode? node)
    {
        var text = node?.ToJsonString(Readable) ?? "null";
        return text.Length <= 400 ? text : text[..400] + "…";
    }

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
