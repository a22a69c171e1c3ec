using System.Text.Json.Nodes;
using Connector.Engine.Settings;
using Microsoft.Extensions.Logging;

namespace Connector.Host.Tests.Logging;

public sealed class PrivacyTests
{
    private const string Secret = "pl4nted-s3cret-value";
    private const string Address = "planted.person@customer.example";
    private const string Body = "planted body words nobody may log";

    [Fact]
    [Trait("Requirement", "H27")]
    [Trait("Requirement", "H28")]
    public async Task Scenario_WithPlantedSecretAndAddress_ShowsNeitherInLogsNorTheSecretInAnswers()
    {
        await using var host = new HostFixture();
        host.Environment["PLANTED"] = Secret;
        host.Settings["Mail"] = JsonNode.Parse("""{ "Smtp": { "Host": "127.0.0.1", "Port": 9, "User": "me", "Password": "secret:env:PLANTED" } }""");
        Environment.SetEnvironmentVariable("PLANTED", Secret);
        await host.InitializeAsync();
        var answers = await ScenarioAsync(host);
#pragma warning disable CA2254, CA1873 // What somebody logs carelessly is the point.
        host.Logger.LogWarning(new InvalidOperationException($"password={Secret}"), $"{Secret} of {Address}");
#pragma warning restore CA2254, CA1873

        Assert.NotEmpty(host.Log);
        foreach (var planted in (string[])[Secret, Address, Body, host.AdminKey]) Assert.DoesNotContain(planted, host.Log, StringComparison.OrdinalIgnoreCase);
        Assert.All(answers, a => Assert.DoesNotContain(Secret, a));
        Assert.All(answers, a => Assert.DoesNotContain(host.AdminKey, a));
    }

    /// <summary>A mail, its work, an answer that cannot be sent, refusals, and all that administrators can look at.</summary>
    private static async Task<List<string>> ScenarioAsync(HostFixture host)
    {
        var admin = host.AsAdmin();
        var ann = await host.AsAsync(AgentRole.Agent, "ann");
        var id = await host.WorkAsync("ann", $"Planted Person <{Address}>");
        var answers = new List<string>();
        async Task Keep(Task<ApiAnswer> answer) => answers.Add((await answer).Text);
        await Keep(ann.PostAsync($"interactions/{id}/reply", new { text = Body }));
        await host.App.DrainAsync(default);
        await Keep(admin.PostAsync("mail", Mails.Plain(Address, Body, Body)));
        await Keep(admin.PostAsync("mail", Mails.WithoutSender()));
        await Keep(ann.GetAsync($"interactions?owner={Address}"));
        await Keep(ann.PostAsync($"interactions/{id}/note", $$"""{ "text": "{{Body}}", "{{Address}}": 1 }"""));
        await Keep(new ApiCaller(host, Secret).GetAsync($"interactions?cursor={Address}"));
        foreach (var path in (string[])["status", "outbox", "outbox/groups", "quarantine", "instances", "plugins", "settings", "keys", "audit", "sweeps", "cursors", $"passport/{id}"])
            await Keep(admin.GetAsync($"admin/{path}"));
        await Keep(admin.PostAsync("admin/instances/check"));
        await Keep(admin.GetAsync("/metrics"));
        return answers;
    }
}
