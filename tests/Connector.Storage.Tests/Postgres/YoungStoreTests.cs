using Connector.Engine.Door;
using Connector.Storage.Statements;
using Connector.Storage.Tests.Kit;
using Connector.Storage.Writing;
using Npgsql;

namespace Connector.Storage.Tests.Postgres;

/// <summary>
/// What is planned once for all of a session's mails, in a store too young to have statistics, goes by indexes: a scan chosen for ten rows would still be
/// made for a hundred thousand.
/// </summary>
public sealed class YoungStoreTests(PostgresServer server) : StoreTests(new PostgresPlace(server))
{
    [Fact]
    public async Task LookUps_OfAMailAndItsConversation_ScanNoTableThatEveryMailFills()
    {
        await StoreAsync(Samples.Thread(10), Samples.Participant(12, 10), Samples.Interaction(1, thread: 10), Samples.Mail(31, 10, key: 5), Samples.Outbox(40, 1));
        await using var db = Store.Read();
        var loader = new KnownLoader(new RecordTables(db.Model), Dialect.Postgres, "default");
        var commands = new List<Command>();
        await Store.WriteAsync(async session =>
        {
            foreach (var lookUp in (LookUp[])[new LookUp.Mail(new() { Own = 6, Named = [5], Sender = "ann@example.org" }), new LookUp.Interaction(1, Lane: "awa"), new LookUp.Outbox(40)])
                await loader.LoadAsync(new Recording(session, commands), lookUp, Cancellation);
            return 0;
        }, Cancellation);
        var scans = new List<string>();
        foreach (var text in commands.Select(Text).Distinct()) scans.AddRange((await PlanAsync(text)).Where(IsScanOfGrowing).Select(step => $"{step.Trim()} in {text}"));
        Assert.True(commands.Count > 10, $"only {commands.Count} statements were seen");
        Assert.Empty(scans);
    }

    private static string Text(Command command) => command.Statement.List?.Text ?? command.Statement.Text;

    private static bool IsScanOfGrowing(string step) =>
        new[] { "Messages", "Threads", "Participants", "Interactions", "Outbox" }.Any(table => step.Contains($"Seq Scan on \"{table}\"", StringComparison.Ordinal));

    private async Task<List<string>> PlanAsync(string text)
    {
        await using var connection = new NpgsqlConnection(Place.Options.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Cancellation);
        var values = string.Join(", ", Enumerable.Range(1, 40).Where(n => text.Contains($"${n}", StringComparison.Ordinal)).Select(_ => "NULL"));
        await using var prepare = new NpgsqlCommand($"SET plan_cache_mode = force_generic_plan; PREPARE looked AS {text}", connection);
        await prepare.ExecuteNonQueryAsync(Cancellation);
        await using var explain = new NpgsqlCommand($"EXPLAIN EXECUTE looked{(values.Length == 0 ? "" : $"({values})")}", connection);
        await using var reader = await explain.ExecuteReaderAsync(Cancellation);
        var steps = new List<string>();
        while (await reader.ReadAsync(Cancellation)) steps.Add(reader.GetString(0));
        return steps;
    }
}
