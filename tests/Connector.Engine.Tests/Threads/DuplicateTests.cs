using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Tests.Kit;
using Connector.Engine.Threads;
using Connector.Mail;

namespace Connector.Engine.Tests.Threads;

public sealed class DuplicateTests
{
    private readonly Scenario s = new();

    [Fact]
    [Trait("Requirement", "R142")]
    [Trait("Requirement", "H12")]
    public void Mail_AgainInTheSameMailbox_AnswersTheFirstAndStoresNothing()
    {
        var mail = new TestMail();
        var first = s.Mail(mail);
        var before = s.Store.Snapshot();
        var again = s.Mail(mail);
        Assert.Equal((MailAction.Duplicate, first.InteractionId, first.MessageId), (again.Action, again.InteractionId, again.MessageId));
        Assert.Equal(before, s.Store.Snapshot());
    }

    [Fact]
    public void Mail_AgainWithOtherTraceHeaders_IsTheSame()
    {
        var mail = new TestMail();
        s.Mail(mail);
        Assert.Equal(MailAction.Duplicate, s.Mail(mail.With("Received", "from a by b").With("Delivered-To", "support@example.org").With("Return-Path", "<x@y.example>")).Action);
    }

    [Fact]
    [Trait("Requirement", "X05")]
    public void Mail_ThroughASecondChannel_GivesAReceiptAndTheQueueAndNoSecondInteraction()
    {
        var mail = new TestMail { To = ["support@example.org", "sales@example.org"] };
        var first = s.Mail(mail);
        var second = s.Mail(mail, "sales");
        var third = s.Mail(mail, "sales");
        Assert.Equal([(MailAction.Duplicate, first.InteractionId), (MailAction.Duplicate, first.InteractionId)], new[] { second, third }.Select(d => (d.Action, d.InteractionId)));
        Assert.Contains("queue sales", second.Reason, StringComparison.Ordinal);
        var receipt = Assert.Single(s.Store.All<Receipt>());
        Assert.Equal(("sales", "sales", first.MessageId), (receipt.Channel, receipt.Queue, RecordId.Message(receipt.MessageId)));
        Assert.Single(s.Store.All<Interaction>());
    }

    [Fact]
    public void Mail_SameIdOtherContent_JoinsTheThreadFlaggedWithoutEffect()
    {
        var mail = new TestMail();
        var id = s.Answered(mail: mail);
        var before = s.Interaction(id);
        var decision = s.Mail(mail with { Text = "Something else." });
        Assert.Equal((MailAction.Append, RecordId.Interaction(id)), (decision.Action, decision.InteractionId));
        Assert.Equal(["SameIdOtherContent"], decision.Flags);
        Assert.Equal(before, s.Interaction(id));
        Assert.Equal("Conflict", Assert.Single(s.Told("ann")).Category);
        Assert.Equal(MailAction.Duplicate, s.Mail(mail with { Text = "Something else." }).Action);
    }

    [Fact]
    public void Mail_WithoutId_IsKnownByItsContent()
    {
        var raw = "From: a@b.example\r\nTo: support@example.org\r\nSubject: one\r\nDate: Mon, 2 Mar 2026 09:00:00 +0000\r\n\r\nHi\r\n"u8.ToArray();
        Assert.Equal(MailAction.New, Scenario.DecisionOf(s.Handle(s.Arrived(raw))).Action);
        Assert.Equal(MailAction.Duplicate, Scenario.DecisionOf(s.Handle(s.Arrived(raw))).Action);
        Assert.Equal(MailAction.New, Scenario.DecisionOf(s.Handle(s.Arrived([.. raw, .. "More\r\n"u8]))).Action);
    }

    [Fact]
    public void Mail_HeldInQuarantine_AgainIsADuplicate()
    {
        var mail = new TestMail();
        var held = s.Mail(mail, kind: MailClass.AutoReplied);
        var again = s.Mail(mail, kind: MailClass.AutoReplied);
        Assert.Equal((MailAction.Quarantine, MailAction.Duplicate, held.MessageId), (held.Action, again.Action, again.MessageId));
        Assert.Single(s.Store.All<QuarantineItem>());
    }

    [Fact]
    public void Mail_OwnMailComesBack_IsDroppedWithADeliveredCopy()
    {
        var id = s.Answered();
        var before = s.Interaction(id);
        var copy = s.LastSentBytes();
        var decision = Scenario.DecisionOf(s.Handle(s.Arrived(copy, kind: MailClass.OwnLoop)));
        var again = Scenario.DecisionOf(s.Handle(s.Arrived(copy, kind: MailClass.OwnLoop)));
        Assert.Equal((MailAction.Drop, MailAction.Drop, RecordId.Interaction(id)), (decision.Action, again.Action, decision.InteractionId));
        Assert.Equal(s.LastSent().Id, Assert.Single(s.Store.All<Receipt>()).MessageId);
        Assert.Equal(before, s.Interaction(id));
    }

    [Fact]
    public void Mail_OwnLoopWeDoNotKnow_IsDroppedAndStoresNothing()
    {
        Assert.Equal(MailAction.Drop, s.Mail(new TestMail(), kind: MailClass.OwnLoop).Action);
        Assert.Empty(s.Store.Snapshot());
    }

    [Fact]
    public void Decide_OnStateThatMeanwhileChanged_IsRefusedByTheVersion()
    {
        var id = s.Answered();
        var (one, two) = (s.Arrived(TestMail.Answer(s.LastSentBytes(), Flow.Customer).Bytes()), s.Arrived(TestMail.Answer(s.LastSentBytes(), Flow.Customer).Bytes()));
        var stale = s.Door.Decide(two);
        s.Handle(one);
        Assert.Throws<StaleException>(() => s.Store.Apply(stale));
        Answers.Done(s.Handle(two));
        Assert.Equal(4, s.Store.Where<Message>(m => m.InteractionId == id).Count);
    }
}
