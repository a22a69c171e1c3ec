using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Connector.Contracts;
using Connector.Engine.Door;
using Connector.Engine.Settings;
using Connector.Engine.Threads;
using Connector.Mail;
using Connector.Storage.Tests.Kit;
using Connector.Storage.Writing;
using Microsoft.Data.Sqlite;

namespace Connector.Storage.Tests.Writing;

/// <summary>Each index that a mail makes longer costs every mail. Those whose order is random cost a page of the file each, so a new one is added here and in the README, or not at all.</summary>
public sealed partial class MailIndexTests() : StoreTests(new SqlitePlace())
{
    /// <summary>Keys of these rise with each mail that asks for something new: its entries come at the end.</summary>
    private static readonly string[] AtTheEnd =
    [
        "Activities_Interaction", "Interactions_Open", "Interactions_Thread", "Messages_Interaction", "Messages_Thread", "Outbox_Interaction", "Outbox_Lane", "Outbox_Ready", "Participants_Thread",
    ];

    private static readonly string[] Random = ["Messages_MailKey"];

    private static readonly Setup Setup = AskedRules.Setup with
    {
        Capabilities = ImmutableDictionary<string, Capability>.Empty.Add("awa", Capability.RouteWork),
        Channels = ImmutableDictionary<string, Channel>.Empty.Add("support", new() { Id = "support", Addresses = ["support@example.org"], FromAddress = "support@example.org", Instance = "awa", Queue = "support" }),
    };

    [Fact]
    public async Task NewMail_MakesOneRandomIndexLonger_AndTheRestAtTheirEnd()
    {
        await GiveAsync("");
        Assert.Equal([.. AtTheEnd, .. Random], await LongerAsync());
    }

    [Fact]
    public async Task MailThatNamesAnotherWeLack_OrBringsAThreadIndex_MakesOneMoreLonger()
    {
        await GiveAsync("References: <gone@customer.example>\r\n");
        Assert.Equal(["MissingMails_Key"], (await LongerAsync()).Except([.. AtTheEnd, .. Random]));
        await GiveAsync("Thread-Index: AdQ1Z0eR1pHqk2YkQ9mYhX0c5z8w9A==\r\n");
        Assert.Equal(["MissingMails_Key", "Threads_ClientIndex"], (await LongerAsync()).Except([.. AtTheEnd, .. Random]));
    }

    private async Task GiveAsync(string field)
    {
        var raw = System.Text.Encoding.ASCII.GetBytes($"From: Ann <ann@customer.example>\r\nTo: support@example.org\r\nSubject: Lamp\r\nMessage-ID: <m{field.Length}@customer.example>\r\n{field}\r\nIt is dark.\r\n");
        var mail = MailReader.Read(raw);
        var outcome = await Store.WritePath(new EngineRules(), () => Setup).HandleAsync(new MailArrived
        {
            At = Samples.Now, By = Actor.Mail, Correlation = "mail", Channel = "support", Source = "test", Raw = raw, Mail = mail,
            Class = new(MailClass.Human, "the test says so"), Signals = MailSignals.Of(mail, Setup.Channel("support")!, Setup),
        }, Urgency.Mail, Cancellation);
        Assert.Equal(MailAction.New, Assert.IsType<MailDecision>(Assert.IsType<Answer.Done>(outcome.Answer).Result).Action);
    }

    /// <summary>Indexes that have entries, by the rows that are in them. Keys of tables by name, not by number, would stand among them.</summary>
    private async Task<List<string>> LongerAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={System.IO.Path.Combine(Place.Options.Folder, "connector.db")};Mode=ReadOnly;Pooling=false");
        await connection.OpenAsync(Cancellation);
        var indexes = new List<(string Name, string Table, string Where)>();
        await using (var all = connection.CreateCommand())
        {
            all.CommandText = "SELECT name, tbl_name, coalesce(sql, '') FROM sqlite_master WHERE type = 'index' AND tbl_name NOT IN ('Counters', '__EFMigrationsHistory') ORDER BY name";
            await using var rows = await all.ExecuteReaderAsync(Cancellation);
            while (await rows.ReadAsync(Cancellation)) indexes.Add((rows.GetString(0), rows.GetString(1), Where().Match(rows.GetString(2)).Value));
        }
        var longer = new List<string>();
        foreach (var (name, table, where) in indexes)
        {
            await using var count = connection.CreateCommand();
            count.CommandText = $"SELECT count(*) FROM \"{table}\" {where}";
            if ((long)(await count.ExecuteScalarAsync(Cancellation))! > 0) longer.Add(name);
        }
        return [.. longer.OrderBy(n => Random.Contains(n)).ThenBy(n => n, StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"\bWHERE .*$", RegexOptions.Singleline)]
    private static partial Regex Where();
}
