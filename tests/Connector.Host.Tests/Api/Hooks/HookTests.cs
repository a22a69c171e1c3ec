using System.Net;
using System.Text.Json.Nodes;

namespace Connector.Host.Tests.Api.Hooks;

public sealed class HookTests
{
    [Fact]
    public async Task Hook_WithSecret_PutsEachEventIntoTheInboxOnce()
    {
        using var plugins = new TempFolder();
        await using var host = await HostAsync(plugins);
        var vendor = new ApiCaller(host, null);

        var first = await vendor.PostAsync("/hooks/calls?secret=let-me-in", new StringContent("work-1"), ("X-Event", "e-1"));
        var again = await vendor.PostAsync("/hooks/calls?secret=let-me-in", new StringContent("work-1"), ("X-Event", "e-1"));
        var wrong = await vendor.PostAsync("/hooks/calls?secret=guessed", new StringContent("work-1"), ("X-Event", "e-2"));

        Assert.Equal((1, 1), ((int)first.Json["received"]!, (int)first.Json["added"]!));
        Assert.Equal((1, 0), ((int)again.Json["received"]!, (int)again.Json["added"]!));
        Assert.Equal((HttpStatusCode.Unauthorized, "NotVerified"), (wrong.Status, wrong.Rule));
        Assert.Equal(1, await host.App.Store.Inbox.DepthAsync("calls"));
        Assert.DoesNotContain("let-me-in", host.Log);
    }

    /// <summary>This assembly serves as the plugin's.</summary>
    private static async Task<HostFixture> HostAsync(TempFolder plugins)
    {
        var assembly = Path.GetFileName(typeof(HookPlugin).Assembly.Location);
        plugins.Write($"Calls/{assembly}", await File.ReadAllBytesAsync(typeof(HookPlugin).Assembly.Location));
        plugins.Write("Calls/plugin.json", $$"""
            { "id": "Calls", "vendor": "Test", "version": "1.0.0", "assembly": "{{assembly}}", "type": "{{typeof(HookPlugin).FullName}}", "contract": "1.0",
              "channels": ["Email"], "delivery": "push", "routingSource": "CCaaS", "status": "experimental", "owner": "tests" }
            """);
        var host = new HostFixture();
        host.Settings["Plugins"] = new JsonObject { ["Folders"] = new JsonArray(plugins.Path) };
        host.Settings["Instances"]!["calls"] = JsonNode.Parse("""{ "Plugin": "Calls", "Options": { "Guard": "let-me-in" } }""");
        await host.InitializeAsync();
        Assert.Equal("ready", (string?)(await new ApiCaller(host, null).GetAsync("/health/ready")).Json["status"]);
        return host;
    }
}
