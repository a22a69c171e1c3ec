using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Participants;
using Connector.Engine.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Engine.Tests.Properties;

/// <summary>One set of mails of a conversation in any order after its root, doubled or not, is one interaction on one thread.</summary>
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
