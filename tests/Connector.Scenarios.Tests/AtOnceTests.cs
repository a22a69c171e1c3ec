using System.Text.Json.Nodes;
using Connector.Engine.Interactions;
using Connector.Scenarios.Tests.Kit;
using Connector.Storage.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Connector.Scenarios.Tests;

/// <summary>Mails of one conversation decided at the same moment, each through a channel of its own, none of them seeing the others.</summary>
public sealed class AtOnceTests(PostgresServer server)
{
    private const int Rounds = 12;

    [Fact]
    [Trait("Requirement", "R032")]
    public Task Take_ACutChainAtOnce_OnSqlite_IsOneInteraction() => PlayAsync(null);

    [Fact]
    [Trait("Requirement", "R032")]
    public Task Take_ACutChainAtOnce_OnPostgres_IsOneInteraction() => PlayAsync(server);

    private static async Task PlayAsync(PostgresServer? server)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var place = await Place.MakeAsync(new ScenarioFile { Steps = [] }, new Templates(), server, cancellation);
        for (var round = 0; round < Rounds; round++)
        {
            string[] channels = ["support", "sales", "help", "support", "sales"];
            await Task.WhenAll(channels.Select((channel, n) => TakeAsync(place, channel, Mail(round, n))));
            await using var db = place.App.Store.Read();
            var subject = $"Order {round}";
            var open = await db.Interactions.Where(i => i.Subject == subject && i.State == InteractionState.New).ToListAsync(cancellation);
            Assert.True(open.Count == 1, $"round {round}: {open.Count} open interactions");
            Assert.Equal(channels.Length, await db.Messages.CountAsync(m => m.InteractionId == open[0].Id, cancellation));
        }
    }

    /// <summary>Each names the one before it alone.</summary>
    private static Step Mail(int round, int n) => new()
    {
        Mail = new ScenarioMail
        {
            From = n % 2 == 0 ? "anna@customer.example" : "bob@customer.example",
            Cc = [n % 2 == 0 ? "bob@customer.example" : "anna@customer.example"],
            Subject = n == 0 ? $"Order {round}" : $"Re: Order {round}",
            MessageId = $"{round}.{n}@customer.example",
            InReplyTo = n == 0 ? null : $"{round}.{n - 1}@customer.example",
        },
    };

    private static async Task TakeAsync(Place place, string channel, Step mail)
    {
        await Task.Yield();
        using var intake = place.IntakeAt(place.Now);
        var line = await intake.TakeAsync(channel, Letters.Write(mail, place.Now, new Templates()), mail.Mail!.MessageId!, TestContext.Current.CancellationToken);
        Assert.NotNull(JsonNode.Parse(line.ToJson())!["decision"]);
    }
}
