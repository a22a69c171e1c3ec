using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Connector.Runtime.Plugins.Instances;
using Connector.Vendors.Simulated.Genesys;

namespace Connector.Host.Tests.Vendors;

/// <summary>One plugin, two organisations of its vendor, in one host.</summary>
public sealed class TwoTenantsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "H05")]
    public async Task Instances_TwoOfOnePlugin_KeepStateSecretsAndMetricsApart()
    {
        await using var north = await GenesysSimulator.StartAsync(secret: "n0rth-s3cret-1");
        await using var south = await GenesysSimulator.StartAsync(secret: "s0uth-s3cret-2");
        await using var host = await HostAsync(north, south);
        await MailAsync(host, "north", "anna@customer.example");
        await MailAsync(host, "south", "bert@customer.example");
        await MailAsync(host, "south", "carla@customer.example");

        Assert.Equal((1, 2), (north.Cloud.Conversations.Count, south.Cloud.Conversations.Count));
        Assert.Equal(north.Cloud.Conversations.Select(c => c.Id), (await host.App.Store.Documents.ListAsync("north", "conversation", Cancellation)).Select(d => d.Id));
        Assert.Equal(south.Cloud.Conversations.Select(c => c.Id).Order(), (await host.App.Store.Documents.ListAsync("south", "conversation", Cancellation)).Select(d => d.Id).Order());
        // A vendor gives tokens to its own secret alone, so one token each and no refusal means that each got its own.
        Assert.Equal((1, 1), (north.TokensIssued, south.TokensIssued));
        // The host counts from the moment its API listens; the tokens were fetched before.
        Assert.Equal((north.Calls.Count - 1, south.Calls.Count - 1), (await CallsAsync(host, "north"), await CallsAsync(host, "south")));
        Assert.Empty(north.Violations.Concat(south.Violations));
    }

    [Fact]
    public async Task Instances_OneIsRefused_TheOtherGoesOn()
    {
        await using var north = await GenesysSimulator.StartAsync(secret: "n0rth-s3cret-1");
        await using var south = await GenesysSimulator.StartAsync(secret: "s0uth-s3cret-2");
        await using var host = await HostAsync(north, south);
        north.Faults.Each = call => Fault.Status(401) with { Word = "bad.credentials" };
        await MailAsync(host, "north", "anna@customer.example");
        await MailAsync(host, "south", "bert@customer.example");
        Assert.Equal(InstanceState.Parked, host.App.Instances.Find("north")!.Status.State);
        Assert.Equal(InstanceState.Running, host.App.Instances.Find("south")!.Status.State);
        Assert.Single(south.Cloud.Conversations);
        Assert.DoesNotContain("s3cret", host.Log, StringComparison.Ordinal);
    }

    private static async Task<HostFixture> HostAsync(GenesysSimulator north, GenesysSimulator south)
    {
        var host = new HostFixture();
        host.Folder.Write("north.secret", "n0rth-s3cret-1");
        host.Folder.Write("south.secret", "s0uth-s3cret-2");
        host.Settings["Channels"] = new JsonObject { ["north"] = Channel("north"), ["south"] = Channel("south") };
        host.Settings["Instances"] = new JsonObject { ["north"] = Instance(north, "north"), ["south"] = Instance(south, "south") };
        await host.InitializeAsync();
        return host;
    }

    private static JsonNode Channel(string name) => JsonNode.Parse($$"""
        { "Type": "Email", "Addresses": ["{{name}}@example.org"], "From": "{{name}}@example.org", "Route": { "Instance": "{{name}}", "Queue": "11111111-1111-4111-8111-111111111111" } }
        """)!;

    private static JsonNode Instance(GenesysSimulator vendor, string secret) => JsonNode.Parse($$"""
        { "Plugin": "GenesysCloud", "Options": { "Domain": "mypurecloud.example", "ApiUrl": "{{vendor.Url}}", "LoginUrl": "{{vendor.Url}}",
          "ClientId": "{{GenesysSimulator.ClientId}}", "ClientSecret": "secret:file:{{secret}}.secret" } }
        """)!;

    private static async Task MailAsync(HostFixture host, string channel, string from)
    {
        await host.App.Intake.TakeAsync(channel, Mails.Plain(from, "Where is my order", "It has not come.", null), "test", Cancellation);
        await host.App.DrainAsync(Cancellation);
    }

    private static async Task<int> CallsAsync(HostFixture host, string instance)
    {
        var text = (await host.AsAdmin().GetAsync("/metrics")).Text;
        return Regex.Matches(text, $$"""^connector_vendor_calls(?:_total)?\{[^}]*instance="{{instance}}"[^}]*\} (\d+)""", RegexOptions.Multiline, TimeSpan.FromSeconds(1))
            .Sum(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture));
    }
}
