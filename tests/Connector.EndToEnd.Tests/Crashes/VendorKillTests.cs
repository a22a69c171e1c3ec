using System.Globalization;
using Connector.EndToEnd.Tests.Kit;
using Connector.Tests.Kit;
using OutboxState = Connector.Engine.Outbound.OutboxState;

namespace Connector.EndToEnd.Tests.Crashes;

/// <summary>kill -9 while a vendor is called: whatever the moment, each call has one effect. A vendor that forgets keys is read back instead.</summary>
[Collection(AloneCollection.Name)]
public sealed class VendorKillTests(PostgresCluster postgres)
{
    private const int MailsARound = 60;

    private static readonly int Rounds =
        int.TryParse(Environment.GetEnvironmentVariable("CONNECTOR_KILL_ROUNDS"), CultureInfo.InvariantCulture, out var rounds) ? rounds : 3;

    [Theory]
    [InlineData("Key", true)]
    [InlineData("ReadBack", false)]
    [Trait("Requirement", "H13")]
    public Task Kill_WhileCallingOnSqlite_EachCallHasOneEffect(string repeat, bool knowsKeys) => TellAsync(null, repeat, knowsKeys);

    [Theory]
    [InlineData("Key", true)]
    [InlineData("ReadBack", false)]
    [Trait("Requirement", "H13")]
    public async Task Kill_WhileCallingOnPostgres_EachCallHasOneEffect(string repeat, bool knowsKeys) => await TellAsync(await postgres.NewDatabaseAsync(), repeat, knowsKeys);

    private static async Task TellAsync(string? connection, string repeat, bool knowsKeys)
    {
        await using var work = new Workspace();
        await using var vendor = new WireVendor { KnowsKeys = knowsKeys, Before = _ => Task.Delay(5, TestContext.Current.CancellationToken) };
        work.Settle(WireSettings.Of(vendor.Url, connection, repeat));
        var (random, host) = (new Random(20261127), await work.RunAsync());
        for (var round = 0; round < Rounds; round++)
        {
            var goal = vendor.Effects.Count + random.Next(5, 50);
            for (var n = 0; n < MailsARound; n++) work.DropMail($"r{round}-{n}.eml", new Letter($"r{round}-{n}@customer.example", $"c{n}@customer.example", $"Question {round}.{n}", "Hello").Bytes);
            await Until.TrueAsync("the vendor is being called", () => vendor.Effects.Count >= goal);
            await host.KillAsync();
            host = await work.RunAsync();
        }
        await using var store = await StoreReading.OpenAsync(work, connection);
        await Until.TrueAsync("every mail is taken and every call made", async () =>
            Directory.GetFiles(work.Drop).Length == 0 && await store.CountAsync(db => db.Outbox.Where(r => r.State == OutboxState.Done)) == Rounds * MailsARound, TimeSpan.FromMinutes(3));
        Assert.Equal(Rounds * MailsARound, vendor.Effects.Count);
        Assert.Equal(vendor.Effects.Count, vendor.Effects.Distinct().Count());
        var known = (await store.ListAsync(db => db.Interactions)).Select(i => i.ExternalId).Order(StringComparer.Ordinal);
        Assert.Equal(vendor.Items.Select(i => i.Id).Order(StringComparer.Ordinal), known);
        await host.StopAsync();
    }
}
