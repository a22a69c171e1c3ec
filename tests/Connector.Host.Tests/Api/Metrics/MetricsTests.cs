using Connector.Engine.Settings;

namespace Connector.Host.Tests.Api.Metrics;

public sealed class MetricsTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    [Trait("Requirement", "H25")]
    public async Task Metrics_AfterAMail_CountItInPrometheusText()
    {
        await host.MailAsync();
        var admin = await host.AsAsync(AgentRole.Integration);
        await admin.GetAsync("interactions");

        var answer = await admin.GetAsync("/metrics");

        Assert.Equal("text/plain", answer.Response.Content.Headers.ContentType?.MediaType);
        var lines = answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(lines, l => l.StartsWith("connector_mails_total{action=\"New\",channel=\"support\"}", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("connector_interactions_open{state=\"New\"}", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("connector_http_requests_seconds_count{", StringComparison.Ordinal) && l.Contains("route=\"/api/v1/interactions\"", StringComparison.Ordinal));
        Assert.Contains("connector_instance_up{instance=\"awa\"} 1", lines);
        Assert.All(lines.Where(l => !l.StartsWith('#')), l => Assert.Matches("""^[a-z_]+(\{([a-z_]+="[^"]*",?)+\})? [0-9.eE+-]+$""", l));
    }
}
