using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Connector.Vendors.Simulated.Genesys;

/// <summary>The routing endpoints.</summary>
internal sealed partial class SimulatedApi
{
    private const string Queues = "/api/v2/routing/queues";
    private const string Codes = "/api/v2/routing/wrapupcodes";

    private IEnumerable<Endpoint> RoutingEndpoints() =>
    [
        new("GET", $"^{Queues}$", "routing:queue:view", (call, _) => Page(call, cloud.Queues.Select(Json))),
        new("GET", $"^{Queues}/([^/]+)/members$", "routing:queue:view", (call, ids) => On(ids, q => Page(call, cloud.Users.Where(u => q.Members?.Contains(u.Id) ?? true).Select(Json), counted: false))),
        new("GET", $"^{Queues}/([^/]+)/wrapupcodes$", "routing:queue:view", (call, ids) => On(ids, q => Page(call, cloud.Codes.Where(c => q.Codes?.Contains(c.Id) ?? true).Select(Json)))),
        new("POST", $"^{Queues}/([^/]+)/wrapupcodes$", "routing:queue:edit", Attach),
        new("DELETE", $"^{Queues}/([^/]+)/wrapupcodes/([^/]+)$", "routing:queue:edit", Detach),
        new("GET", $"^{Codes}$", "routing:wrapupCode:view", (call, _) => Page(call, cloud.Codes.Where(c => Query(call, "name") is not { } name || c.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(Json))),
        new("POST", $"^{Codes}$", "routing:wrapupCode:add", Add),
        new("PUT", $"^{Codes}/([^/]+)$", "routing:wrapupCode:edit", Rename),
    ];

    private Reply Add(SimulatedCall call, string[] ids)
    {
        var (body, refused) = Body(call, "name*", "description", "division");
        if (refused is not null) return refused;
        if (body!.Text("name") is not { Length: > 0 } name) return Reply.Error(400, "invalid.name");
        if (cloud.Codes.Any(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) return Reply.Error(400, "duplicate.name");
        foreach (var queue in cloud.Queues) queue.Codes ??= [.. cloud.Codes.Select(c => c.Id)];
        var code = new SimulatedCode(cloud.NewId(), name) { Modified = cloud.Tick() };
        cloud.Codes.Add(code);
        return Reply.Ok(Json(code));
    }

    private Reply Rename(SimulatedCall call, string[] ids)
    {
        var (body, refused) = Body(call, "name*", "description", "division");
        if (refused is not null) return refused;
        if (cloud.Codes.Find(c => c.Id == ids[0]) is not { } code) return Reply.NotFound;
        (code.Name, code.Modified) = (body!.Text("name")!, cloud.Tick());
        return Reply.Ok(Json(code));
    }

    private Reply Attach(SimulatedCall call, string[] ids) => On(ids, queue =>
    {
        if (JsonNode.Parse(call.Body) is not JsonArray { Count: > 0 and <= 100 } list || list.Any(i => i is not JsonObject { Count: 1 } o || o["id"] is null))
        {
            violation($"{call.Method} {call.Path}: body is no list of ids");
            return Reply.Error(400, "bad.request");
        }

        var all = queue.Codes ??= [.. cloud.Codes.Select(c => c.Id)];
        foreach (var item in list) all.Add(item!["id"]!.ToString());
        return Reply.Ok(new JsonArray([.. cloud.Codes.Where(c => all.Contains(c.Id)).Select(Json)]));
    });

    private Reply Detach(SimulatedCall call, string[] ids) =>
        On(ids, queue => (queue.Codes ??= [.. cloud.Codes.Select(c => c.Id)]).Remove(ids[1]) ? Reply.NoContent : Reply.NotFound);

    private Reply On(string[] ids, Func<SimulatedQueue, Reply> act) => cloud.Queues.Find(q => q.Id == ids[0]) is { } queue ? act(queue) : Reply.NotFound;

    private Reply Page(SimulatedCall call, IEnumerable<JsonNode> all, bool counted = true)
    {
        var known = QueryHelpers.ParseQuery(call.Query).Keys.FirstOrDefault(k => k is not ("pageSize" or "pageNumber" or "name"));
        if (known is not null) violation($"{call.Method} {call.Path}: query has unknown parameter {known}");
        var (number, size) = (int.Parse(Query(call, "pageNumber") ?? "1"), int.Parse(Query(call, "pageSize") ?? "25"));
        return counted ? Reply.Page(all, number, size) : Reply.PageWithoutCount(all, number, size, call.Path);
    }

    private static string? Query(SimulatedCall call, string name) => QueryHelpers.ParseQuery(call.Query).TryGetValue(name, out var value) ? value.ToString() : null;

    private static JsonNode Json(SimulatedQueue queue) => new JsonObject
    {
        ["id"] = queue.Id,
        ["name"] = queue.Name,
        ["acwSettings"] = new JsonObject { ["wrapupPrompt"] = queue.WrapupPrompt, ["timeoutMs"] = queue.TimeoutMs },
        ["enableManualAssignment"] = queue.ManualAssignment,
    };

    private static JsonNode Json(SimulatedUser user) => new JsonObject
    {
        ["id"] = user.Id,
        ["name"] = user.Name,
        ["user"] = new JsonObject { ["id"] = user.Id, ["name"] = user.Name, ["email"] = user.Email },
        ["joined"] = user.Joined,
        ["memberBy"] = "user",
        ["routingStatus"] = new JsonObject { ["userId"] = user.Id, ["status"] = user.Status },
    };

    private static JsonNode Json(SimulatedCode code) => new JsonObject { ["id"] = code.Id, ["name"] = code.Name, ["dateModified"] = code.Modified.ToString("O") };
}
