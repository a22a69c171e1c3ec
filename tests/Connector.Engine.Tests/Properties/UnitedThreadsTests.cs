using System.Text;
using Connector.Engine.Cases;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Outbound;
using Connector.Engine.Participants;
using Connector.Engine.Tests.Kit;
using Connector.Engine.Threads;
using Connector.Mail;

namespace Connector.Engine.Tests.Properties;

/// <summary>Whatever a set of mails names of one another, and in whatever order it comes: one thread, one open interaction, one case. As long as nobody is taken off and an answer leaves out nobody whom it answers.</summary>
public sealed class UnitedThreadsTests
{
    private static readonly string[] People = MailTree.People;

    [Theory]
    [InlineData("support")]
    [InlineData("cases")]
    [InlineData("remote")]
    [Trait("Requirement", "R032")]
    [Trait("Requirement", "R040")]
    [Trait("Requirement", "H12")]
    public void Arrive_AnyTreeInAnyOrder_IsOneConversation(string channel) =>
        Trees.ForAny(chance =>
        {
            var tree = MailTree.Grow(chance, channel, new Habits(Reached: chance.Next(2) == 0));
            var s = new Scenario(TestSetup.Create(r => r with { CcRemovalByOmission = false, AcknowledgeTemplate = chance.Next(2) == 0 ? null : "We read it." }));
            var story = new StringBuilder();
            var order = tree.Written;
            chance.Shuffle(order);
            foreach (var n in order.Concat(order.Take(chance.Next(3))))
            {
                story.AppendLine(tree.Line(n, s.Mail(tree.Mails[n], channel)));
                if (chance.Next(3) == 0) s.Pass(TimeSpan.FromMinutes(1));
            }
            Assert.True(s.Store.All<Interaction>().Count(i => !i.IsClosed) == 1, story.ToString());
            IsOneConversation(s, tree.Mails.Count, channel);
        });

    /// <summary>A names nothing, B names A, C names B, D names C: all 24 orders.</summary>
    [Fact]
    public void Arrive_AChainThatNamesTheParentAlone_IsOneConversationInEveryOrder()
    {
        foreach (var order in Permutations([0, 1, 2, 3]))
        {
            var s = new Scenario();
            var chain = Chain("support", 4);
            foreach (var n in order) s.Mail(chain[n]);
            IsOneConversation(s, 4, "support");
        }
    }

    [Fact]
    public void Arrive_TwoConversationsAwaitTheMailBetween_BothAreUnited()
    {
        var s = new Scenario(TestSetup.Create(r => r with { CcRemovalByOmission = false }));
        var (root, middle) = (new TestMail { Cc = [People[1], People[2]] }, "middle@customer.example");
        s.Mail(root);
        var one = s.Mail(Answer(People[1], [Flow.Customer], middle));
        var other = s.Mail(Answer(People[2], [Flow.Customer], middle) with { Subject = "Re: Broken lamp" });
        Assert.Equal(MailAction.New, one.Action);
        Assert.Equal(MailAction.New, other.Action);
        var late = s.Mail(Answer(Flow.Customer, [People[1], People[2]], root.Id) with { Id = middle });
        Assert.Contains($"united with {one.InteractionId}, {other.InteractionId}", late.Reason);
        Assert.Equal(2, late.Candidates.Count(c => c.Reason == "waited for this mail: united"));
        Assert.All([one, other], d => Assert.Contains($"by mail {late.MessageId}", DecisionJson.Read(s.MessageOf(d).Decision)!.Reason));
        Assert.Equal(2, s.Store.All<Engine.Door.Activity>().Count(a => a.What == "ThreadsUnited" && a.InteractionId == s.Interaction(late.InteractionId).Id));
        IsOneConversation(s, 4, "support");
    }

    internal static void IsOneConversation(Scenario s, int mails, string channel)
    {
        var open = Assert.Single(s.Store.All<Interaction>(), i => !i.IsClosed);
        var thread = Assert.Single(s.Store.All<CaseThread>(), t => t.RedirectTo is null);
        var kept = s.Store.Where<Message>(m => m.Direction == Direction.Inbound);
        Assert.Equal(mails, kept.Count);
        Assert.All(s.Store.All<Message>(), m => Assert.Equal((open.Id, thread.Id, open.CaseId), (m.InteractionId, FinalOf(s, m.ThreadId!.Value), m.CaseId)));
        Assert.All(s.Store.All<Interaction>().Where(i => i.IsClosed), i => IsGivenUp(s, i));
        Assert.Equal(channel == "cases" ? 1 : 0, s.Store.All<Case>().Count(c => c.IsActive));
        Assert.All(s.Store.All<Case>().Where(c => !c.IsActive), c => Assert.Equal("Merged", c.CloseReason));
        var requester = Assert.Single(s.People(thread.Id, ParticipantRole.Requester)).Address;
        Assert.Equal(People.Order(), s.Store.Where<Participant>(p => p.ThreadId == thread.Id).Select(p => p.Address).Order());
        Assert.All(kept.Where(m => m.From != requester && !Addressed(s, m).Contains(requester)), m => Assert.Equal(Visibility.Internal, m.Visibility));
    }

    /// <summary>Nothing is left of it in a queue or at a vendor.</summary>
    private static void IsGivenUp(Scenario s, Interaction i)
    {
        Assert.Equal((InteractionState.ClosedAbandoned, "United"), (i.State, i.NoCodeReason));
        Assert.All(s.Outbox(i.Id).Where(r => r.Operation == "Route"), r => Assert.NotNull(Precondition.Broken(r.Precondition, i)));
        Assert.Contains("End", s.Calls(i.Id));
    }

    private static HashSet<string> Addressed(Scenario s, Message m) => CcRules.Addressed(MailReader.Read(s.Store.Raw(m.Id)));

    private static long FinalOf(Scenario s, long thread) => s.Store.Get<CaseThread>(thread).RedirectTo is { } next ? FinalOf(s, next) : thread;

    private static List<TestMail> Chain(string channel, int length)
    {
        var mails = new List<TestMail> { new() { To = [$"{channel}@example.org"], Cc = [People[1], People[2]] } };
        while (mails.Count < length) mails.Add(Answer(People[mails.Count % 3], [.. People.Where(p => p != People[mails.Count % 3])], mails[^1].Id) with { To = [$"{channel}@example.org"] });
        return mails;
    }

    private static TestMail Answer(string from, string[] cc, string parent) => new() { From = from, Cc = cc, Subject = "Re: Broken lamp", InReplyTo = [parent] };

    private static IEnumerable<int[]> Permutations(int[] of) => of.Length == 0 ? [[]] : of.SelectMany(first => Permutations([.. of.Where(x => x != first)]).Select(rest => (int[])[first, .. rest]));
}
