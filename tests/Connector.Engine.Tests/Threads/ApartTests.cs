using System.Reflection;
using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Participants;
using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;
using Connector.Engine.Threads;

namespace Connector.Engine.Tests.Threads;

/// <summary>Conversations that waited for a mail and are not united with its thread when it comes: each reason of the table.</summary>
public sealed class ApartTests : EarlyMails
{
    [Fact]
    public void With_WorkThatSomebodyTouched_AndOtherPeople_StaysApart()
    {
        S.Mail(Root with { Cc = [Mate, Zoe] });
        S.Accept(S.Interaction(Early().InteractionId).Id, "ann");
        StaysApart(Late(cc: [Mate, Zoe]), "somebody has worked on it");
    }

    [Fact]
    [Trait("Requirement", "R040")]
    public void With_AStrangerWhoNamesTheAwaitedMail_DrawsNobodyIn()
    {
        Early(new TestMail());
        S.Pass(TimeSpan.FromMinutes(1));
        var own = S.Mail(new TestMail { From = Eve });
        StaysApart(S.Mail(new TestMail { From = Eve, Cc = [Flow.Customer], Id = Middle, InReplyTo = [S.MessageOf(own).MailId] }), "the sender is not on it");
        Assert.Equal([Flow.Customer], People(S.Store.Where<Interaction>(_ => true)[0]));
    }

    /// <summary>Somebody copied knows the id, and would learn nothing: whoever is not on their thread stays out of it.</summary>
    [Fact]
    public void With_ACcWhoNamesTheAwaitedMail_DrawsNobodyInWhoIsNotThere()
    {
        Early(new TestMail { Cc = [Eve] });
        var own = S.Mail(new TestMail { From = Eve });
        StaysApart(S.Mail(new TestMail { From = Eve, Id = Middle, InReplyTo = [S.MessageOf(own).MailId] }), $"{Flow.Customer} is not on the thread");
    }

    /// <summary>On a thread of her own nobody takes her off: what left her out stays out of it.</summary>
    [Fact]
    [Trait("Requirement", "R040")]
    public void With_WhoWasTakenOff_DrawsNothingToAThreadOfTheirOwn()
    {
        Early(new TestMail { Cc = [Mate, Zoe] });
        S.Mail(new TestMail { From = Mate, Cc = [Flow.Customer], Subject = "Re: Broken lamp", InReplyTo = ["early@customer.example"] });
        S.Pass(TimeSpan.FromMinutes(1));
        var own = new TestMail { From = Zoe, Cc = [Flow.Customer, Mate] };
        S.Mail(own);
        StaysApart(MiddleBy(Zoe, own.Id), Apart.NotOnIt);
    }

    [Theory]
    [InlineData("support", "Re: A chair", "another subject")]
    [InlineData("island", "Re: Broken lamp", null)]
    public void With_AnotherSubjectOrGroup_StaysApart(string channel, string subject, string? why)
    {
        S.Mail(Root);
        S.Mail(new TestMail { From = Mate, Cc = [Flow.Customer], Subject = subject, InReplyTo = [Middle] }, channel);
        StaysApart(Late(), why);
    }

    [Fact]
    public void With_AMailThatNamesTwoThreads_MovesNothing()
    {
        S.Mail(Root);
        var other = S.Mail(new TestMail { Cc = [Mate], Subject = "A chair" });
        Early();
        StaysApart(S.Mail(new TestMail { Cc = [Mate], Id = Middle, InReplyTo = [Root.Id], References = [S.MessageOf(other).MailId] }), "the mail names two threads");
    }

    [Fact]
    public void With_AConversationThatBeganOfItself_StaysApart()
    {
        var other = new TestMail { Cc = [Mate], Text = "Another lamp" };
        S.Mail(other);
        S.Mail(Root);
        S.Mail(new TestMail { Cc = [Mate], Subject = "Re: Broken lamp", InReplyTo = [other.Id], References = [Middle, other.Id] });
        StaysApart(Late(), Apart.OwnBeginning);
    }

    [Fact]
    public void Apart_EveryReason_IsInTheReadme()
    {
        var told = File.ReadLines(StateTable.ReadmeOf("Threads")).Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.Split('`')[1].TrimStart('…', ' ')).ToList();
        Assert.Equal(typeof(Apart).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetValue(null)!).Order(), told.Order());
    }

    [Fact]
    public void With_ASignedMailFromAnotherGroup_StaysApart()
    {
        var first = S.Answered(mail: Root);
        S.Mail(new TestMail { From = Mate, Cc = [Flow.Customer], Subject = "Re: Broken lamp", InReplyTo = [Middle] }, "island");
        var late = S.Mail(TestMail.Answer(S.LastSentBytes(), Flow.Customer) with { Id = Middle }, "island");
        Assert.Equal(RecordId.Interaction(first), late.InteractionId);
        StaysApart(late, Apart.AnotherGroup);
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    public void With_TwentyMails_StaysApart(int mails, bool apart)
    {
        S.Mail(Root);
        Early();
        for (var n = 1; n < mails; n++) S.Mail(Answer($"more{n}@customer.example", "early@customer.example"));
        var late = Late();
        if (apart) StaysApart(late, Apart.TooMany);
        else Assert.Contains("united with", late.Reason);
    }

    /// <summary>A closed case takes none in.</summary>
    [Fact]
    public void With_ACaseOfItsOwn_AndTheOtherClosed_StaysApart()
    {
        var first = S.Mail(Root, "cases");
        Early(channel: "cases");
        S.Case(CaseOf(first).Id, new CaseInput.Close("done"));
        StaysApart(Late("cases"), Apart.CaseClosed);
    }

    /// <summary>What an agent writes from their own mailbox opens nothing.</summary>
    [Fact]
    public void With_NothingOpenOnTheThread_StaysApart()
    {
        var first = S.Finished(mail: Root);
        var early = Early();
        var late = S.Mail(new TestMail { From = "ann@staff.example.org", Cc = [Flow.Customer, Mate], Subject = "Re: Broken lamp", Id = Middle, InReplyTo = [Root.Id] }.With("Authentication-Results", $"{TestSetup.TrustedServer}; dmarc=pass header.from=staff.example.org"));
        Assert.True(S.Interaction(first).IsClosed);
        Assert.Contains(late.Candidates, c => c.Reason.EndsWith(Apart.NothingOpen, StringComparison.Ordinal));
        Assert.False(WorkOf(early).IsClosed);
    }

    [Fact]
    public void With_AThreadReopenedTooOften_StaysApart()
    {
        S = new Scenario(TestSetup.Create(r => r with { ReopensPerThread = 0 }));
        var first = S.Mail(Root, "cases");
        Early(channel: "cases");
        S.Case(CaseOf(first).Id, new CaseInput.Assign("ann"));
        S.Case(CaseOf(first).Id, new CaseInput.Resolve());
        StaysApart(Late("cases"), Apart.Reopened);
    }

    /// <summary>Whoever is on neither decides nothing.</summary>
    [Fact]
    public void With_AnAgentWhoIsNotProven_StaysApart()
    {
        S.Mail(Root);
        Early();
        StaysApart(S.Mail(new TestMail { From = "ann@staff.example.org", Cc = [Flow.Customer, Mate], Subject = "Re: Broken lamp", Id = Middle, InReplyTo = [Root.Id] }), Apart.Stranger);
    }

    private void StaysApart(MailDecision late, string? why)
    {
        Assert.DoesNotContain("united", late.Reason);
        if (why is not null) Assert.Contains(late.Candidates, c => c.Reason.StartsWith($"waited for this mail, stays apart: {why}", StringComparison.Ordinal));
        Assert.All(S.Store.All<CaseThread>(), t => Assert.Null(t.RedirectTo));
        Assert.All(S.Store.All<Interaction>(), i => Assert.False(i.IsClosed));
    }
}
