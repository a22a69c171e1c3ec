using System.Text.Json.Nodes;
using Connector.Engine.Outbound;
using Connector.Engine.Settings;
using Microsoft.EntityFrameworkCore;

namespace Connector.Host.Tests.Vendors;

/// <summary>Secrets, tokens and a customer's address are planted wherever a careless plugin and its vendor put them; then everything that comes out is searched.</summary>
public sealed class PlantedTests
{
    private const string Address = "planted.customer@people.example";
    private const string Literal = "pl4nted-literal-s3cret";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "H27")]
    [Trait("Requirement", "H28")]
    public async Task Run_WithACarelessPluginAndAnEchoingVendor_NothingPlantedComesOut()
    {
        await using var world = await VendorHost.StartAsync(host => host.Settings["Instances"]!["literal"] =
            JsonNode.Parse($$"""{ "Plugin": "Stub", "Options": { "BaseUrl": "http://127.0.0.1:9", "ClientSecret": "{{Literal}}", "PollSeconds": 0 } }"""));
        var rows = new List<long>();
        foreach (var status in (int[])[400, 500, 409])
        {
            world.Vendor.OnWork = StubVendor.Echoing(status);
            rows.Add(await world.MailAsync($"Planted Customer <{Address}>"));
            await VendorHost.UntilAsync(async () => (await world.RowAsync(rows[^1])).Error is not null);
        }
        world.Vendor.OnWork = StubVendor.Echoing(403);
        rows.Add(await world.MailAsync($"Planted Customer <{Address}>"));
        await world.UntilAsync(Runtime.Plugins.Instances.InstanceState.Parked);
        var admin = world.Host.AsAdmin();
        await VendorHost.UntilAsync(async () => (await admin.GetAsync("admin/audit")).Text.Contains("instance parked", StringComparison.Ordinal));
        await admin.PostAsync($"admin/outbox/{Engine.RecordId.Outbox(rows[0])}/discard", new { reason = "tried out" });

        Assert.Equal(1, world.Vendor.Count("POST /token"));
        // What is searched for really was there.
        Assert.Matches(@"^work: 400 cannot take i-\S+ from \(address\) with Bearer \*\*\*, secret \*\*\*$", (await world.RowAsync(rows[0])).Error);
        Assert.Contains("POST work with", world.Host.Log, StringComparison.Ordinal);
        var found = new List<string>();
        await foreach (var (place, text) in OutputsAsync(world, rows))
            found.AddRange(((string[])[VendorHost.Secret, StubVendor.Token, Literal, Address, world.Host.AdminKey]).Where(p => text.Contains(p, StringComparison.OrdinalIgnoreCase)).Select(p => $"{p} in {place}"));
        Assert.Empty(found);
    }

    private static async IAsyncEnumerable<(string Place, string Text)> OutputsAsync(VendorHost world, List<long> rows)
    {
        var (admin, supervisor) = (world.Host.AsAdmin(), await world.Host.AsAsync(AgentRole.Supervisor));
        string[] paths = ["status", "outbox", "outbox/groups", "instances", "plugins", "cursors", "sweeps", "quarantine", "settings", "keys", "audit"];
        foreach (var path in paths) yield return ($"{path} for an administrator", (await admin.GetAsync($"admin/{path}")).Text);
        foreach (var path in paths) yield return ($"{path} for a supervisor", (await supervisor.GetAsync($"admin/{path}")).Text);
        foreach (var row in rows)
        {
            yield return ($"row {row} for a supervisor", (await supervisor.GetAsync($"admin/outbox/{Engine.RecordId.Outbox(row)}")).Text);
            var stored = await world.RowAsync(row);
            yield return ($"row {row} as stored", $"{stored.Error} {stored.Answer}");
            var whole = (await admin.GetAsync($"admin/outbox/{Engine.RecordId.Outbox(row)}")).Json;
            whole.AsObject().Remove("payload");
            yield return ($"row {row} for an administrator, but for its payload", whole.ToJsonString());
            yield return ($"passport of row {row}", (await admin.GetAsync($"admin/passport/{Engine.RecordId.Interaction(stored.InteractionId)}?masked=true")).Text);
        }
        yield return ("check", (await admin.PostAsync("admin/instances/check")).Text);
        yield return ("metrics", (await admin.GetAsync("/metrics")).Text);
        yield return ("ready", (await admin.GetAsync("/health/ready")).Text);
        yield return ("log", world.Host.Log);
        await using var db = world.Host.App.Store.Read();
        foreach (var entry in await db.AuditEntries.ToListAsync(Cancellation)) yield return ("audit as stored", entry.ToString());
        foreach (var status in await db.InstanceStatus.ToListAsync(Cancellation)) yield return ("status as stored", status.ToString());
        foreach (var activity in await db.Activities.ToListAsync(Cancellation)) yield return ("activity as stored", $"{activity.Before} {activity.After} {activity.Why}".Replace(Address, "", StringComparison.Ordinal));
        foreach (var cursor in await db.Cursors.ToListAsync(Cancellation)) yield return ("cursor as stored", cursor.ToString());
    }
}
