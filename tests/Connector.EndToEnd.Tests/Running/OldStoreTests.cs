using System.Text.Json;
using Connector.EndToEnd.Tests.Kit;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Connector.EndToEnd.Tests.Running;

/// <summary>An administrator puts a new program on the store of an old one.</summary>
public sealed class OldStoreTests(PostgresCluster postgres)
{
    [Fact]
    public Task Run_OnASqliteStoreOfTheFirstSchema_KeepsTheWorkAndGoesOn() => TellAsync(null);

    [Fact]
    public async Task Run_OnAPostgresStoreOfTheFirstSchema_KeepsTheWorkAndGoesOn() => await TellAsync(await postgres.NewDatabaseAsync());

    private static async Task TellAsync(string? connection)
    {
        await using var work = new Workspace();
        await MakeAsync(work, connection);
        work.Settle($$"""
            { "Data": { "ConnectionString": {{JsonSerializer.Serialize(connection)}} }, "Clock": { "Virtual": true },
              "Instances": { "awa": { "Plugin": "Awa", "Options": { "Queues": [{ "Id": "support" }], "Agents": [
                { "Id": "ann", "Email": "ann@example.org", "Capacity": { "Email": 2 } }, { "Id": "ben", "Email": "ben@example.org", "Capacity": { "Email": 1 } }] } } } }
            """);
        var info = (await work.CallAsync("db", "info", "--json")).With(0).Json;
        Assert.Equal("20260101000000_Initial", (string?)info["schema"]);
        Assert.NotEmpty(info["pending"]!.AsArray());
        Assert.Contains("db migrate", (await work.CallAsync("status")).Error, StringComparison.Ordinal);

        var host = await work.RunAsync();
        await Until.TrueAsync("what waited in the old store is routed", async () => (await host.Admin.GetAsync("work-items")).Json.AsArray().Any(w => (string?)w!["subject"] == "Still waiting to be routed" || (string?)w["state"] == "Queued"));
        Assert.Equal(4, (await host.Admin.AllAsync("interactions")).Count);
        await host.StopAsync();
        var after = (await work.CallAsync("db", "info", "--json")).With(0).Json;
        Assert.Empty(after["pending"]!.AsArray());
        Assert.Equal((long)info["rows"]!["RawMails"]!, (long)after["rows"]!["RawMails"]!);
    }

    private static async Task MakeAsync(Workspace work, string? connection)
    {
        var script = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Old", $"20260101000000_Initial.{(connection is null ? "sqlite" : "postgres")}.sql"));
        Directory.CreateDirectory(work.Data);
        await using System.Data.Common.DbConnection store = connection is null
            ? new SqliteConnection($"Data Source={Path.Combine(work.Data, "connector.db")};Pooling=false")
            : new NpgsqlConnection(connection);
        await store.OpenAsync();
        await using var command = store.CreateCommand();
        command.CommandText = script;
        await command.ExecuteNonQueryAsync();
    }
}
