using System.Net;
using Connector.Engine.Settings;

namespace Connector.Host.Tests.Api.Admin;

public sealed class AdminTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task Clock_Advanced_RunsWhatIsDueOnTheWay()
    {
        var id = await host.WorkAsync();
        var admin = host.AsAdmin();
        await admin.PostAsync($"interactions/{id}/close");

        var report = await admin.PostAsync("admin/clock", new { advance = "3m" });

        Assert.Equal(HttpStatusCode.OK, report.Status);
        Assert.Contains(report.Json["ran"]!.AsArray(), r => (string?)r!["sweep"] == "wrap-up-timeout" && r["effects"]!.AsArray().Any(e => (string?)e!["id"] == id));
        var closed = (await admin.GetAsync($"interactions/{id}")).Json;
        Assert.Equal(("ClosedComplete", "Timeout"), ((string?)closed["state"], (string?)closed["codeSource"]));
    }

    [Theory]
    [InlineData("""{ "advance": "soon" }""", HttpStatusCode.BadRequest, "InvalidRequest")]
    [InlineData("""{ }""", HttpStatusCode.BadRequest, "InvalidRequest")]
    [InlineData("""{ "to": "2020-01-01T00:00:00Z" }""", HttpStatusCode.Conflict, "ClockRefused")]
    public async Task Clock_AskedWrongly_IsRefused(string body, HttpStatusCode status, string rule)
    {
        var answer = await host.AsAdmin().PostAsync("admin/clock", body);

        Assert.Equal((status, rule), (answer.Status, answer.Rule));
    }

    [Fact]
    public async Task Quarantine_ReleasedAndDiscarded_IsToldAndAudited()
    {
        var admin = host.AsAdmin();
        var held = await admin.PostAsync("mail", Mails.WithoutSender());
        var id = (string)held.Json["decision"]!["messageId"]!;
        Assert.Contains((await admin.GetAsync("admin/quarantine")).Json["items"]!.AsArray(), q => (string)q!["id"]! == id);
        Assert.Equal("hello", ((string)(await admin.GetAsync($"admin/quarantine/{id}")).Json["message"]!["text"]!).Trim());

        var released = await admin.PostAsync($"admin/quarantine/{id}/release");
        Assert.NotNull(released.Json["decision"]);
        var second = (string)(await admin.PostAsync("mail", Mails.WithoutSender())).Json["decision"]!["messageId"]!;
        Assert.Null((await admin.PostAsync($"admin/quarantine/{second}/discard", new { reason = "spam" })).Json["nothing"]);
        Assert.NotNull((await admin.PostAsync($"admin/quarantine/{second}/discard", new { reason = "spam" })).Json["nothing"]);

        var audit = (await admin.GetAsync("admin/audit")).Json["items"]!.AsArray().Select(a => $"{a!["action"]} {a["target"]}").ToList();
        Assert.Contains($"quarantine release {id}", audit);
        Assert.Contains($"quarantine discard {second}", audit);
    }

    [Fact]
    [Trait("Requirement", "H26")]
    public async Task Audit_HasAdministratorsActsAndAutomaticClosures()
    {
        var id = await host.WorkAsync();
        var admin = host.AsAdmin();
        await admin.PostAsync("admin/instances/awa/enable");
        await admin.PostAsync($"interactions/{id}/close");
        await admin.PostAsync("admin/clock", new { advance = "20m" });

        var audit = (await admin.GetAsync("admin/audit?limit=200")).Json["items"]!.AsArray();

        Assert.Contains(audit, a => (string?)a!["action"] == "instance enable" && (string?)a["target"] == "awa" && ((string)a["by"]!).StartsWith("admin:", StringComparison.Ordinal) && a["after"] is not null);
        Assert.Contains(audit, a => (string?)a!["by"] == "sweep:wrap-up-timeout" && (string?)a["target"] == id && (string?)a["before"] == "WrapUp" && (string?)a["after"] == "ClosedComplete");
    }

    [Fact]
    public async Task Cursor_IsMovedOnlyWhilePaused()
    {
        var admin = host.AsAdmin();
        Assert.Equal("NotAllowedInState", (await admin.PutAsync("admin/cursors/awa", new { value = "7" })).Rule);

        await admin.PostAsync("admin/instances/awa/pause");
        Assert.Equal(HttpStatusCode.OK, (await admin.PutAsync("admin/cursors/awa", new { value = "7" })).Status);
        await admin.PostAsync("admin/instances/awa/resume");

        Assert.Equal("7", (string?)(await admin.GetAsync("admin/cursors")).Json[0]!["value"]);
    }

    [Fact]
    public async Task Sweeps_ListedAndRunDry_ShowWhatARunWouldDo()
    {
        var id = await host.WorkAsync();
        var admin = host.AsAdmin();
        await admin.PostAsync($"interactions/{id}/close");
        var later = host.App.Clock.Now.AddMinutes(5);

        var dry = await admin.PostAsync("admin/sweeps/wrap-up-timeout/run", new { now = later, dryRun = true });

        Assert.Contains(dry.Json["effects"]!.AsArray(), e => (string?)e!["id"] == id);
        Assert.Equal("WrapUp", (string?)(await admin.GetAsync($"interactions/{id}")).Json["state"]);
        Assert.Contains("wrap-up-safety", (await admin.GetAsync("admin/sweeps")).Json.AsArray().Select(s => (string)s!["name"]!));
        Assert.Equal("NotFound", (await admin.PostAsync("admin/sweeps/no-such/run")).Rule);
    }

    [Fact]
    public async Task Status_TellsThatNoHostGivesASignOfLife()
    {
        var status = (await host.AsAdmin().GetAsync("admin/status")).Json;

        Assert.False((bool)status["running"]!);
        Assert.Equal("no host is running", (string?)status["summary"]);
        Assert.Equal("NotRunning", (string?)status["instances"]![0]!["state"]);
    }

    [Fact]
    public async Task Keys_AskedWrongly_NameTheField()
    {
        var admin = host.AsAdmin();

        Assert.StartsWith("role:", (string?)(await admin.PostAsync("admin/keys", new { role = "Boss" })).Json["detail"]);
        Assert.StartsWith("agent:", (string?)(await admin.PostAsync("admin/keys", new { role = "Agent" })).Json["detail"]);
        Assert.Equal("NotFound", (await admin.SendAsync(HttpMethod.Delete, "admin/keys/none", null)).Rule);
    }

    [Fact]
    public async Task Outbox_SeveralRows_EachHasItsResult()
    {
        var admin = host.AsAdmin();
        var (first, second) = (await DeadAsync(), await DeadAsync());

        var (body, key) = ($$"""{ "ids": ["{{first}}", "o-99999", "x", "{{second}}"], "reason": "obsolete" }""", ("Idempotency-Key", Guid.NewGuid().ToString()));
        host.Sql("CREATE TRIGGER lost BEFORE UPDATE ON IdempotencyRecords BEGIN SELECT RAISE(ABORT, 'lost'); END");
        await admin.SendAsync(HttpMethod.Post, "admin/outbox/discard", body, key);
        host.Sql("DROP TRIGGER lost");
        var given = (await admin.SendAsync(HttpMethod.Post, "admin/outbox/discard", body, key)).Json.AsArray();
        Assert.Equal([first, "o-99999", "x", second], given.Select(g => (string)g!["id"]!));
        Assert.Equal([null, "there is no outbox row 'o-99999'", "there is no outbox row 'x'", null], given.Select(g => (string?)g!["refused"]));
        Assert.All(given, g => Assert.Null(g!["nothing"]));
        Assert.Equal("the row is Discarded already", (string?)(await admin.PostAsync("admin/outbox/retry", new { ids = new[] { second } })).Json[0]!["nothing"]);
        Assert.Equal("ReasonRequired", (await admin.PostAsync("admin/outbox/discard", new { ids = new[] { first } })).Rule);
        Assert.Equal("ids: must be 1 to 1000 rows; it is 0", (string?)(await admin.PostAsync("admin/outbox/retry", new { ids = Array.Empty<string>() })).Json["detail"]);
    }

    [Fact]
    [Trait("Requirement", "H26")]
    public async Task Outbox_DeadLetter_IsShownGroupedRetriedAndDiscarded()
    {
        var admin = host.AsAdmin();
        var (first, second) = (await DeadAsync(), await DeadAsync());

        Assert.Contains((await admin.GetAsync("admin/outbox/groups?state=Dead")).Json.AsArray(), g => (string?)g!["error"] == "vendor said no" && (long)g["count"]! >= 2);
        Assert.StartsWith("superseded without a call", (string?)(await admin.GetAsync($"admin/outbox/{first}")).Json["retry"]);
        Assert.Equal("awa is never told Hold", (string?)(await admin.GetAsync($"admin/outbox/{second}")).Json["discard"]);
        Assert.Null((await admin.PostAsync($"admin/outbox/{first}/retry")).Json["nothing"]);
        Assert.NotNull((await admin.PostAsync($"admin/outbox/{first}/retry")).Json["nothing"]);
        Assert.Equal("ReasonRequired", (await admin.PostAsync($"admin/outbox/{second}/discard")).Rule);
        Assert.Null((await admin.PostAsync($"admin/outbox/{second}/discard", new { reason = "obsolete" })).Json["nothing"]);

        var audit = (await admin.GetAsync("admin/audit")).Json["items"]!.AsArray().Select(a => $"{a!["action"]} {a["target"]} {a["before"]} {a["after"]}").ToList();
        Assert.Contains($"outbox retry {first} Dead Waiting", audit);
        Assert.Contains($"outbox discard {second} Dead Discarded", audit);
    }

    /// <summary>A call that the vendor refuses for good; the interaction has gone on meanwhile.</summary>
    private async Task<string> DeadAsync()
    {
        var id = await host.WorkAsync();
        var ann = await host.AsAsync(Engine.Settings.AgentRole.Agent, "ann");
        await ann.PostAsync($"interactions/{id}/hold");
        var row = (await host.AsAdmin().GetAsync("admin/outbox?operation=Hold&state=Waiting&limit=200")).Json.AsArray().Single(r => (string)r!["interactionId"]! == id)!;
        Engine.RecordId.TryParse((string)row["id"]!, 'o', out var number);
        await host.App.Door.HandleAsync(
            new Engine.Outbound.CallFinished { OutboxId = number, Result = new Engine.Outbound.CallResult.Failed("vendor said no"), At = host.App.Clock.Now, By = Engine.Door.Actor.OfInstance("awa"), Correlation = "test" },
            Storage.Writing.Urgency.Result, default);
        await ann.PostAsync($"interactions/{id}/resume");
        return (string)row["id"]!;
    }

    [Fact]
    public async Task Hook_ForInstanceWithoutEvents_IsNotFound()
    {
        var answer = await new ApiCaller(host, null).PostAsync("/hooks/awa", "{}");

        Assert.Equal((HttpStatusCode.NotFound, "NotFound"), (answer.Status, answer.Rule));
    }

    [Fact]
    [Trait("Requirement", "H23")]
    public async Task Outbox_DeadLetter_IsShownByRole_MendedByAnAdministrator_AndRetriedOnce()
    {
        host.App.Instances.Find("awa")!.Pause("test");
        var interaction = await host.MailAsync("dead@customer.example");
        var row = (await host.AsAdmin().GetAsync("admin/outbox?state=Waiting")).Json.AsArray().Single(r => (string?)r!["interactionId"] == interaction)!;
        var id = (string)row["id"]!;
        Assert.True(Engine.RecordId.TryParse(id, 'o', out var number));
        await host.App.Door.HandleAsync(new Engine.Outbound.CallFinished
        {
            At = host.App.Clock.Now, By = Engine.Door.Actor.OfInstance("awa"), Correlation = "test", OutboxId = number, Result = new Engine.Outbound.CallResult.Failed("no such queue"),
        }, Storage.Writing.Urgency.Result, default);
        host.App.Instances.Find("awa")!.Resume();
        var (supervisor, admin) = (await host.AsAsync(AgentRole.Supervisor), host.AsAdmin());

        var seen = (await supervisor.GetAsync($"admin/outbox/{id}")).Json;
        Assert.Equal(("Dead", "no such queue", null), ((string?)seen["row"]!["state"], (string?)seen["row"]!["error"], (string?)seen["payload"]));
        var payload = (string)(await admin.GetAsync($"admin/outbox/{id}")).Json["payload"]!;
        var mended = payload.Replace("Where is my order", "Where is my second order", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await supervisor.PostAsync($"admin/outbox/{id}/edit", new { payload = mended, reason = "typing error" })).Status);
        Assert.Equal("InvalidPayload", (await admin.PostAsync($"admin/outbox/{id}/edit", new { payload = "{}", reason = "typing error" })).Rule);
        Assert.Equal(HttpStatusCode.OK, (await admin.PostAsync($"admin/outbox/{id}/edit", new { payload = mended, reason = "typing error" })).Status);

        Assert.Equal(HttpStatusCode.OK, (await supervisor.PostAsync($"admin/outbox/{id}/retry")).Status);
        await host.App.DrainAsync(default);
        var again = (await supervisor.PostAsync($"admin/outbox/{id}/retry")).Json;
        await host.App.DrainAsync(default);
        var after = (await admin.GetAsync($"admin/outbox/{id}")).Json;
        Assert.Equal(("Done", mended, 1), ((string?)after["row"]!["state"], (string?)after["payload"], (int)after["row"]!["attempts"]!));
        Assert.Contains("Done already", again.ToJsonString(), StringComparison.Ordinal);
    }
}
