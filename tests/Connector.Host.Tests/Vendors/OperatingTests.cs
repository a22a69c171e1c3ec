using System.Net;
using Connector.Engine.Outbound;
using Connector.Runtime.Plugins.Instances;
using Microsoft.AspNetCore.Http;

namespace Connector.Host.Tests.Vendors;

/// <summary>Administrators act on an instance while the host runs and the vendor is called.</summary>
public sealed class OperatingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "H04")]
    public async Task Disable_CallInFlight_IsDrainedFirstAndEnableGoesOn()
    {
        await using var world = await VendorHost.StartAsync();
        var answer = new TaskCompletionSource();
        world.Vendor.OnWork = async (http, _) =>
        {
            await answer.Task;
            await http.Response.WriteAsync("w1");
        };
        var row = await world.MailAsync();
        await world.UntilAsync(() => world.Vendor.Count("POST /work") == 1);
        await world.WishAsync("disable");
        await world.UntilAsync(InstanceState.Disabled);
        Assert.Equal(OutboxState.Started, (await world.RowAsync(row)).State);
        var beat = (await world.Host.App.Store.Status.HostsAsync(Cancellation))[0].At;
        await VendorHost.UntilAsync(async () => (await world.Host.App.Store.Status.HostsAsync(Cancellation))[0].At > beat);

        answer.SetResult();
        await world.UntilAsync(row, OutboxState.Done);
        Assert.Equal(0, world.Vendor.Aborted);

        var next = await world.MailAsync();
        var polls = world.Vendor.Count("GET /events");
        await world.WishAsync("enable");
        await world.UntilAsync(next, OutboxState.Done);
        await world.UntilAsync(() => world.Vendor.Count("GET /events") > polls);
        Assert.Equal(2, world.Vendor.Count("POST /work"));
    }

    [Fact]
    [Trait("Requirement", "H04")]
    [Trait("Requirement", "H17")]
    [Trait("Requirement", "H26")]
    public async Task PauseMoveTheCursorResumeRestart_WhileTheHostRuns_EachTakesEffectAndIsAudited()
    {
        await using var world = await VendorHost.StartAsync();
        var admin = world.Host.AsAdmin();
        await world.UntilAsync(() => world.Vendor.Count("GET /events") > 0);
        var refused = await admin.PutAsync("admin/cursors/vendor", new { value = "by-hand" });
        Assert.Equal((HttpStatusCode.Conflict, "NotAllowedInState"), (refused.Status, refused.Rule));

        await world.WishAsync("pause");
        await world.UntilAsync(InstanceState.Paused);
        var row = await world.MailAsync();
        Assert.Equal(HttpStatusCode.OK, (await admin.PutAsync("admin/cursors/vendor", new { value = "by-hand" })).Status);
        Assert.NotEqual(OutboxState.Done, (await world.RowAsync(row)).State);
        Assert.Equal((0, 0), (world.Vendor.Count("POST /work"), world.Vendor.Count("GET /events?after=by-hand")));

        await world.WishAsync("resume");
        await world.UntilAsync(() => world.Vendor.Count("GET /events?after=by-hand") == 1);
        await world.UntilAsync(row, OutboxState.Done);
        var tokens = world.Vendor.Count("POST /token");
        await world.WishAsync("restart");
        await world.UntilAsync(() => world.Vendor.Count("POST /token") > tokens);
        await world.UntilAsync(InstanceState.Running);

        var audit = (await admin.GetAsync("admin/audit")).Json["items"]!.AsArray().Select(a => ((string?)a!["action"], (string?)a["before"], (string?)a["after"])).ToList();
        Assert.Contains(("instance pause", null, "enabled=as set paused=True restarts=0"), audit);
        Assert.Contains(audit, a => a.Item1 == "cursor set" && a.Item2!.StartsWith("at-", StringComparison.Ordinal) && a.Item3 == "by-hand");
        Assert.Contains(("instance resume", "enabled=as set paused=True restarts=0", "enabled=as set paused=False restarts=0"), audit);
        Assert.Contains(("instance restart", "enabled=as set paused=False restarts=0", "enabled=as set paused=False restarts=1"), audit);
    }

    [Fact]
    [Trait("Requirement", "H22")]
    [Trait("Requirement", "H26")]
    public async Task Work_RefusedByTheVendor_OneCallOneDeadLetterAndAReplayThatIsAudited()
    {
        await using var world = await VendorHost.StartAsync();
        world.Vendor.OnWork = StubVendor.Echoing(400);
        var row = await world.MailAsync();
        await world.UntilAsync(row, OutboxState.Dead);
        Assert.Equal(1, world.Vendor.Count("POST /work"));

        world.Vendor.OnWork = (http, _) => http.Response.WriteAsync("w1");
        var admin = world.Host.AsAdmin();
        var id = Engine.RecordId.Outbox(row);
        Assert.Equal(HttpStatusCode.OK, (await admin.PostAsync($"admin/outbox/{id}/retry")).Status);
        await world.UntilAsync(row, OutboxState.Done);
        await admin.PostAsync($"admin/outbox/{id}/retry");
        Assert.Equal(2, world.Vendor.Count("POST /work"));
        var audit = (await admin.GetAsync("admin/audit")).Json["items"]!.AsArray();
        var replay = Assert.Single(audit, a => (string?)a!["action"] == "outbox retry")!;
        Assert.Equal((id, "Dead", "Waiting"), ((string?)replay["target"], (string?)replay["before"], (string?)replay["after"]));
    }

    [Fact]
    [Trait("Requirement", "H24")]
    public async Task Work_VendorAsksToWaitForHours_IsParkedAndAlarmsEverywhereUntilResumed()
    {
        await using var world = await VendorHost.StartAsync();
        world.Vendor.OnWork = StubVendor.Echoing(429, "7200");
        var row = await world.MailAsync();
        await world.UntilAsync(InstanceState.Parked);
        var admin = world.Host.AsAdmin();
        await VendorHost.UntilAsync(async () => (await admin.GetAsync("admin/audit")).Text.Contains("instance parked", StringComparison.Ordinal));

        var ready = await new ApiCaller(world.Host, null).GetAsync("/health/ready");
        Assert.Equal("""{"status":"degraded","degraded":[{"part":"instance vendor","state":"Parked"}]}""", ready.Text);
        Assert.Contains("connector_instance_up{instance=\"vendor\"} 0", (await admin.GetAsync("/metrics")).Text);
        Assert.DoesNotContain("connector_instance_parked_seconds{instance=\"vendor\"} 0\n", (await admin.GetAsync("/metrics")).Text);
        var status = (await admin.GetAsync("admin/status")).Json;
        Assert.Equal("running, but vendor is Parked", (string?)status["summary"]);
        var seen = status["instances"]!.AsArray().Single(i => (string?)i!["id"] == "vendor")!;
        Assert.Equal("the vendor asks to wait: the vendor answers 429 and asks to wait 7200 s", (string?)seen["reason"]);
        Assert.Equal((300, "Closed"), ((int)seen["budget"]!["perMinute"]!, (string?)seen["budget"]!["circuit"]));
        Assert.Equal(1, world.Vendor.Count("POST /work"));

        world.Vendor.OnWork = (http, _) => http.Response.WriteAsync("w1");
        await world.WishAsync("restart");
        await world.UntilAsync(InstanceState.Running);
        await VendorHost.UntilAsync(async () => (await admin.GetAsync("admin/audit")).Text.Contains("instance running", StringComparison.Ordinal));
        Assert.Equal(OutboxState.Waiting, (await world.RowAsync(row)).State);
    }

    [Fact]
    [Trait("Requirement", "H09")]
    public async Task Plugin_OneByteChanged_IsRefusedAndAudited()
    {
        await using (var allowed = await VendorHost.StartAsync(host => Allow(host, _ => { }))) Assert.Equal(InstanceState.Running, allowed.Instance.Status.State);
        await using var world = await VendorHost.StartAsync(host => Allow(host, folder =>
        {
            var manifest = Path.Combine(folder, "plugin.json");
            File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("1.0.0", "1.0.1", StringComparison.Ordinal));
        }));
        Assert.Equal(InstanceState.Failed, world.Instance.Status.State);
        var audit = (await world.Host.AsAdmin().GetAsync("admin/audit")).Json["items"]!.AsArray();
        var refused = Assert.Single(audit, a => (string?)a!["action"] == "plugin refused" && (string?)a["target"] == "Stub")!;
        Assert.Equal("host", (string?)refused["by"]);
        Assert.Contains("is not in Plugins:AllowedHashes", (string?)refused["after"], StringComparison.Ordinal);
    }

    /// <summary>Allows the files as they are, then lets them be changed.</summary>
    private static void Allow(HostFixture host, Action<string> change)
    {
        var folder = Path.Combine((string)host.Settings["Plugins"]!["Folders"]![0]!, "Stub");
        host.Settings["Plugins"]!["AllowedHashes"] = new System.Text.Json.Nodes.JsonArray(Runtime.Plugins.Catalog.FolderHash.Of(folder));
        change(folder);
    }
}
