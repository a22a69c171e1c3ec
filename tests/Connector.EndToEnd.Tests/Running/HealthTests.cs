using System.Net;
using Connector.EndToEnd.Tests.Kit;
using Microsoft.Data.Sqlite;

namespace Connector.EndToEnd.Tests.Running;

public sealed class HealthTests
{
    [Fact]
    public async Task Status_StoreThatCannotBeWritten_IsToldAsIntakeThatStands_AndTheMailGoesInOnceItCan()
    {
        await using var work = new Workspace();
        var host = await work.RunAsync();
        await using (var store = new SqliteConnection($"Data Source={Path.Combine(work.Data, "connector.db")};Pooling=False"))
        {
            await store.OpenAsync(TestContext.Current.CancellationToken);
            await using var kept = store.BeginTransaction(deferred: false);
            work.DropMail("m.eml", new Letter("m1@customer.example", "anna@customer.example", "Mug", "Broken.").Bytes);
            await Until.TrueAsync("status tells it", async () => (await SummaryAsync(work)).Contains($"intake support is StoreDown ({Path.Combine(work.Data, "connector.db")} is locked by another program", StringComparison.Ordinal));
            Assert.Equal("degraded", (string?)(await host.With(null).GetAsync("/health/ready")).With(HttpStatusCode.OK).Json["status"]);
        }
        await Until.TrueAsync("it goes on by itself", async () => await SummaryAsync(work) == "running");
        await Until.TrueAsync("the mail is in", async () => (await host.Admin.GetAsync("interactions")).Json["items"]!.AsArray().Count == 1);
    }

    private static async Task<string> SummaryAsync(Workspace work) => (string?)(await work.CallAsync("status", "--json")).With(0).Json["summary"] ?? "";

    [Fact]
    [Trait("Requirement", "H24")]
    public async Task Ready_OneInstanceFailed_IsDegradedWithItsNameAndTheRestWorks()
    {
        await using var work = new Workspace();
        work.Write("more/Broken/plugin.json", """
            { "id": "Broken", "vendor": "Nobody", "version": "1.0.0", "assembly": "Broken.dll", "type": "Broken.Plugin", "contract": "1.0", "channels": ["Email"],
              "delivery": "local", "routingSource": "AWA", "status": "experimental", "owner": "nobody" }
            """);
        work.Write("more/Broken/Broken.dll", "this is no assembly");
        work.Settle("""
            { "Plugins": { "Folders": ["more"] }, "Instances": {
              "awa": { "Plugin": "Awa", "Options": { "Queues": [{ "Id": "support" }] } },
              "lame": { "Plugin": "Broken", "Options": {} } } }
            """);
        var host = await work.RunAsync();
        var ready = (await host.With(null).GetAsync("/health/ready")).With(HttpStatusCode.OK).Json;
        Assert.Equal("degraded", (string?)ready["status"]);
        Assert.Equal("instance lame", (string?)Assert.Single(ready["degraded"]!.AsArray())!["part"]);
        var status = (await work.CallAsync("status", "--json")).With(0).Json;
        Assert.Contains("lame", (string?)status["summary"], StringComparison.Ordinal);
        var lame = status["instances"]!.AsArray().Single(i => (string?)i!["id"] == "lame")!;
        Assert.False(string.IsNullOrWhiteSpace((string?)lame["reason"]));
        (await host.Admin.MailAsync(new Letter("m1@customer.example", "anna@customer.example", "Mug", "Broken.").Bytes)).With(HttpStatusCode.OK);
        await Until.TrueAsync("the other instance routes", async () => (await host.Admin.GetAsync("work-items")).Json.AsArray().Count == 1);
    }
}
