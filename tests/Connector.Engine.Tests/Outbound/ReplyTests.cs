using System.Text.Json;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Outbound;
using Connector.Engine.Participants;
using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;
using Connector.Engine.Threads;
using Connector.Mail;

namespace Connector.Engine.Tests.Outbound;

/// <summary>What leaves when an agent answers.</summary>
public sealed class ReplyTests
{
    private readonly Scenario s = new();

    [Fact]
    [Trait("Requirement", "R033")]
    [Trait("Requirement", "R034")]
    public void Reply_First_GivesTheThreadItsIdAndLaterOnesKeepIt()
    {
        var id = s.Working();
        Assert.Null(s.ThreadOf(id).Token);
        s.As("ann").Reply(id);
        var token = s.ThreadOf(id).Token;
        Assert.True(ThreadIds.IsWellFormed(token));
        var other = s.Answered("bob", new TestMail { Subject = "Second" });
        Assert.NotEqual(token, s.ThreadOf(other).Token);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            s.As("ann").Reply(id);
            Assert.Equal(token, s.ThreadOf(id).Token);
            Assert.Equal(token, s.LastSentMail().Headers.Last("X-Case-Thread"));
        }
    }

    [Theory]
    [InlineData(ThreadIdPlace.Subject)]
    [InlineData(ThreadIdPlace.Header)]
    [Trait("Requirement", "R035")]
    [Trait("Requirement", "R036")]
    [Trait("Requirement", "D-19")]
    public void Reply_FiveRounds_ShowsTheTokenOnceOrHidesIt(ThreadIdPlace place)
    {
        var x = new Scenario(TestSetup.Create(channel: c => c with { ThreadIdPlace = place }));
        var id = x.Answered();
        for (var round = 0; round < 5; round++)
        {
            var (sent, token) = (x.LastSentMail(), x.ThreadOf(id).Token!);
            Assert.Equal(place == ThreadIdPlace.Subject ? $"Re: Broken lamp [{token}]" : "Re: Broken lamp", sent.Subject);
            Assert.Equal(token, SignedTokens.ReadMessageId(sent.MessageId!, x.Door.Setup, out _)!.ThreadToken);
            Assert.Equal(token, SignedTokens.ReadAddress(Assert.Single(sent.ReplyTo).Address, x.Door.Setup, out _)!.ThreadToken);
            Assert.Equal(token, sent.Headers.Last("X-Case-Thread"));
            Assert.Equal(RecordId.Interaction(id), x.CustomerAnswers().InteractionId);
            x.As("ann").Reply(id);
        }
    }

    [Fact]
    [Trait("Requirement", "R137")]
    [Trait("Requirement", "R224")]
    [Trait("Requirement", "R233")]
    public void Reply_GoesToRequesterAndCcsAndIsKept()
    {
        var first = new TestMail { FromName = "Carla", Cc = ["mate@customer.example"] };
        var id = s.Working(mail: first);
        var message = Answers.Result<CommandResult>(s.As("ann").Reply(id, "New lamp on its way.", new OutgoingAttachment("label.pdf", "application/pdf", new byte[] { 1, 2, 3 }))).MessageId!.Value;
        var sent = s.LastSentMail();
        Assert.Equal([Flow.Customer], sent.To.Select(a => a.Address));
        Assert.Equal(["mate@customer.example"], sent.Cc.Select(a => a.Address));
        Assert.Equal("support@example.org", Assert.Single(sent.From).Address);
        Assert.Equal([first.Id], sent.InReplyTo);
        Assert.Equal([first.Id], sent.References);
        Assert.Contains("New lamp on its way.", sent.Text, StringComparison.Ordinal);
        Assert.Equal("label.pdf", Assert.Single(sent.Attachments).Name);
        Assert.Null(sent.Headers.Last("Auto-Submitted"));
        var row = s.Outbox(id).Single(r => r.Operation == MailOperation.Send);
        var envelope = JsonSerializer.Deserialize(row.Payload, OutboxJson.Default.MailEnvelope)!;
        Assert.Equal("support@example.org", envelope.From);
        Assert.Equal([Flow.Customer, "mate@customer.example"], envelope.Recipients);
        Assert.Equal((message, OutboxDestination.Mail, 1), (row.MessageId!.Value, row.Destination, row.Priority));
        var kept = s.Store.Get<Message>(message);
        Assert.Equal((Direction.Outbound, Visibility.Public, "ann", 1, sent.MessageId), (kept.Direction, kept.Visibility, kept.Agent, kept.Number, kept.MailId));
    }

    [Fact]
    [Trait("Requirement", "R218")]
    public void Reply_FollowersAndThirdPartiesAndFormer_StandInNoHeaderAndEnvelope()
    {
        var id = s.Working();
        var thread = s.ThreadOf(id).Id;
        foreach (var (role, n) in new[] { ParticipantRole.Follower, ParticipantRole.Former, ParticipantRole.ThirdParty }.Select((r, n) => (r, n)))
            s.Store.Put(new Participant { Id = 800 + n, Tenant = "default", Version = 1, ThreadId = thread, Role = role, Address = $"{role}@hidden.example".ToLowerInvariant(), Ordinal = 5 + n });
        s.As("ann").Reply(id);
        Assert.DoesNotContain("hidden.example", System.Text.Encoding.UTF8.GetString(s.LastSentBytes()), StringComparison.Ordinal);
        var mails = s.Outbox(id).Where(r => r.Operation == MailOperation.Send).ToList();
        Assert.DoesNotContain("hidden.example", mails.Single(r => r.MessageId == s.LastSent().Id).Payload, StringComparison.Ordinal);
        // The follower hears of it by a mail of their own; nobody else does.
        Assert.Contains("\"follower@hidden.example\"", mails.Single(r => r.MessageId != s.LastSent().Id).Payload, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R141")]
    public void Reply_AfterThreeExchanges_RefersToTheWholePublicChain()
    {
        var id = s.Answered();
        for (var i = 0; i < 3; i++)
        {
            s.CustomerAnswers();
            s.As("ann").Reply(id);
        }
        var mails = s.Store.Where<Message>(m => m.InteractionId == id).ConvertAll(m => m.MailId);
        Assert.Equal(8, mails.Count);
        Assert.Equal(mails.Take(7), s.LastSentMail().References);
        Assert.Equal([mails[^2]], s.LastSentMail().InReplyTo);
    }

    [Fact]
    public void Reply_InternalMailsAndNotes_AppearInNoPublicAnswer()
    {
        var id = s.Answered(mail: new TestMail { Cc = ["mate@customer.example"] });
        var internalMail = s.Mail(TestMail.Answer(s.LastSentBytes(), "mate@customer.example", "between us: secret words") with { Cc = [] });
        Assert.Equal("internal", internalMail.Visibility);
        s.As("ann").Note(id, "secret note");
        s.As("ann").Reply(id);
        var text = System.Text.Encoding.UTF8.GetString(s.LastSentBytes());
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain(s.MessageOf(internalMail).MailId, text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "D-53")]
    public void Reply_HoldAfterSend_DecidesTheState()
    {
        var id = s.Answered();
        Assert.Equal((InteractionState.OnHold, s.Now, s.Now), (s.Interaction(id).State, s.Interaction(id).FirstResponseAt!.Value, s.Interaction(id).LastHumanAt));
        var x = new Scenario(TestSetup.Create(r => r with { HoldAfterSend = false }));
        Assert.Equal(InteractionState.WorkInProgress, x.Interaction(x.Answered()).State);
    }

    [Fact]
    public void Reply_ThreadOfNoRequester_HasNoRecipient()
    {
        var id = s.Working();
        foreach (var person in s.People(s.ThreadOf(id).Id, ParticipantRole.Requester)) s.Store.Put(person with { Role = ParticipantRole.Former });
        Answers.Refused(RuleNames.NoRecipient, s.As("ann").Reply(id));
        Assert.Null(s.ThreadOf(id).Token);
    }

    [Fact]
    [Trait("Requirement", "R143")]
    public void Reply_OnAVoiceInteraction_IsNotSupportedButTheRestIs()
    {
        var id = s.Arrive().Id;
        s.Store.Put(s.Interaction(id) with { ChannelType = Contracts.ChannelType.Voice });
        s.Accept(id, "ann");
        Answers.Refused(RuleNames.NotSupported, s.As("ann").Reply(id));
        Answers.Done(s.As("ann").Hold(id));
        Answers.Done(s.As("ann").Resume(id));
        Answers.Done(s.As("ann").Note(id));
        Answers.Done(s.As("ann").Close(id, "issue_resolved"));
    }
}
