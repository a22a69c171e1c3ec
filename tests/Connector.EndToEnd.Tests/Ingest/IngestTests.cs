using Connector.EndToEnd.Tests.Kit;

namespace Connector.EndToEnd.Tests.Ingest;

public sealed class IngestTests
{
    private const int Letters = 300;
    private const double Replies = 0.3;

    [Fact]
    public async Task Ingest_300Mails_PutsEachReplyOnItsConversationAndKnowsAllOfThemAgain()
    {
        await using var work = new Workspace();
        var mails = Correspondence.Make(Letters, Replies, seed: 20260302);
        for (var n = 0; n < mails.Count; n++) work.Write($"mails/{n:000}.eml", mails[n].Letter.Bytes);
        await AssertRehearsalAsync(work);

        var taken = (await work.CallAsync("ingest", "mails")).With(0).Lines;
        Assert.Equal(mails.Select(m => m.Letter.Id), taken.Select(l => (string?)l["message"]!["messageId"]));
        var interactionOf = taken.Zip(mails).Where(p => p.Second.Letter.Id == p.Second.Root).ToDictionary(p => p.Second.Root, p => Decided(p.First, "interactionId"));
        Assert.Equal((int)(Letters * (1 - Replies)), interactionOf.Values.Distinct().Count());
        Assert.All(taken.Zip(mails), p => Assert.Equal(
            (p.Second.Letter.Id == p.Second.Root ? "new" : "append", interactionOf[p.Second.Root]), (Decided(p.First, "action"), Decided(p.First, "interactionId"))));

        var again = (await work.CallAsync("ingest", "mails")).With(0).Lines;
        Assert.All(again.Zip(taken), p => Assert.Equal(("duplicate", Decided(p.Second, "interactionId")), (Decided(p.First, "action"), Decided(p.First, "interactionId"))));
    }

    [Fact]
    public async Task Ingest_StandardInput_IsOneMail()
    {
        await using var work = new Workspace();
        var ended = await work.Start("ingest", "-").FeedAsync(new Letter("pipe@customer.example", "anna@customer.example", "By pipe", "Hello").Bytes);
        var line = Assert.Single(ended.With(0).Lines);
        Assert.Equal(("stdin", "new"), ((string?)line["source"], Decided(line, "action")));
    }

    [Fact]
    public async Task Ingest_WithoutSender_IsDoneThoughHeld()
    {
        await using var work = new Workspace();
        work.Write("a.eml", "To: support@example.org\r\nSubject: who am I\r\n\r\nhello\r\n");
        Assert.Equal("quarantine", Decided(Assert.Single((await work.CallAsync("ingest", "a.eml")).With(0).Lines), "action"));
    }

    /// <summary>A dry run tells what would happen, reply by reply, and leaves nothing: the store is as it was.</summary>
    private static async Task AssertRehearsalAsync(Workspace work)
    {
        var rehearsed = (await work.CallAsync("ingest", "mails", "--dry-run")).With(0).Lines;
        Assert.Equal((int)(Letters * Replies), rehearsed.Count(l => Decided(l, "action") == "append"));
        await using var store = await StoreReading.OpenAsync(work);
        Assert.Equal((0, 0), (await store.CountAsync(db => db.Messages), await store.CountAsync(db => db.Interactions)));
    }

    private static string? Decided(System.Text.Json.Nodes.JsonNode line, string part) => (string?)line["decision"]![part];
}
