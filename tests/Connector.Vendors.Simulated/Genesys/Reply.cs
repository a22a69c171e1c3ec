using System.Text.Json.Nodes;

namespace Connector.Vendors.Simulated.Genesys;

/// <summary>What the vendor answers.</summary>
internal sealed record Reply(int Status, JsonNode? Body = null)
{
    public static Reply Ok(JsonNode body) => new(200, body);

    public static Reply Accepted { get; } = new(202);

    public static Reply NoContent { get; } = new(204);

    public static Reply NotFound => Error(404, "not.found");

    public static Reply Error(int status, string code) => new(status, new JsonObject { ["message"] = "as it says", ["code"] = code, ["status"] = status, ["contextId"] = "c0de" });

    public static Reply Page(IEnumerable<JsonNode> all, int number, int size)
    {
        var list = all.ToArray();
        var count = Math.Max(1, (list.Length + size - 1) / size);
        return Ok(new JsonObject
        {
            ["entities"] = new JsonArray([.. list.Skip((number - 1) * size).Take(size)]),
            ["pageSize"] = size,
            ["pageNumber"] = number,
            ["pageCount"] = count,
            ["total"] = list.Length,
        });
    }

    /// <summary>A page of a list that tells no count, only where the next page is.</summary>
    public static Reply PageWithoutCount(IEnumerable<JsonNode> all, int number, int size, string path)
    {
        var list = all.ToArray();
        var page = new JsonObject { ["entities"] = new JsonArray([.. list.Skip((number - 1) * size).Take(size)]), ["pageNumber"] = number, ["pageSize"] = size };
        if (list.Length > number * size) page["nextUri"] = $"{path}?pageNumber={number + 1}&pageSize={size}";
        return Ok(page);
    }
}

/// <summary>A body, checked: a field that is not described is a violation.</summary>
internal sealed class AskedBody
{
    private readonly JsonObject _json;

    private AskedBody(JsonObject json) => _json = json;

    /// <summary>Null and the reason when the body is not as described. A star marks a field that must be there.</summary>
    public static (AskedBody? Body, string? Problem) Read(string text, params string[] fields)
    {
        if (Parse(text) is not { } json) return (null, "is no JSON object");
        var names = fields.Select(f => f.TrimEnd('*')).ToArray();
        if (json.Select(p => p.Key).FirstOrDefault(k => !names.Contains(k)) is { } unknown) return (null, $"has unknown field {unknown}");
        if (fields.FirstOrDefault(f => f.EndsWith('*') && json[f.TrimEnd('*')] is null) is { } missing) return (null, $"lacks {missing.TrimEnd('*')}");
        return (new(json), null);
    }

    public string? Text(string name) => _json[name]?.ToString();

    public bool Has(string name) => _json.ContainsKey(name);

    public JsonObject? Part(string name) => _json[name] as JsonObject;

    public IReadOnlyDictionary<string, string> Map(string name) => Part(name)?.ToDictionary(p => p.Key, p => p.Value!.ToString()) ?? [];

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
