using System.Net;
using Connector.Engine.Door;
using Connector.Engine.Settings;
using Connector.Host.Api.Problems;

namespace Connector.Host.Tests.Api.Problems;

public sealed class ProblemTableTests(HostFixture host) : IClassFixture<HostFixture>
{
    /// <summary>Request of ann on her own work -> status and rule.</summary>
    public static TheoryData<string, string, string?, int, string> Table => new()
    {
        { "GET", "interactions/i-999999", null, 404, "NotFound" },
        { "GET", "interactions/17", null, 404, "NotFound" },
        { "GET", "cases/c-999999", null, 404, "NotFound" },
        { "GET", "messages/m-999999", null, 404, "NotFound" },
        { "GET", "nothing-here", null, 404, "NotFound" },
        { "DELETE", "interactions", null, 405, "MethodNotAllowed" },
        { "GET", "interactions?limit=0", null, 400, "InvalidRequest" },
        { "GET", "interactions?limit=many", null, 400, "InvalidRequest" },
        { "GET", "interactions?cursor=!!", null, 400, "InvalidRequest" },
        { "GET", "interactions?state=Sleeping", null, 400, "InvalidRequest" },
        { "GET", "offers?wait=1000", null, 400, "InvalidRequest" },
        { "POST", "interactions/{mine}/reply", """{ "text": "" }""", 422, "EmptyText" },
        { "POST", "interactions/{mine}/reply", """{ "txet": "hello" }""", 400, "InvalidRequest" },
        { "POST", "interactions/{mine}/reply", "{ broken", 400, "InvalidRequest" },
        { "POST", "interactions/{mine}/note", """{ "text": "  " }""", 422, "EmptyText" },
        { "POST", "interactions/{mine}/close", """{ "code": "no_such" }""", 422, "UnknownCode" },
        { "POST", "interactions/{mine}/wrap-up", """{ "code": "issue_resolved" }""", 409, "NotAllowedInState" },
        { "POST", "interactions/{mine}/wrap-up", """{ "code": "" }""", 422, "CodeRequired" },
        { "POST", "interactions/{mine}/transfer", """{ "queue": "a", "agent": "b" }""", 400, "InvalidRequest" },
        { "POST", "interactions/{other}/reply", """{ "text": "hello" }""", 403, "NotOwner" },
        { "POST", "interactions/{closed}/reply", """{ "text": "hello" }""", 409, "InteractionClosed" },
        { "POST", "interactions/{closed}/note", """{ "text": "hello" }""", 409, "InteractionClosed" },
        { "POST", "interactions/{new}/close", """{ "reason": "spam" }""", 403, "Forbidden" },
        { "POST", "offers/awa.none/accept", null, 409, "OfferGone" },
        { "PUT", "agents/ben/presence", """{ "presence": "Away" }""", 403, "Forbidden" },
        { "PUT", "agents/ann/presence", """{ "presence": "Asleep" }""", 400, "InvalidRequest" },
        { "GET", "admin/status", null, 403, "Forbidden" },
        { "POST", "mail", "x", 403, "Forbidden" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Request_ThatIsRefused_GetsStatusAndRule(string method, string path, string? body, int status, string rule)
    {
        var ann = await host.AsAsync(AgentRole.Agent, "ann");

        var answer = await ann.SendAsync(new HttpMethod(method), await FilledAsync(path, ann), body);

        Assert.Equal((HttpStatusCode)status, answer.Status);
        Assert.Equal("application/problem+json", answer.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(rule, answer.Rule);
        Assert.Equal($"urn:connector:rule:{rule}", (string?)answer.Json["type"]);
        Assert.Equal(status, (int)answer.Json["status"]!);
        Assert.NotEmpty((string)answer.Json["title"]!);
        Assert.NotEmpty((string)answer.Json["detail"]!);
        Assert.Equal(answer.Header("X-Correlation-Id"), (string?)answer.Json["correlationId"]);
    }

    [Fact]
    public void RuleStatus_EveryRuleOfTheEngine_StandsInTheTable()
    {
        var rules = typeof(RuleNames).GetFields().Select(f => (string)f.GetRawConstantValue()!);

        Assert.Empty(rules.Except(RuleStatus.Known));
    }

    private async Task<string> FilledAsync(string path, ApiCaller ann)
    {
        if (path.Contains("{mine}", StringComparison.Ordinal)) return path.Replace("{mine}", await host.WorkAsync("ann"), StringComparison.Ordinal);
        if (path.Contains("{other}", StringComparison.Ordinal)) return path.Replace("{other}", await host.WorkAsync("ben"), StringComparison.Ordinal);
        if (path.Contains("{new}", StringComparison.Ordinal)) return path.Replace("{new}", await host.MailAsync(), StringComparison.Ordinal);
        if (!path.Contains("{closed}", StringComparison.Ordinal)) return path;
        var id = await host.WorkAsync("ann");
        await ann.PostAsync($"interactions/{id}/close", new { code = "issue_resolved" });
        return path.Replace("{closed}", id, StringComparison.Ordinal);
    }
}
