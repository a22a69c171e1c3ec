using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Mail;
using Connector.Runtime.Tests.Kit;
using Connector.Runtime.Tests.Smtp;

namespace Connector.Runtime.Tests.Delivery;

/// <summary>A reply's way out, over a real SMTP conversation.</summary>
public sealed class MailDeliveryTests
{
    private const string Sent = Conversation.Plain + "C: MAIL FROM:<support@example.org> *\nS: 250 ok\nC: RCPT TO:<customer0@example.net>\nS: 250 ok\nC: DATA\nS: 354 go\nC: (message)\nS: 250 2.0.0 queued\nC: QUIT\nS: 221 bye\n";

    private const string Refused = Conversation.Plain + "C: MAIL FROM:<support@example.org> *\nS: 250 ok\nC: RCPT TO:<customer0@example.net>\nS: 550 5.1.1 no such user\nC: *\nS: 250 ok\nCLOSE\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reply_AcceptedByTheServer_LeavesOnceUnderItsMessageId()
    {
        await using var server = new ScriptedServer(Sent);
        await using var world = await World.OpenAsync(smtpPort: server.EndPoint.Port);
        var id = await ReplyAsync(world);

        var row = (await world.OutboxAsync(id)).Single(r => r.Operation == MailOperation.Send);
        Assert.Equal((OutboxState.Done, "accepted"), (row.State, row.Answer));
        var kept = MailReader.Read((await world.App.Store.RawMails.GetAsync(row.MessageId!.Value, Token))!);
        Assert.Single(server.Heard, line => line.Contains(kept.MessageId!, StringComparison.OrdinalIgnoreCase) && line.StartsWith("Message-ID", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Reply_RecipientRefused_IsAVisibleDeadLetterAndTheOwnerIsTold()
    {
        await using var server = new ScriptedServer(Refused);
        await using var world = await World.OpenAsync(smtpPort: server.EndPoint.Port);
        var id = await ReplyAsync(world);

        var row = (await world.OutboxAsync(id)).Single(r => r.Operation == MailOperation.Send);
        Assert.Equal(OutboxState.Dead, row.State);
        Assert.Contains("550", row.Error, StringComparison.Ordinal);
        await using var db = world.App.Store.Read();
        Assert.Contains(db.Notifications.ToList(), n => n.Category == "Delivery" && n.Agent == "ann" && n.InteractionId == id);
        Assert.NotNull(db.Messages.Single(m => m.Id == row.MessageId).DeliveryError);
    }

    private static async Task<long> ReplyAsync(World world)
    {
        var id = (await world.WorkAsync(1))[0];
        await world.DoAsync((at, by) => new AgentReply { InteractionId = id, At = at, By = by, Correlation = "test", Text = "Here it is." });
        await world.App.DrainAsync(Token);
        return id;
    }
}
