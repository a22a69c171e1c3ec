using System.Net;
using System.Text.Json.Nodes;
using Connector.Engine.Settings;

namespace Connector.Host.Tests.Api.Admin;

/// <summary>What an administrator does, its line in the audit and the request's idempotency key are one transaction, for every act.</summary>
public sealed class ActTests(HostFixture host) : IClassFixture<HostFixture>
{
    /// <summary>By the action that the audit names: the request, and a number that is another once the act is done.</summary>
    private static readonly Dictionary<string, Act> Acts = new(StringComparer.Ordinal)
    {
        ["key add"] = new("POST admin/keys", """{ "role": "Supervisor" }""", async h => (await h.App.Store.Keys.ListAsync()).Count),
        ["key revoke"] = new("DELETE admin/keys/{key}", null, async h => (await h.App.Store.Keys.ListAsync()).Count(k => k.RevokedAt is not null)),
        ["signing key rotate"] = new("POST admin/signing-keys/rotate", null, async h => (await h.App.Store.Keys.SigningKeysAsync(h.App.Clock.Now))[0].Id),
        ["instance restart"] = new("POST admin/instances/awa/restart", null, async h => (await h.App.Store.Status.DesiredAsync()).FirstOrDefault()?.Restarts ?? 0),
        ["cursor set"] = new("PUT admin/cursors/awa", """{ "value": "{new}" }""", async h => (await h.App.Store.Cursors.GetAsync("awa"))?.Value ?? ""),
        ["code add"] = new("POST admin/codes", """{ "key": "{new}", "label": "Label {new}", "translations": { "de": "Etikett {new}" } }""", CodesAsync),
        ["code rename"] = new("POST admin/codes/known/rename", """{ "label": "{new}" }""", CodesAsync),
        ["code translate"] = new("PUT admin/codes", """[{ "key": "known", "translations": { "fr": "{new}" } }, { "key": "{new}", "label": "Other {new}" }]""", CodesAsync),
        ["code retire"] = new("POST admin/codes/old/retire", null, CodesAsync),
        ["quarantine discard"] = new("POST admin/quarantine/{held}/discard", """{ "reason": "spam" }""", HeldAsync),
        ["quarantine release"] = new("POST admin/quarantine/{held}/release", null, HeldAsync),
        ["sweep run"] = new("POST admin/sweeps/wrap-up-safety/run", null, async h => (await h.App.Store.SweepRuns.LastAsync("wrap-up-safety", 100)).FirstOrDefault()?.Id ?? 0),
        ["clock advance"] = new("POST admin/clock", """{ "advance": "1m" }""", h => Task.FromResult<object>(h.App.Clock.Offset)),
    };

    public static TheoryData<string> Actions => [.. Acts.Keys];

    [Theory]
    [MemberData(nameof(Actions))]
    [Trait("Requirement", "H26")]
    public async Task Act_LineCannotBeWritten_LeavesTheActUndone_AndTheSameRequestDoesItOnce(string action)
    {
        var (method, path, body) = await PreparedAsync(action);
        var (admin, key) = (host.AsAdmin(), ("Idempotency-Key", Guid.NewGuid().ToString()));
        var before = await Acts[action].Mark(host);
        var lines = await LinesAsync(action);
        host.Sql("CREATE TRIGGER lost BEFORE INSERT ON AuditEntries BEGIN SELECT RAISE(ABORT, 'lost'); END");
        Assert.Equal(HttpStatusCode.InternalServerError, (await admin.SendAsync(method, path, body, key)).Status);
        host.Sql("DROP TRIGGER lost");
        Assert.Equal(before, await Acts[action].Mark(host));

        Assert.Equal(HttpStatusCode.OK, (await admin.SendAsync(method, path, body, key)).Status);

        Assert.NotEqual(before, await Acts[action].Mark(host));
        Assert.Equal(lines + 1, await LinesAsync(action));
    }

    [Theory]
    [MemberData(nameof(Actions))]
    [Trait("Requirement", "H26")]
    public async Task Act_HostLostBeforeItsAnswer_IsNotDoneAgain_AndAnswersAsTheFirstWouldHave(string action)
    {
        var (method, path, body) = await PreparedAsync(action);
        var (admin, key) = (host.AsAdmin(), ("Idempotency-Key", Guid.NewGuid().ToString()));
        var before = await Acts[action].Mark(host);
        var lines = await LinesAsync(action);
        host.Sql("CREATE TRIGGER lost BEFORE UPDATE ON IdempotencyRecords BEGIN SELECT RAISE(ABORT, 'lost'); END");
        Assert.Equal(HttpStatusCode.InternalServerError, (await admin.SendAsync(method, path, body, key)).Status);
        host.Sql("DROP TRIGGER lost");
        var after = await Acts[action].Mark(host);
        Assert.NotEqual(before, after);

        var again = await admin.SendAsync(method, path, body, key);
        var third = await admin.SendAsync(method, path, body, key);

        Assert.Equal((HttpStatusCode.OK, "true"), (again.Status, again.Header("Idempotent-Replayed")));
        Assert.Equal(again.Text, third.Text);
        Assert.Null((again.Json as JsonObject)?["nothing"]);
        Assert.Equal(after, await Acts[action].Mark(host));
        Assert.Equal(lines + 1, await LinesAsync(action));
    }

    private async Task<(HttpMethod Method, string Path, string? Body)> PreparedAsync(string action)
    {
        var (admin, made) = (host.AsAdmin(), $"n{Guid.NewGuid():n}"[..12]);
        await admin.PostAsync("admin/instances/awa/pause");
        var (request, body) = (Acts[action].Request, Acts[action].Body?.Replace("{new}", made, StringComparison.Ordinal));
        if (request.Contains("{key}", StringComparison.Ordinal)) request = request.Replace("{key}", (await host.App.Store.Keys.CreateApiKeyAsync(AgentRole.Supervisor, null, "test", host.App.Clock.Now)).Split('_')[1], StringComparison.Ordinal);
        if (request.Contains("{held}", StringComparison.Ordinal)) request = request.Replace("{held}", (string)(await admin.PostAsync("mail", Mails.Plain("robot@customer.example", made, made, "Auto-Submitted: auto-generated"))).Json["decision"]!["messageId"]!, StringComparison.Ordinal);
        if (action.StartsWith("code", StringComparison.Ordinal))
            foreach (var known in (string[])["known", "old"]) await admin.PostAsync("admin/codes", new { key = known, label = $"The {known} one" });
        var parts = request.Split(' ');
        return (new HttpMethod(parts[0]), parts[1], body);
    }

    private async Task<int> LinesAsync(string action) => (await host.App.Store.Audit.PageAsync(null, 1000)).Count(l => l.Action == action);

    private static async Task<object> CodesAsync(HostFixture h) => await h.App.Store.Codes.MarkAsync();

    private static async Task<object> HeldAsync(HostFixture h)
    {
        await using var db = h.App.Store.Read();
        return string.Join(' ', db.Quarantine.OrderBy(q => q.Id).Select(q => q.State.ToString()));
    }

    private sealed record Act(string Request, string? Body, Func<HostFixture, Task<object>> Mark);
}
