using System.Net;
using System.Text.Json;
using Connector.EndToEnd.Tests.Kit;
using Connector.Engine.Messages;
using Npgsql;

namespace Connector.EndToEnd.Tests.Running;

/// <summary>The database goes away under a running host and comes back.</summary>
public sealed class OutageTests(PostgresCluster postgres)
{
    private const int Mails = 30;

    [Fact]
    public async Task Run_ConnectionToTheDatabaseLost_IntakeStandsSaysSoAndGoesOnByItself()
    {
        var direct = new NpgsqlConnectionStringBuilder(await postgres.NewDatabaseAsync());
        await using var line = new Relay(direct.Host!, direct.Port);
        await using var work = new Workspace();
        work.Settle($$"""
            { "Data": { "ConnectionString": {{JsonSerializer.Serialize(new NpgsqlConnectionStringBuilder(direct.ToString()) { Host = "127.0.0.1", Port = line.Port }.ToString())}} },
              "Instances": { "awa": { "Plugin": "Awa", "Options": { "Queues": [{ "Id": "support" }] } } } }
            """);
        var host = await work.RunAsync();
        await using var store = await StoreReading.OpenAsync(work, direct.ToString());
        Drop(work, 0);
        await Until.TrueAsync("mail is being taken", async () => await MailsAsync(store) > 0);

        line.Cut();
        Drop(work, Mails);
        Assert.Contains("PostgreSQL cannot be reached", (await work.CallAsync("status")).With(1).Error, StringComparison.Ordinal);
        var ready = (await host.With(null).GetAsync("/health/ready")).With(HttpStatusCode.ServiceUnavailable).Json;
        Assert.Equal(("unready", "store"), ((string?)ready["status"], (string?)Assert.Single(ready["degraded"]!.AsArray())!["part"]));
        var before = await MailsAsync(store);
        Assert.True(Directory.GetFiles(work.Drop).Length >= 2 * Mails - before, "no file is done with before its mail is stored");

        line.Mend();
        await Until.TrueAsync("it goes on by itself", async () => Directory.GetFiles(work.Drop).Length == 0 && (string?)(await work.CallAsync("status", "--json")).With(0).Json["summary"] == "running");
        Assert.Equal(2 * Mails, await MailsAsync(store));
        await Until.TrueAsync("all of it is routed", async () => (await host.Admin.GetAsync("work-items")).With(HttpStatusCode.OK).Json.AsArray().Count == 2 * Mails);
        Assert.Equal(0, await store.CountAsync(db => db.Quarantine));
        await host.StopAsync();
    }

    private static void Drop(Workspace work, int from)
    {
        for (var n = from; n < from + Mails; n++)
            work.DropMail($"m{n}.eml", new Letter($"m{n}@customer.example", $"c{n}@customer.example", $"Question {n}", "Hello").Bytes);
    }

    private static Task<int> MailsAsync(StoreReading store) => store.CountAsync(db => db.Messages.Where(m => m.Kind == MessageKind.Mail));
}
