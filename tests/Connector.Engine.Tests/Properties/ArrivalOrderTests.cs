using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Participants;
using Connector.Engine.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Engine.Tests.Properties;

/// <summary>One set of mails of a conversation in any order, its root among them, doubled or not, is one interaction on one thread.</summary>
public sealed class ArrivalOrderTests
{
    [Fact]
    [Trait("Requirement", "R032")]
    [Trait("Requirement", "R040")]
    [Trait("Requirement", "R142")]
    [Trait("Requirement", "H12")]
    public void Arrive_AnyOrderAfterTheRoot_IsOneInteraction() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Arb.From(Gen.Shuffle(Enumerable.Range(0, 8).ToArray())), Arb.From(Gen.Choose(1, 7).ListOf(5)), Arb.From(Gen.Elements(true, false)), (order, chain, answered) =>
        {
            var s = new Scenario();
            var root = new TestMail { Cc = ["mate@customer.example"] };
            s.Mail(root);
            var id = s.Store.All<Interaction>().Single().Id;
            if (answered)
            {
                s.Accept(id, "ann");
                s.As("ann").Reply(id);
            }
            var mails = Mails(s, root, chain.ToArray(), answered);
            foreach (var n in order.Concat(order)) s.Mail(mails[n % mails.Count]);
            Assert.Single(s.Store.All<Interaction>());
            Assert.Single(s.Store.All<Engine.Threads.CaseThread>());
            Assert.Equal(mails.Count + (answered ? 2 : 1), s.Store.All<Message>().Count());
            Assert.Equal(Flow.Customer, Assert.Single(s.People(s.Interaction(id).ThreadId!.Value, ParticipantRole.Requester)).Address);
        }));

    [Fact]
    [Trait("Requirement", "R032")]
    [Trait("Requirement", "R040")]
    public void Arrive_TheRootAnywhere_IsOneInteractionAndNobodyIsLost() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Arb.From(Gen.Shuffle(Enumerable.Range(0, 6).ToArray())), Arb.From(Gen.Choose(1, 7).ListOf(5)), (order, chain) =>
        {
            var s = new Scenario();
            var root = new TestMail { Cc = ["mate@customer.example"] };
            List<TestMail> mails = [root, .. Mails(s, root, chain.ToArray(), answered: false)];
            foreach (var n in order.Concat(order)) s.Mail(mails[n]);
            var thread = Assert.Single(s.Store.All<Engine.Threads.CaseThread>());
            Assert.Equal(thread.Id, Assert.Single(s.Store.All<Interaction>()).ThreadId);
            Assert.Equal(mails.Count, s.Store.All<Message>().Count());
            Assert.All(s.Store.All<Message>(), m => Assert.Equal(Visibility.Public, m.Visibility));
            Assert.Equal([Flow.Customer, "mate@customer.example"], s.Store.All<Participant>().Select(p => p.Address).Order());
            Assert.Null(thread.Missing);
        }));

    /// <summary>Programs that name only the mail they answer: a chain comes together from its end.</summary>
    [Fact]
    public void Arrive_AChainFromItsEnd_IsOneInteraction()
    {
        var s = new Scenario();
        var mails = new List<TestMail> { new() { Cc = ["mate@customer.example"] } };
        for (var n = 1; n < 6; n++)
            mails.Add(new TestMail { From = n % 2 == 0 ? Flow.Customer : "mate@customer.example", Cc = [n % 2 == 0 ? "mate@customer.example" : Flow.Customer], Subject = "Re: Broken lamp", InReplyTo = [mails[^1].Id], Text = $"Message {n}" });
        foreach (var mail in Enumerable.Reverse(mails)) s.Mail(mail);
        Assert.Single(s.Store.All<Interaction>());
        Assert.Null(Assert.Single(s.Store.All<Engine.Threads.CaseThread>()).Missing);
    }

    [Fact]
    public void Arrive_AnswersToOneUnknownMail_OfStrangersOrUnderOtherSubjects_StayApart()
    {
        var s = new Scenario();
        s.Mail(new TestMail { Subject = "Re: Spring offers", InReplyTo = ["news@shop.example"] });
        Assert.Null(s.Mail(new TestMail { From = "dora@else.example", Subject = "Re: Spring offers", InReplyTo = ["news@shop.example"] }).RefersTo);
        Assert.Equal(Engine.Threads.MailAction.New, s.Mail(new TestMail { Subject = "Re: Summer offers", InReplyTo = ["news@shop.example"] }).Action);
        Assert.Equal(Engine.Threads.MailAction.Append, s.Mail(new TestMail { Subject = "AW: Spring offers", InReplyTo = ["news@shop.example"] }).Action);
        Assert.Equal(3, s.Store.All<Interaction>().Count());
    }

    /// <summary>Each answers the root and one of the others too: the tree differs from run to run.</summary>
    private static List<TestMail> Mails(Scenario s, TestMail root, int[] chain, bool answered)
    {
        var mails = new List<TestMail>();
        for (var n = 0; n < chain.Length; n++)
        {
            var parent = n > 0 && chain[n] % 2 == 0 ? mails[chain[n] % n].Id : root.Id;
            var reply = answered && chain[n] % 3 == 0 ? TestMail.Answer(s.LastSentBytes(), Flow.Customer) : new TestMail { Subject = "Re: Broken lamp", InReplyTo = [parent], References = [root.Id, parent] };
            mails.Add(reply with { From = n % 2 == 0 ? Flow.Customer : "mate@customer.example", Cc = n % 2 == 0 ? ["mate@customer.example"] : [Flow.Customer], Text = $"Message {n}" });
        }
        return mails;
    }
}
