using System.Net;
using System.Text.Json.Nodes;

namespace Connector.Host.Tests.Api.Health;

public sealed class HealthTests
{
    [Fact]
    [Trait("Requirement", "H24")]
    public async Task Ready_WithOneFailedInstance_IsDegradedWithItsName()
    {
        await using var host = new HostFixture();
        host.Settings["Instances"]!["broken"] = JsonNode.Parse("""{ "Plugin": "Awa", "Options": { "Queues": [] } }""");
        await host.InitializeAsync();
        var nobody = new ApiCaller(host, null);

        var ready = await nobody.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.OK, ready.Status);
        Assert.Equal("degraded", (string?)ready.Json["status"]);
        var part = Assert.Single(ready.Json["degraded"]!.AsArray())!;
        Assert.Equal("instance broken", (string?)part["part"]);
        Assert.Equal("Failed", (string?)part["state"]);
        Assert.Equal(HttpStatusCode.OK, (await nobody.GetAsync("/health/live")).Status);
    }

    [Fact]
    public async Task Ready_WhenAllIsWell_SaysReady()
    {
        await using var host = new HostFixture();
        await host.InitializeAsync();

        Assert.Equal("""{"status":"ready","degraded":[]}""", (await new ApiCaller(host, null).GetAsync("/health/ready")).Text);
    }
}
