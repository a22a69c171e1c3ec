using System.Text.Json;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Outbound;
using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;
using Connector.Mail;

namespace Connector.Engine.Tests.Threads;

public sealed class AcknowledgementTests
{
    private static Setup WithTemplate(string? template = "We got \"{subject}\".") => TestSetup.Create(r => r with { AcknowledgeTemplate = template });

    private readonly Scenario s = new(WithTemplate());

    public static TheoryData<string, string> Silencers => new()
    {
        { "List-Id", "<users.lists.example>" },
        { "List-Post", "<mailto:users@lists.example>" },
        { "List-Unsubscribe", "<mailto:off@lists.example>" },
        { "Return-Path", "<>" },
        { "Return-Path", "<sales@example.org>" },
        { "X-Auto-Response-Suppress", "All" },
        { "X-Auto-Response-Suppress", "DR, AutoReply" },
        { "X-Auto-Response-Suppress", "oof" },
    };

    [Fact]
    public void Mail_FromAPersonToOurAddress_IsAcknowledgedToTheEnvelopeSender()
    {
        var decision = s.Mail(new TestMail().With("Return-Path", "<carla.bounce@customer.example>"));
        Assert.True(decision.Acknowledge);
        var sent = s.LastSentMail();
        Assert.Equal("carla.bounce@customer.example", Assert.Single(sent.To).Address);
        Assert.Empty(sent.Cc);
        Assert.Contains("We got \"Broken lamp\".", sent.Text, StringComparison.Ordinal);
        Assert.Contains(s.Store.All<Activity>(), a => a.What == "AcknowledgementSent");
    }

    [Fact]
    public void Acknowledgement_CarriesTheMarksOfAnAutomaticMail()
    {
        var first = new TestMail();
        s.Mail(first);
        var sent = s.LastSentMail();
        Assert.Equal(("auto-replied", "All"), (sent.Headers.Last("Auto-Submitted"), sent.Headers.Last("X-Auto-Response-Suppress")));
        Assert.True(LoopMarker.IsOurs(sent.Headers.Last("X-Connector-Loop")!, s.Door.Setup));
        Assert.Equal([first.Id], sent.InReplyTo);
        Assert.Equal([first.Id], sent.References);
        var row = s.Store.Where<OutboxRow>(r => r.Operation == MailOperation.Send)[0];
        Assert.Null(JsonSerializer.Deserialize(row.Payload, OutboxJson.Default.MailEnvelope)!.From);
    }

    [Fact]
    [Trait("Requirement", "R033")]
    [Trait("Requirement", "D-16")]
    public void Acknowledgement_IsTheFirstOutboundMailAndGivesTheThreadItsId()
    {
        var id = s.Arrive().Id;
        Assert.NotNull(s.ThreadOf(id).Token);
        Assert.Equal(InteractionState.New, s.Interaction(id).State);
        Assert.Null(s.Interaction(id).FirstResponseAt);
    }

    [Theory]
    [MemberData(nameof(Silencers))]
    public void Mail_ThatAsksForSilence_IsNotAcknowledged(string header, string value)
    {
        Assert.False(s.Mail(new TestMail().With(header, value)).Acknowledge);
        Assert.DoesNotContain(s.Store.All<Message>(), m => m.Direction == Direction.Outbound);
    }

    [Theory]
    [InlineData("someone@else.example")]
    [InlineData("notsupport@example.org")]
    [InlineData("sales@example.org")]
    public void Mail_OurAddressNotVisible_IsNotAcknowledged(string to) => Assert.False(s.Mail(new TestMail { To = [to] }).Acknowledge);

    [Theory]
    [InlineData("Support+news@Example.org", null)]
    [InlineData("someone@else.example", "Us <support@example.org>")]
    public void Mail_OurAddressTaggedOrResent_IsVisible(string to, string? resent)
    {
        var mail = new TestMail { To = [to] };
        Assert.True(s.Mail(resent is null ? mail : mail.With("Resent-To", resent)).Acknowledge);
    }

    [Theory]
    [InlineData(MailClass.List)]
    [InlineData(MailClass.AutoReplied)]
    [InlineData(MailClass.Dsn)]
    public void Mail_NotFromAPerson_IsNotAcknowledged(MailClass kind) => Assert.False(s.Mail(new TestMail(), kind: kind).Acknowledge);

    [Fact]
    public void Mail_ChannelWithoutTemplate_IsPermittedButNotSent()
    {
        var x = new Scenario(WithTemplate(null));
        Assert.True(x.Mail(new TestMail()).Acknowledge);
        Assert.DoesNotContain(x.Store.All<Message>(), m => m.Direction == Direction.Outbound);
    }

    [Fact]
    public void Mail_OnAKnownThread_IsNotAcknowledgedAgain()
    {
        s.Answered();
        var sent = s.LastSent().Id;
        Assert.False(s.CustomerAnswers().Acknowledge);
        Assert.Equal(sent, s.LastSent().Id);
    }

    [Fact]
    public void Mail_FromAnOwnAddress_IsNotAcknowledged() => Assert.False(s.Mail(new TestMail { From = "sales@example.org" }).Acknowledge);
}
