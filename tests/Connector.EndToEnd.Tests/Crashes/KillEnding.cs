using Connector.EndToEnd.Tests.Kit;
using Connector.Engine;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Outbound;
using Connector.Mail;

namespace Connector.EndToEnd.Tests.Crashes;

/// <summary>What must be so after all the kills: everything once, nothing lost, nothing stuck.</summary>
internal sealed class KillEnding(Workspace work, StoreReading store, KillStory story)
{
    public async Task AssertAsync()
    {
        AssertFiles();
        var mails = await store.ListAsync(db => db.Messages.Where(m => m.Kind == MessageKind.Mail));
        await AssertMailAsync([.. mails.Where(m => m.Direction == Direction.Inbound)]);
        await AssertRoutingAsync();
        await AssertOutgoingAsync([.. mails.Where(m => m.Direction == Direction.Outbound)]);
    }

    private void AssertFiles()
    {
        var done = Directory.GetFiles(Path.Combine(work.Drop, "done"), "*", SearchOption.AllDirectories).Select(Path.GetFileName);
        Assert.Equal(story.Mails.Select(m => $"{m.Letter.Id.Split('@')[0]}.eml").Order(StringComparer.Ordinal), done.Order(StringComparer.Ordinal));
        Assert.False(Directory.Exists(Path.Combine(work.Drop, "failed")), "no file failed");
    }

    private async Task AssertMailAsync(List<Message> mails)
    {
        Assert.Equal(0, await store.CountAsync(db => db.Quarantine));
        Assert.Equal(story.Mails.Select(m => m.Letter.Id).Order(StringComparer.Ordinal), mails.Select(m => m.MailId).Order(StringComparer.Ordinal));
        Assert.Equal(story.Mails.Count(m => m.Letter.Id == m.Root), await store.CountAsync(db => db.Interactions));
        var interactionOf = mails.ToDictionary(m => m.MailId, m => m.InteractionId);
        Assert.All(story.Mails, m => Assert.Equal(interactionOf[m.Root], interactionOf[m.Letter.Id]));
    }

    private async Task AssertRoutingAsync()
    {
        var interactions = await store.ListAsync(db => db.Interactions);
        var calls = await store.ListAsync(db => db.Outbox);
        Assert.All(calls, c => Assert.True(c.State is OutboxState.Done or OutboxState.Superseded, $"{c.Operation} of i-{c.InteractionId} is {c.State}: {c.Error}"));
        Assert.Equal(interactions.Select(i => i.Id).Order(), calls.Where(c => c is { Operation: "Route", State: OutboxState.Done }).Select(c => c.InteractionId).Order());
        Assert.Equal(interactions.Select(i => i.Id).Order(), (await store.ListAsync(db => db.ExternalRefs)).Select(r => r.InteractionId).Order());
        Assert.Equal(
            interactions.Select(Expected).Order(),
            story.Items.Select(i => i.State is "Queued" or "PendingAccept" ? (i.Interaction, "New", "") : (i.Interaction, i.State, i.Agent ?? "")).Order());
    }

    /// <summary>Both sides agree on who has what: the queue's items and our interactions.</summary>
    private static (string Interaction, string State, string Owner) Expected(Interaction i) => (RecordId.Interaction(i.Id), i.State switch
    {
        InteractionState.WorkInProgress => "Accepted",
        InteractionState.OnHold => "Held",
        var other => other.ToString(),
    }, i.Owner ?? "");

    private async Task AssertOutgoingAsync(List<Message> mails)
    {
        var files = await Task.WhenAll(Directory.GetFiles(work.Outgoing).Select(async f => MailReader.Read(await File.ReadAllBytesAsync(f)).MessageId));
        Assert.Equal(mails.Select(m => m.MailId).Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
        Assert.Subset(mails.Select(m => RecordId.Message(m.Id)).ToHashSet(), story.Confirmed.ToHashSet());
        Assert.NotEmpty(files);
        TestContext.Current.TestOutputHelper?.WriteLine($"{story.Mails.Count} mails, {story.Items.Count} interactions, {files.Length} answers sent, {story.Confirmed.Count} of them confirmed");
    }
}
