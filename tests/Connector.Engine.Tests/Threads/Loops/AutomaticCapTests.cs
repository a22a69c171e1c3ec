using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Outbound;
using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;
using Connector.Engine.Threads;
using Connector.Mail;
using Connector.Mail.Classifying;

namespace Connector.Engine.Tests.Threads.Loops;

public sealed class AutomaticCapTests
{
    private static Scenario With(Func<Rules, Rules>? rules = null) => new(TestSetup.Create(r => (rules ?? (x => x))(r with { AcknowledgeTemplate = "We got \"{subject}\"." })));

    private static int Acknowledged(Scenario s) => s.Store.Where<Message>(m => m.Direction == Direction.Outbound).Count;

    private static MailDecision From(Scenario s, string address, string subject) => s.Mail(new TestMail { From = address, Subject = subject });

    [Fact]
    public void Acknowledgements_AgainstAMachineThatAnswersEach_EndWithinTenAndOneAlarm()
    {
        var s = With();
        var answered = 0;
        MailDecision last;
        for (last = Once(0); last.Acknowledge; last = Once(answered))
        {
            answered++;
            s.Pass(TimeSpan.FromSeconds(20));
        }
        Assert.Contains(AutomaticTraffic.HeldBackFlag, last.Flags);
        Assert.Equal((10, 10), (answered, Acknowledged(s)));
        Once(41);
        Assert.Single(s.Told("sue"), n => n.Category == "Alarm");
        Assert.Equal(10, Acknowledged(s));

        MailDecision Once(int number) => From(s, "robot@machine.example", $"Ticket {number} was received");
    }

    [Fact]
    public void Acknowledgements_AfterTheWindow_AreSentAgain()
    {
        var s = With(r => r with { AutomaticPerThread = r.AutomaticPerThread with { Per10Minutes = 1, Per30Minutes = 2 } });
        Assert.True(From(s, "a@x.example", "Hello").Acknowledge);
        Assert.False(From(s, "a@x.example", "Re: hello").Acknowledge);
        s.Pass(TimeSpan.FromMinutes(10));
        Assert.True(From(s, "a@x.example", "Hello").Acknowledge);
        s.Pass(TimeSpan.FromMinutes(10));
        Assert.False(From(s, "a@x.example", "Hello").Acknowledge);
    }

    [Fact]
    public void Acknowledgements_PerAddress_CountAllSubjectsOfThatAddressOnly()
    {
        var s = With(r => r with { AutomaticPerAddress = r.AutomaticPerAddress with { Per10Minutes = 2 } });
        Assert.True(From(s, "a@x.example", "One").Acknowledge);
        Assert.True(From(s, "A@x.example", "Two").Acknowledge);
        Assert.False(From(s, "a@x.example", "Three").Acknowledge);
        Assert.True(From(s, "b@x.example", "Three").Acknowledge);
    }

    [Fact]
    public void Acknowledgements_OverAll_HaveACapOfTheirOwnAndOneAlarm()
    {
        var s = With(r => r with { AutomaticPerHour = 2 });
        Assert.Equal([true, true, false, false], Enumerable.Range(0, 4).Select(n => From(s, $"p{n}@x.example", $"Subject {(char)('a' + n)}").Acknowledge));
        Assert.Single(s.Told("sue"), n => n.Category == "Alarm");
        s.Pass(TimeSpan.FromHours(1));
        Assert.True(From(s, "p9@x.example", "Later").Acknowledge);
    }

    [Fact]
    public void Acknowledgement_WhatWasSentIsNotKnown_IsNotSentAndTheMailIsKept()
    {
        var s = With();
        var arrived = s.Arrived(new TestMail().Bytes());
        var outcome = new EngineRules().Decide(arrived, s.Door.Known(arrived) with { Automatic = null }, new Given(s.Door.Setup, new CountingFresh()));
        var decision = Scenario.DecisionOf(outcome.Answer);
        Assert.Equal((MailAction.New, false), (decision.Action, decision.Acknowledge));
        Assert.Single(outcome.Inserts.OfType<Message>());
    }

    [Fact]
    public void OwnMarker_SeenOnce_StopsTheMail()
    {
        var s = With();
        s.Mail(new TestMail());
        var own = new OwnMail(_ => false, _ => false, m => LoopMarker.IsOurs(m, s.Door.Setup));
        var marker = s.LastSentMail().Headers.Last("X-Connector-Loop")!;
        var back = new TestMail { From = "relay@elsewhere.example" }.With("X-Connector-Loop", marker);
        var kind = MailClassifier.Classify(MailReader.Read(back.Bytes()), own).Class;
        Assert.Equal(MailClass.OwnLoop, kind);
        Assert.Equal(MailAction.Drop, s.Mail(back, kind: kind).Action);
    }

    [Theory]
    [InlineData(-1, 5, 5, 5, 5)]
    [InlineData(10, 5, 25, 50, 100)]
    public void Faults_CapsThatCannotBe_AreNamed(int a, int b, int c, int d, int e)
    {
        var rules = new Rules { AutomaticPerThread = new() { Per10Minutes = a, Per30Minutes = b, PerHour = c, Per3Hours = d, Per10Hours = e } };
        Assert.Equal(nameof(Rules.AutomaticPerThread), Assert.Single(rules.Faults()).Key);
        Assert.Empty(new Rules().Faults());
    }
}
