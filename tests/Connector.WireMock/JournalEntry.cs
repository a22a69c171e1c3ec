using System.Text.Json.Nodes;

namespace Connector.WireMock;

/// <summary>A request as the stubs saw it.</summary>
public sealed record JournalEntry(string Method, string Url, string Body, IReadOnlyDictionary<string, string> Headers, bool Matched, string? Stub, IReadOnlyList<string> Errors)
{
    internal static JournalEntry Of(JsonNode entry)
    {
        var request = entry["request"]!;
        return new(
            request["method"]!.ToString(),
            request["url"]!.ToString(),
            request["body"]?.ToString() ?? "",
            request["headers"]!.AsObject().ToDictionary(h => h.Key, h => h.Value!.ToString(), StringComparer.OrdinalIgnoreCase),
            entry["wasMatched"]!.GetValue<bool>(),
            entry["stubMapping"]?["name"]?.ToString(),
            [.. (entry["subEvents"]?.AsArray() ?? []).Where(e => e!["type"]!.ToString() == "ERROR").Select(e => e!["data"]!.ToJsonString())]);
    }
}
