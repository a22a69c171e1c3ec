using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Connector.Vendors.Simulated.Genesys;

/// <summary>The endpoints: who may call, what a body may hold, what comes of it. Called with the cloud's gate held.</summary>
internal sealed partial class SimulatedApi(SimulatedCloud cloud, Action<string> violation)
{
    private const string Emails = "/api/v2/conversations/emails";

    private IReadOnlyList<Endpoint> Endpoints =>
    [
        .. ConversationEndpoints(),
        .. RoutingEndpoints(),
        new("POST", "^/api/v2/analytics/conversations/details/query$", "analytics:conversationDetail:view", Search),
    ];

    public Reply Answer(SimulatedCall call)
    {
        foreach (var endpoint in Endpoints.Where(e => e.Method == call.Method))
        {
            var match = Regex.Match(call.Path, endpoint.Pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
            if (!match.Success) continue;
            if (cloud.Missing.Contains(endpoint.Permission)) return Reply.Error(403, "missing.permissions");
            return endpoint.Act(call, [.. match.Groups.Values.Skip(1).Select(g => Uri.UnescapeDataString(g.Value))]);
        }

        violation($"{call.Method} {call.Path} is not described");
        return Reply.NotFound;
    }

    private (AskedBody? Body, Reply? Refused) Body(SimulatedCall call, params string[] fields)
    {
        var (body, problem) = AskedBody.Read(call.Body, fields);
        if (body is not null) return (body, null);
        violation($"{call.Method} {call.Path}: body {problem}");
        return (null, Reply.Error(400, "bad.request"));
    }

    private Reply Search(SimulatedCall call, string[] ids)
    {
        var (body, refused) = Body(call, "interval*", "order", "orderBy", "paging", "segmentFilters");
        if (refused is not null) return refused;
        var ends = body!.Text("interval")!.Split('/').Select(e => DateTimeOffset.Parse(e)).ToArray();
        var queues = body.Part("paging") is null ? [] : Regex.Matches(call.Body, "\"dimension\":\"queueId\",\"value\":\"([^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Groups[1].Value).ToArray();
        var size = body.Part("paging")?["pageSize"]?.GetValue<int>() ?? 25;
        var number = body.Part("paging")?["pageNumber"]?.GetValue<int>() ?? 1;
        var found = cloud.Conversations
            .Where(c => c.Start >= ends[0] && c.Start < ends[1] && c.Start + cloud.SearchLag <= cloud.Now)
            .Where(c => queues.Length == 0 || c.Legs.Any(l => queues.Contains(l.Queue)))
            .OrderByDescending(c => c.Start).Skip((number - 1) * size).Take(size);
        return Reply.Ok(new JsonObject { ["conversations"] = new JsonArray([.. found.Select(c => (JsonNode)new JsonObject { ["conversationId"] = c.Id, ["conversationStart"] = c.Start.ToString("O") })]) });
    }

    private sealed record Endpoint(string Method, string Pattern, string Permission, Func<SimulatedCall, string[], Reply> Act);
}
