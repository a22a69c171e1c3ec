using System.Net;
using Connector.Engine.Settings;

namespace Connector.Host.Tests.Api.Requests;

public sealed class RequestTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task IdempotencyKey_SentAgain_AnswersTheSameAndActsOnce()
    {
        var id = await host.WorkAsync();
        var ann = await host.AsAsync(AgentRole.Agent, "ann");
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());

        var first = await ann.PostAsync($"interactions/{id}/note", new { text = "once" }, key);
        var again = await ann.PostAsync($"interactions/{id}/note", new { text = "once" }, key);

        Assert.Equal(first.Text, again.Text);
        Assert.Equal("true", again.Header("Idempotent-Replayed"));
        Assert.Single((await ann.GetAsync($"interactions/{id}/work-view")).Json["notes"]!["items"]!.AsArray());
    }

    [Fact]
    public async Task IdempotencyKey_HostLostBetweenTheCommandAndItsAnswer_AnswersFromWhatWasStoredWithIt()
    {
        var id = await host.WorkAsync();
        var ann = await host.AsAsync(AgentRole.Agent, "ann");
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        host.Sql("CREATE TRIGGER lost BEFORE UPDATE ON IdempotencyRecords BEGIN SELECT RAISE(ABORT, 'lost'); END");
        var lost = await ann.PostAsync($"interactions/{id}/reply", new { text = "once" }, key);
        Assert.Equal(HttpStatusCode.InternalServerError, lost.Status);
        host.Sql("DROP TRIGGER lost");

        var again = await ann.PostAsync($"interactions/{id}/reply", new { text = "once" }, key);
        var third = await ann.PostAsync($"interactions/{id}/reply", new { text = "once" }, key);

        Assert.Equal((HttpStatusCode.OK, "true"), (again.Status, again.Header("Idempotent-Replayed")));
        Assert.Equal(again.Text, third.Text);
        var messages = (await ann.GetAsync($"interactions/{id}/work-view")).Json["reading"]!["messages"]!.AsArray();
        Assert.Equal((string?)again.Json["messageId"], (string?)Assert.Single(messages, m => (string?)m!["direction"] == "Outbound")!["id"]);
    }

    [Fact]
    public async Task IdempotencyKey_OfAnAdministratorsActWhoseAnswerWasLost_AnswersAsTheFirstWouldHave()
    {
        var admin = host.AsAdmin();
        var held = (string)(await admin.PostAsync("mail", Mails.WithoutSender())).Json["decision"]!["messageId"]!;
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        host.Sql("CREATE TRIGGER lost BEFORE UPDATE ON IdempotencyRecords BEGIN SELECT RAISE(ABORT, 'lost'); END");
        Assert.Equal(HttpStatusCode.InternalServerError, (await admin.PostAsync($"admin/quarantine/{held}/discard", new { reason = "spam" }, key)).Status);
        host.Sql("DROP TRIGGER lost");

        var again = await admin.PostAsync($"admin/quarantine/{held}/discard", new { reason = "spam" }, key);

        Assert.Equal((HttpStatusCode.OK, "true"), (again.Status, again.Header("Idempotent-Replayed")));
        Assert.Null(again.Json["nothing"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Requirement", "H27")]
    public async Task IdempotencyKey_OfAnApiKeyMade_ShowsItAgainToWhoMadeIt_AndKeepsItNowhereInPlainText(bool answerIsLost)
    {
        var (admin, key) = (host.AsAdmin(), ("Idempotency-Key", Guid.NewGuid().ToString()));
        if (answerIsLost) host.Sql("CREATE TRIGGER lost BEFORE UPDATE ON IdempotencyRecords BEGIN SELECT RAISE(ABORT, 'lost'); END");
        var first = await admin.PostAsync("admin/keys", new { role = "Supervisor" }, key);
        if (answerIsLost) host.Sql("DROP TRIGGER lost");

        var again = await admin.PostAsync("admin/keys", new { role = "Supervisor" }, key);

        Assert.Equal((HttpStatusCode.OK, "true"), (again.Status, again.Header("Idempotent-Replayed")));
        if (!answerIsLost) Assert.Equal(first.Text, again.Text);
        var made = (string)again.Json["key"]!;
        Assert.Equal(HttpStatusCode.OK, (await new ApiCaller(host, made).GetAsync("interactions")).Status);
        Assert.NotEmpty(FilesWith(made.Split('_')[1]));
        Assert.Empty(FilesWith(made.Split('_')[2]));
        Assert.DoesNotContain(made.Split('_')[2], host.Log, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Files of the store that hold the word, in any case.</summary>
    private IEnumerable<string> FilesWith(string word) => Directory.EnumerateFiles(host.App.Folder.Root, "connector.db*").Where(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var text = new StreamReader(stream, System.Text.Encoding.Latin1);
        return text.ReadToEnd().Contains(word, StringComparison.OrdinalIgnoreCase);
    });

    [Fact]
    public async Task IdempotencyKey_AtOnce_ActsOnce()
    {
        var id = await host.WorkAsync();
        var ann = await host.AsAsync(AgentRole.Agent, "ann");
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ann.PostAsync($"interactions/{id}/note", new { text = "once" }, key)));

        Assert.Single(answers.Select(a => a.Text).Distinct());
        Assert.Single((await ann.GetAsync($"interactions/{id}/work-view")).Json["notes"]!["items"]!.AsArray());
    }

    [Fact]
    public async Task IdempotencyKey_WithAnotherRequest_IsRefused_AndOfAnotherKeyIsAnother()
    {
        var id = await host.WorkAsync();
        var ann = await host.AsAsync(AgentRole.Agent, "ann");
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        await ann.PostAsync($"interactions/{id}/note", new { text = "one" }, key);

        var other = await ann.PostAsync($"interactions/{id}/note", new { text = "two" }, key);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "IdempotencyKeyReused"), (other.Status, other.Rule));
        Assert.Equal(HttpStatusCode.OK, (await (await host.AsAsync(AgentRole.Agent, "ann")).PostAsync($"interactions/{id}/note", new { text = "two" }, key)).Status);
    }

    [Fact]
    public async Task IdempotencyKey_OfRefusedRequest_MayBeUsedAgain()
    {
        var id = await host.WorkAsync();
        var ann = await host.AsAsync(AgentRole.Agent, "ann");
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        Assert.Equal("EmptyText", (await ann.PostAsync($"interactions/{id}/note", new { text = "" }, key)).Rule);

        Assert.Equal(HttpStatusCode.OK, (await ann.PostAsync($"interactions/{id}/note", new { text = "better" }, key)).Status);
    }

    [Fact]
    public async Task IfMatch_OfOldVersion_RefusesTheCommand()
    {
        var id = await host.WorkAsync();
        var ann = await host.AsAsync(AgentRole.Agent, "ann");
        var old = (await ann.GetAsync($"interactions/{id}")).Header("ETag");
        await ann.PostAsync($"interactions/{id}/hold");
        await host.App.DrainAsync(default);

        var refused = await ann.PostAsync($"interactions/{id}/resume", null, ("If-Match", old));
        var now = (await ann.GetAsync($"interactions/{id}")).Header("ETag");

        Assert.Equal((HttpStatusCode.PreconditionFailed, "VersionConflict"), (refused.Status, refused.Rule));
        Assert.Equal(HttpStatusCode.OK, (await ann.PostAsync($"interactions/{id}/resume", null, ("If-Match", now))).Status);
    }

    [Fact]
    public async Task Pages_ByCursor_ShowEveryInteractionOnce()
    {
        var made = new List<string>();
        for (var i = 0; i < 5; i++) made.Add(await host.MailAsync($"page{i}@customer.example"));
        var admin = host.AsAdmin();

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await admin.GetAsync($"interactions?limit=2{(cursor is null ? "" : $"&cursor={cursor}")}")).Json;
            Assert.True(page["items"]!.AsArray().Count <= 2);
            seen.AddRange(page["items"]!.AsArray().Select(i => (string)i!["id"]!));
            cursor = (string?)page["next"];
        } while (cursor is not null);

        Assert.Equal(seen.Distinct(), seen);
        Assert.Empty(made.Except(seen));
    }

    [Fact]
    [Trait("Requirement", "H25")]
    public async Task Correlation_OfOneRequest_IsInAnswerLogsActivityAndCalls()
    {
        var id = "4bf92f3577b34da6a3ce929d0e0e4736";
        var admin = host.AsAdmin();

        var mail = await admin.PostAsync("mail?mailbox=support", Mails.Plain("corr@customer.example", "Traced", "x"), ("X-Correlation-Id", id));
        await host.App.DrainAsync(default);

        Assert.Equal(id, mail.Header("X-Correlation-Id"));
        var passport = (await admin.GetAsync($"admin/passport/{mail.Json["decision"]!["interactionId"]}")).Json;
        var entries = passport["timeline"]!.AsArray().Where(e => e!["correlation"] is not null).ToList();
        Assert.Contains(entries, e => (string?)e!["kind"] == "call");
        Assert.All(entries.Where(e => (string?)e!["by"] is "mail" or "outbox"), e => Assert.Equal(id, (string?)e!["correlation"]));
        var lines = host.Log.Split('\n').Where(l => l.Contains(id, StringComparison.Ordinal)).ToList();
        Assert.Contains(lines, l => l.Contains("RequestLog", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("MailIntake", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("Dispatcher", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Correlation_ThatIsNoPlainId_IsReplaced()
    {
        var answer = await host.AsAdmin().GetAsync("interactions", ("X-Correlation-Id", "a b\"c"));

        Assert.Matches("^[0-9a-f]{32}$", answer.Header("X-Correlation-Id"));
    }
}
