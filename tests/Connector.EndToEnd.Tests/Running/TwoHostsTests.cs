using System.Globalization;
using Connector.EndToEnd.Tests.Kit;
using Connector.Engine.Interactions;
using Connector.Tests.Kit;
using Npgsql;

namespace Connector.EndToEnd.Tests.Running;

/// <summary>Two hosts on one PostgreSQL share all there is to do, and do each of it once.</summary>
[Collection(AloneCollection.Name)]
public sealed class TwoHostsTests(PostgresCluster postgres)
{
    private const int Mails = 120;

    [Fact]
    [Trait("Requirement", "H20")]
    public async Task Run_TwoHostsOnOneStore_EachRecordIsHandledOnce()
    {
        var connection = await postgres.NewDatabaseAsync();
        await using var vendor = new WireVendor { KnowsKeys = false };
        await using Workspace one = new(), other = new();
        foreach (var work in (Workspace[])[one, other]) work.Settle(WireSettings.Of(vendor.Url, connection, "Unsafe"));
        // Both start at once on an empty database: schema, keys and schedule are made once.
        var hosts = await Task.WhenAll(one.RunAsync(), other.RunAsync());

        // Every mail comes to both mailboxes.
        for (var n = 0; n < Mails; n++)
            foreach (var work in (Workspace[])[one, other]) work.DropMail($"m{n}.eml", new Letter($"m{n}@customer.example", $"c{n}@customer.example", $"Question {n}", "Hello").Bytes);
        await using var store = await StoreReading.OpenAsync(one, connection);
        await Until.TrueAsync("all mail is taken and routed", async () =>
            Directory.GetFiles(one.Drop).Length + Directory.GetFiles(other.Drop).Length == 0 && await store.CountAsync(db => db.Interactions.Where(i => i.ExternalId != null)) == Mails, TimeSpan.FromMinutes(3));
        Assert.Equal((Mails, Mails), (vendor.Effects.Count, vendor.Effects.Distinct().Count()));
        Assert.Equal(Mails, await store.CountAsync(db => db.Interactions));

        await SweepAsync(one, other, store, connection);

        Assert.Equal(2, await NumberAsync(connection, "SELECT count(*) FROM qrtz_scheduler_state"));
        Assert.Equal((await one.CallAsync("sweeps", "list", "--json")).With(0).Json.AsArray().Count, await NumberAsync(connection, "SELECT count(*) FROM qrtz_triggers"));
        Assert.DoesNotContain((await one.CallAsync("db", "info", "--json")).With(0).Json["rows"]!.AsObject(), r => r.Key.StartsWith("qrtz", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("no host", (await one.CallAsync("plugins", "resume", "wire")).With(0).Error, StringComparison.Ordinal);
        await hosts[0].KillAsync();
        other.DropMail("last.eml", new Letter("last@customer.example", "last@customer.example", "One more", "Hello").Bytes);
        await Until.TrueAsync("the other goes on", () => vendor.Effects.Count(e => e.StartsWith("route", StringComparison.Ordinal)) == Mails + 1);
        Assert.Equal(vendor.Effects.Count, vendor.Effects.Distinct().Count());
        await hosts[1].StopAsync();
    }

    /// <summary>The same sweep, at the same moment, from two processes, beside those that the hosts wake.</summary>
    private static async Task SweepAsync(Workspace one, Workspace other, StoreReading store, string connection)
    {
        await ExecuteAsync(connection, $"UPDATE \"Interactions\" SET \"State\" = {(int)InteractionState.OnHold}, \"Owner\" = 'ann', \"InactivityDue\" = 1, \"Version\" = \"Version\" + 1");
        var runs = await Task.WhenAll(new[] { one, other, one, other }.Select(work => work.CallAsync("sweeps", "run", "inactivity-closure", "--json")));
        Assert.All(runs, run => run.With(0));
        Assert.Equal(Mails, runs.Sum(run => (int)run.Json["done"]!));
        var closed = await store.ListAsync(db => db.Activities.Where(a => a.After == nameof(InteractionState.ClosedComplete)));
        Assert.Equal((Mails, Mails), (closed.Count, closed.Select(a => a.InteractionId).Distinct().Count()));
    }

    private static async Task<long> NumberAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static async Task ExecuteAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
