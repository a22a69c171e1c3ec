using System.Collections.Immutable;
using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Seeding;
using Connector.Engine.Settings;
using Connector.Engine.Threads;
using Connector.Mail;
using Connector.Storage.Tests.Kit;
using Connector.Storage.Writing;

namespace Connector.Storage.Tests.Writing;

/// <summary>The real rules on real stores: what merges, replies on closed conversations and caps need is found, stored and given back.</summary>
public abstract class RulesOnStoreTests(ITestPlace place) : StoreTests(place)
{
    private static readonly Setup Setup = AskedRules.Setup with
    {
        Channels = ImmutableDictionary<string, Channel>.Empty.Add("support", new()
        {
            Id = "support", Addresses = ["support@example.org"], FromAddress = "support@example.org", Instance = "awa", Queue = "support",
            Rules = new() { AcknowledgeTemplate = "Received.", AutomaticPerHour = 2 },
        }),
    };

    private int _mails;

    private Task<Outcome> GiveAsync(Input input) => Store.WritePath(new EngineRules(), () => Setup).HandleAsync(input, Urgency.Mail, Cancellation);

    private async Task<IReadOnlyDictionary<string, SeededKey>> SeedAsync(SeedFile file)
    {
        var answer = (await GiveAsync(new PutSeed { At = Samples.Now, By = Actor.Mail, Correlation = "seed", File = file, StoreIsEmpty = true })).Answer;
        return Assert.IsType<Seeded>(Assert.IsType<Answer.Done>(answer).Result).Keys;
    }

    private async Task<MailDecision> MailAsync(string from, string subject, string text, string? replyTo = null, string? answers = null)
    {
        var raw = MailWriter.Write(new OutgoingMail
        {
            From = new(null, from),
            To = [new(null, replyTo ?? "support@example.org")],
            Subject = subject,
            Date = Samples.Now,
            MessageId = $"m{++_mails}@customer.example",
            InReplyTo = answers is null ? [] : [answers],
            Text = text,
        });
        var mail = MailReader.Read(raw);
        var outcome = await GiveAsync(new MailArrived
        {
            At = Samples.Now.AddMinutes(_mails), By = Actor.Mail, Correlation = "mail", Channel = "support", Source = "test", Raw = raw, Mail = mail,
            Class = new(MailClass.Human, "the test says so"), Signals = MailSignals.Of(mail, Setup.Channel("support")!, Setup),
        });
        return Assert.IsType<MailDecision>(Assert.IsType<Answer.Done>(outcome.Answer).Result);
    }

    private static long IdOf(SeededKey key) => long.Parse(key.Id!.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture);

    private static SeedFile TwoConversations() => new()
    {
        Threads = [new("t1", "support", Requester: "ann@customer.example"), new("t2", "support", Requester: "bob@customer.example")],
        Cases = [new("a") { Thread = "t1", Assignee = "agent", State = "Open", Subject = "Lamp" }, new("b") { Thread = "t2", Assignee = "agent", State = "Open", Subject = "Shade" }],
        Interactions = [new("i2", "t2") { Case = "b", State = "ClosedComplete", Owner = "agent" }],
        Messages = [new("m1", "t1") { Sign = new("ann@customer.example"), To = ["ann@customer.example"], Text = "hi" }, new("m2", "t2") { Interaction = "i2", Sign = new("bob@customer.example"), To = ["bob@customer.example"], Text = "hi" }],
    };

    [Fact]
    [Trait("Requirement", "X06")]
    [Trait("Requirement", "R081")]
    public async Task Merge_AndUndo_MoveEveryIdThereAndBack()
    {
        var keys = await SeedAsync(TwoConversations());
        var (a, b) = (IdOf(keys["a"]), IdOf(keys["b"]));
        Assert.IsType<Answer.Done>((await GiveAsync(new MergeCases { At = Samples.Now, By = Actor.OfAgent("agent"), Correlation = "c", Target = a, Sources = [b] })).Answer);
        Assert.IsType<Answer.Nothing>((await GiveAsync(new MergeCases { At = Samples.Now, By = Actor.OfAgent("agent"), Correlation = "c", Target = a, Sources = [b] })).Answer);
        Assert.Equal(keys["a"].Id, (await MailAsync("bob@customer.example", "Re: Shade", "By the token.", replyTo: keys["m2"].ReplyTo)).CaseId);
        Assert.Equal(keys["a"].Id, (await MailAsync("bob@customer.example", "Re: Shade", "By the id.", answers: keys["m2"].MessageId)).CaseId);
        var merged = (await LookUpAsync(new LookUp.Cases([a, b])));
        Assert.Equal((a, "Merged"), (merged.Case(b)!.Final, merged.Case(b)!.Case.CloseReason));
        Assert.Equal(["ann@customer.example", "bob@customer.example"], merged.Case(a)!.Dossier.Participants.Select(p => p.Address));
        Assert.IsType<Answer.Done>((await GiveAsync(new UndoMerge { At = Samples.Now, By = Actor.OfAgent("agent"), Correlation = "c", CaseId = b })).Answer);
        Assert.Equal(keys["b"].Id, (await MailAsync("bob@customer.example", "Re: Shade", "Back again.", answers: keys["m2"].MessageId)).CaseId);
        var back = (await LookUpAsync(new LookUp.Cases([b]))).Case(b)!;
        Assert.Equal((CaseState.Open, null, b), (back.Case.State, back.Merge, back.Dossier.Interactions.First(i => i.Id == IdOf(keys["i2"])).CaseId));
    }

    [Fact]
    [Trait("Requirement", "R182")]
    [Trait("Requirement", "D-61")]
    public async Task Reply_SeveralOpenCases_IsComparedWithTheMailsOfEach()
    {
        var keys = await SeedAsync(new SeedFile
        {
            Threads = [new("t", "support", Requester: "ann@customer.example")],
            Cases = [new("a") { Thread = "t", Assignee = "agent", State = "Open", Subject = "One", At = new() { Created = Samples.Now.AddDays(-2) } }, new("b") { Thread = "t", Assignee = "agent", State = "Open", Subject = "Two", At = new() { Created = Samples.Now.AddDays(-1) } }],
            Interactions = [new("i1", "t") { Case = "a", State = "ClosedComplete", Owner = "agent" }, new("i2", "t") { Case = "b", State = "ClosedComplete", Owner = "agent" }],
            Messages =
            [
                new("m1", "t") { Interaction = "i1", From = "ann@customer.example", To = ["support@example.org"], Text = "The courier dropped the glass lamp." },
                new("m2", "t") { Interaction = "i2", Sign = new("ann@customer.example"), To = ["ann@customer.example"], Text = "Your invoice is on its way." },
            ],
        });
        var decision = await MailAsync("ann@customer.example", "Re: hello", "The courier brought another glass.", answers: keys["m2"].MessageId);
        Assert.Equal((keys["a"].Id, 2), (decision.CaseId, decision.Candidates.Count(c => c.Score is not null)));
    }

    [Fact]
    [Trait("Requirement", "R179")]
    public async Task Reply_OnAClosedCase_GoesOnToItsFollowUp()
    {
        var keys = await SeedAsync(new SeedFile
        {
            Threads = [new("t1", "support", Requester: "ann@customer.example"), new("t2", "support", Requester: "ann@customer.example")],
            Cases = [new("a") { Thread = "t1", State = "Closed", Subject = "One" }, new("b") { Thread = "t2", State = "Open", Assignee = "agent", FollowUpOf = "a", Subject = "One" }],
            Messages = [new("m1", "t1") { Sign = new("ann@customer.example"), To = ["ann@customer.example"], Text = "hi" }],
        });
        var decision = await MailAsync("ann@customer.example", "Re: One", "Once more.", answers: keys["m1"].MessageId);
        Assert.Equal((keys["b"].Id, MatchedBy.ReplyOnClosed, MailAction.Append), (decision.CaseId, decision.MatchedBy, decision.Action));
    }

    [Fact]
    public async Task Acknowledgements_AreCountedInTheStore()
    {
        var sent = new List<bool>();
        for (var n = 0; n < 4; n++) sent.Add((await MailAsync($"p{n}@customer.example", $"Subject {n}", "Hello")).Acknowledge);
        Assert.Equal([true, true, false, false], sent);
        await using var db = Store.Read();
        Assert.Equal([AutomaticKind.Sent, AutomaticKind.Sent, AutomaticKind.HeldBack], db.AutomaticSent.OrderBy(r => r.Id).Select(r => r.Kind));
    }
}

public sealed class RulesOnSqliteTests() : RulesOnStoreTests(new SqlitePlace());

public sealed class RulesOnPostgresTests(PostgresServer server) : RulesOnStoreTests(new PostgresPlace(server));
