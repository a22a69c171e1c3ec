using System.Collections;
using System.Reflection;
using Connector.Engine.Door;
using Connector.Storage.Statements;
using Connector.Storage.Stores;
using Connector.Storage.Tests.Kit;
using Connector.Storage.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Connector.Storage.Tests.Writing;

/// <summary>Every look-up goes by an index, whatever the size of the store.</summary>
public sealed class QueryPlanTests() : StoreTests(new SqlitePlace())
{
    [Fact]
    public async Task LookUps_OfEveryKind_ScanNoTable()
    {
        await StoreAsync(
            Samples.Thread(10, token: "ABCDEFGHJK23", redirect: 11), Samples.Thread(11) with { ClientIndex = 7, Missing = "6" }, Samples.Missing(13, 6, thread: 11), Samples.Participant(12, 10), Samples.Interaction(1, thread: 10, caseId: 20), Samples.Interaction(2),
            Samples.Case(20, 1, mergedInto: 21), Samples.Case(21, 2), Samples.Interaction(3, caseId: 21), Samples.Mail(31, 10, key: 5), Samples.Outbox(40, 1));
        await using var db = Store.Read();
        var loader = new KnownLoader(new RecordTables(db.Model), Dialect.Sqlite, "default");
        LookUp[] lookUps =
        [
            new LookUp.Interaction(1), new LookUp.Interaction(2, Lane: "awa"), new LookUp.Case(20), new LookUp.External("awa", "x"), new LookUp.OfMessage(31), new LookUp.Outbox(40), new LookUp.Quarantined(50),
            new LookUp.Codes("awa"), new LookUp.WithCode(new LookUp.Interaction(1), "awa"),
            new LookUp.Mail(new() { Own = 5, Named = [6, 7], ThreadTokens = ["ABCDEFGHJK23"], CaseNumbers = [1, 2], ClientIndex = 7 }),
        ];
        var asked = new List<Command>();
        await Store.WriteAsync(async session =>
        {
            foreach (var lookUp in lookUps) await loader.LoadAsync(new Recording(session, asked), lookUp, Cancellation);
            return 0;
        }, Cancellation);
        var texts = asked.Select(command => command.Statement.Text).ToHashSet(StringComparer.Ordinal);
        Assert.True(texts.Count > 15, $"only {texts.Count} statements were seen");
        await AssertNoScanAsync(texts);
        await AssertPlanAsync("Outbox_Lane", Assert.Single(texts, t => t.Contains("ORDER BY \"LaneVersion\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(typeof(OutboxStore))]
    [InlineData(typeof(DueStore))]
    [InlineData(typeof(InstanceDocumentStore))]
    [InlineData(typeof(InboxStore))]
    public async Task Stores_OnTheWayOfWork_ScanNoTable(Type store)
    {
        object instance = store == typeof(OutboxStore) ? Store.Outbox : store == typeof(DueStore) ? Store.Due : store == typeof(InboxStore) ? Store.Inbox : Store.Documents;
        var texts = store.GetFields(BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance).SelectMany(field => Texts(field.GetValue(instance))).ToList();
        Assert.NotEmpty(texts);
        await AssertNoScanAsync(texts);
    }

    /// <summary>The same indexes serve both databases; the lock alone is PostgreSQL's.</summary>
    [Fact]
    public async Task MailTurns_LookForWhatHasCome_ScanNoTable()
    {
        var writes = new MailTurns("default").Of(new() { Own = 5, Named = [6, 7] }, new Known()).ToList();

        await AssertNoScanAsync([Assert.Single(writes, w => w.Command.Statement.Text.Contains("\"Messages\"", StringComparison.Ordinal)).Command.Statement.Text]);
    }

    [Fact]
    public async Task Queries_OfWhatIsOpenAndOfOneInteraction_GoByTheirIndex()
    {
        await using var db = Store.Read();
        long[] ids = [1, 2];
        await AssertPlanAsync("Interactions_Open", db.Interactions.Where(i => i.Tenant == "default" && i.ClosedAt == null).GroupBy(i => i.State).Select(g => new { g.Key, Count = g.Count() }));
        await AssertPlanAsync("Interactions_Open", db.Interactions.Where(i => i.Tenant == "default" && i.ClosedAt == null).OrderByDescending(i => i.Id).Take(50));
        await AssertPlanAsync("Messages_Interaction", db.Messages.Where(m => m.InteractionId != null && ids.Contains(m.InteractionId.Value)));
        await AssertPlanAsync("Messages_Case", db.Messages.Where(m => m.CaseId == ids[0]));
    }

    private Task AssertPlanAsync(string index, IQueryable query) => AssertPlanAsync(index, string.Join('\n', query.ToQueryString().Split('\n').Where(line => !line.StartsWith('.'))));

    private async Task AssertPlanAsync(string index, string text)
    {
        await using var connection = new SqliteConnection($"Data Source={Place.Options.File};Mode=ReadOnly");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {text}";
        foreach (var name in System.Text.RegularExpressions.Regex.Matches(text, @"[@$]\w+").Select(m => m.Value).Distinct()) command.Parameters.AddWithValue(name, 1L);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var steps = new List<string>();
        while (await reader.ReadAsync(Cancellation)) steps.Add(reader.GetString(3));
        Assert.Contains(steps, step => step.Contains(index, StringComparison.Ordinal));
        Assert.DoesNotContain(steps, step => step.StartsWith("SCAN", StringComparison.Ordinal) && !step.Contains(index, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Texts(object? value) => value switch
    {
        Statement statement => [statement.Text],
        IDictionary many => many.Values.OfType<Statement>().Select(s => s.Text),
        _ => [],
    };

    private async Task AssertNoScanAsync(IEnumerable<string> texts)
    {
        await using var connection = new SqliteConnection($"Data Source={Place.Options.File};Mode=ReadOnly");
        await connection.OpenAsync(Cancellation);
        foreach (var text in texts)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"EXPLAIN QUERY PLAN {text}";
            foreach (var name in Enumerable.Range(1, 40).Select(n => $"${n}").Where(n => text.Contains(n, StringComparison.Ordinal))) command.Parameters.AddWithValue(name, 1L);
            await using var reader = await command.ExecuteReaderAsync(Cancellation);
            while (await reader.ReadAsync(Cancellation))
            {
                var step = reader.GetString(3);
                var ofStep = step == "SCAN d" && text.Contains("WITH RECURSIVE d(", StringComparison.Ordinal);
                Assert.False(step.StartsWith("SCAN", StringComparison.Ordinal) && !step.Contains("CONSTANT", StringComparison.Ordinal) && !ofStep, $"{step}: {text}");
            }
        }
    }
}
