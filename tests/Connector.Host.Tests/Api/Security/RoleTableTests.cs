using System.Net;
using Connector.Engine.Settings;

namespace Connector.Host.Tests.Api.Security;

public sealed class RoleTableTests(HostFixture host) : IClassFixture<HostFixture>
{
    private static readonly AgentRole[] All = Enum.GetValues<AgentRole>();
    private static readonly AgentRole[] Operate = [AgentRole.ChannelManager, AgentRole.Supervisor, AgentRole.Administrator];
    private static readonly AgentRole[] Intake = [AgentRole.Integration, AgentRole.ChannelManager, AgentRole.Administrator];
    private static readonly AgentRole[] Administer = [AgentRole.Administrator];

    /// <summary>Route and the roles that may call it; 403 with the rule Forbidden for all others.</summary>
    private static readonly (string Method, string Path, AgentRole[] Roles)[] Table =
    [
        ("GET", "interactions", All),
        ("GET", "agents", All),
        ("GET", "queues", All),
        ("GET", "work-items", All),
        ("GET", "notifications", All),
        ("GET", "wrap-up-segments", All),
        ("GET", "/openapi/v1.json", All),
        ("GET", "/metrics", All),
        ("POST", "mail?mailbox=support", Intake),
        ("GET", "admin/status", Operate),
        ("GET", "admin/outbox", Operate),
        ("GET", "admin/outbox/groups", Operate),
        ("GET", "admin/quarantine", Operate),
        ("GET", "admin/instances", Operate),
        ("GET", "admin/plugins", Operate),
        ("GET", "admin/cursors", Operate),
        ("GET", "admin/sweeps", Operate),
        ("GET", "admin/codes", Operate),
        ("GET", "admin/codes/report", Operate),
        ("GET", "admin/codes/drift", Operate),
        ("POST", "admin/codes/sync", Administer),
        ("POST", "admin/reconcile", Administer),
        ("GET", "admin/keys", Administer),
        ("GET", "admin/audit", Administer),
        ("GET", "admin/settings", Administer),
        ("GET", "admin/clock", Administer),
        ("POST", "admin/sweeps/wrap-up-timeout/run", Administer),
        ("POST", "admin/instances/check", Administer),
        ("POST", "admin/instances/awa/resume", Administer),
    ];

    [Theory]
    [InlineData(AgentRole.Agent)]
    [InlineData(AgentRole.LightAgent)]
    [InlineData(AgentRole.Supervisor)]
    [InlineData(AgentRole.ChannelManager)]
    [InlineData(AgentRole.Administrator)]
    [InlineData(AgentRole.Integration)]
    public async Task Route_ForRole_IsOpenExactlyToItsRoles(AgentRole role)
    {
        var caller = await host.AsAsync(role, role is AgentRole.Agent or AgentRole.LightAgent ? "ann" : null);
        foreach (var (method, path, roles) in Table)
        {
            var answer = await caller.SendAsync(new(method), path, path.StartsWith("mail", StringComparison.Ordinal) ? Mails.Plain("a@customer.example", "x", "y") : null);
            if (roles.Contains(role)) Assert.True(answer.Status == HttpStatusCode.OK, $"{method} {path} for {role}: {answer.Status} {answer.Text}");
            else Assert.True(answer is { Status: HttpStatusCode.Forbidden, Rule: "Forbidden" }, $"{method} {path} for {role}: {answer.Status} {answer.Text}");
        }
    }

    [Fact]
    public async Task Route_WithoutKey_IsClosedExceptHealth()
    {
        var nobody = new ApiCaller(host, null);
        foreach (var (method, path, _) in Table)
            Assert.Equal((HttpStatusCode.Unauthorized, "KeyRequired"), await nobody.SendAsync(new(method), path, null) is var a ? (a.Status, a.Rule) : default);
        Assert.Equal(HttpStatusCode.OK, (await nobody.GetAsync("/health/live")).Status);
        Assert.Equal(HttpStatusCode.OK, (await nobody.GetAsync("/health/ready")).Status);
    }

    [Fact]
    public async Task Key_WrongOrRevoked_IsRefusedAndHeaderFormsAreEqual()
    {
        var admin = host.AsAdmin();
        var made = await admin.PostAsync("admin/keys", new { role = "Supervisor" });
        var key = (string)made.Json["key"]!;
        Assert.Equal(HttpStatusCode.OK, (await new ApiCaller(host, null).GetAsync("interactions", ("X-Api-Key", key))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiCaller(host, key + "x").GetAsync("interactions")).Status);

        await admin.SendAsync(HttpMethod.Delete, $"admin/keys/{made.Json["id"]}", null);

        Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiCaller(host, key).GetAsync("interactions")).Status);
        Assert.DoesNotContain(key.Split('_')[2], (await admin.GetAsync("admin/keys")).Text);
    }

    [Fact]
    public async Task XAgent_OfIntegration_ActsForThatAgentAlone()
    {
        var id = await host.WorkAsync("ann");
        var integration = await host.AsAsync(AgentRole.Integration);

        Assert.Equal("NotOwner", (await integration.PostAsync($"interactions/{id}/hold")).Rule);
        Assert.Equal("NotOwner", (await integration.PostAsync($"interactions/{id}/hold", null, ("X-Agent", "ben"))).Rule);
        Assert.Equal("Forbidden", (await integration.PostAsync($"interactions/{id}/hold", null, ("X-Agent", "nobody"))).Rule);
        Assert.Equal("OnHold", (string?)(await integration.PostAsync($"interactions/{id}/hold", null, ("X-Agent", "ann"))).Json["state"]);
        Assert.Equal("Forbidden", (await (await host.AsAsync(AgentRole.Agent, "ben")).GetAsync("interactions", ("X-Agent", "ann"))).Rule);
    }

    [Fact]
    public async Task Payload_OfDeadLetter_IsShownToAdministratorsOnly()
    {
        await host.MailAsync();
        var row = (await host.AsAdmin().GetAsync("admin/outbox")).Json[0]!["id"];

        Assert.NotNull((await host.AsAdmin().GetAsync($"admin/outbox/{row}")).Json["payload"]);
        Assert.Null((await (await host.AsAsync(AgentRole.ChannelManager)).GetAsync($"admin/outbox/{row}")).Json["payload"]);
    }

    [Fact]
    public async Task Answers_CarrySecurityHeadersAndNoServerName()
    {
        var answer = await host.AsAdmin().GetAsync("interactions");

        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Equal("DENY", answer.Header("X-Frame-Options"));
        Assert.False(answer.Response.Headers.Contains("Server"));
    }
}
