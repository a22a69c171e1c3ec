using System.Text.Json.Nodes;

namespace Connector.Scenarios.Tests.Kit;

/// <summary>
/// Whether a record says at least what is expected. Texts: <c>*</c> anything but null, <c>~part</c> contains, <c>!text</c> differs. Lists of texts and
/// numbers must be equal whatever the order; of a list of objects each expected one must be there.
/// </summary>
internal static class Subset
{
    /// <summary>What differs, with its path; empty when nothing does.</summary>
    public static IEnumerable<string> Differences(JsonNode? expected, JsonNode? actual, Templates templates, string path) => expected switch
    {
        JsonObject wanted when actual is JsonObject there => wanted.SelectMany(w => Differences(w.Value, there[w.Key], templates, $"{path}.{w.Key}")),
        JsonArray wanted when actual is JsonArray there => Lists(wanted, there, templates, path),
        JsonValue wanted when wanted.TryGetValue<string>(out var text) => Same(templates.Fill(text), actual) ? [] : [$"{path}: {templates.Fill(text)} expected, {actual?.ToJsonString() ?? "null"} there"],
        _ => JsonNode.DeepEquals(expected, actual) ? [] : [$"{path}: {expected?.ToJsonString() ?? "null"} expected, {actual?.ToJsonString() ?? "null"} there"],
    };

    private static IEnumerable<string> Lists(JsonArray wanted, JsonArray there, Templates templates, string path)
    {
        if (wanted.Any(w => w is JsonObject))
            return wanted.Where(w => there.All(t => Differences(w, t, templates, path).Any())).Select(w => $"{path}: no element like {w!.ToJsonString()} in {there.ToJsonString()}");
        var left = wanted.Select(w => templates.Fill(w!.ToString())).Order(StringComparer.Ordinal).ToList();
        var right = there.Select(t => t!.ToString()).Order(StringComparer.Ordinal).ToList();
        return left.SequenceEqual(right, StringComparer.Ordinal) ? [] : [$"{path}: [{string.Join(", ", left)}] expected, [{string.Join(", ", right)}] there"];
    }

    private static bool Same(string expected, JsonNode? actual) => expected switch
    {
        "*" => actual is not null,
        ['~', .. var part] => actual?.ToString().Contains(part, StringComparison.OrdinalIgnoreCase) == true,
        ['!', .. var other] => actual?.ToString() != other,
        _ => actual?.ToString() == expected,
    };
}
