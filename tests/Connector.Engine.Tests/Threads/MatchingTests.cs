using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Participants;
using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;
using Connector.Engine.Threads;

namespace Connector.Engine.Tests.Threads;

/// <summary>Where a mail belongs: each signal alone, strangers, conflicts, mailbox groups.</summary>
public sealed class MatchingTests
{
    private const string Index = "Adcb7n3nBv0sJ6dBTgiP1hVWmO1c3A==";
    private readonly Scenario s = new();

    private TestMail Reply => TestMail.Answer(s.LastSentBytes(), Flow.Customer);

    private string Token(long interaction) => s.ThreadOf(interaction).Token!;

    private void Joined(MatchedBy by, long interaction, MailDecision decision)
    {
        Assert.Equal((MailAction.Append, by, RecordId.Interaction(interaction)), (decision.Action, decision.MatchedBy, decision.InteractionId));
        Assert.Equal(s.ThreadOf(interaction).Token, decision.ThreadId);
    }

    [Fact]
    [Trait("Requirement", "R040")]
    [Trait("Requirement", "X01")]
    public void Mail_SignedAddressOnly_JoinsAndWins()
    {
        var id = s.Answered();
        Joined(MatchedBy.AddressToken, id, s.Mail(Reply.WithoutChain() with { Subject = "Other words" }));
        Assert.Single(s.Store.All<Interaction>());
    }

    [Fact]
    [Trait("Requirement", "R036")]
    [Trait("Requirement", "R039")]
    [Trait("Requirement", "D-76")]
    public void Mail_SignedMessageIdOnly_Joins()
    {
        var id = s.Answered();
        Joined(MatchedBy.MessageIdToken, id, s.Mail(Reply.WithoutTag() with { Subject = "Re: Broken lamp" }));
    }

    [Fact]
    [Trait("Requirement", "X01")]
    public void Mail_KnownForeignIdOnly_JoinsForAParticipant()
    {
        var first = new TestMail();
        var id = s.Working(mail: first);
        Joined(MatchedBy.MessageId, id, s.Mail(new TestMail { InReplyTo = [first.Id] }));
        Joined(MatchedBy.MessageId, id, s.Mail(new TestMail { References = ["unknown@customer.example", first.Id, "later@customer.example"] }));
    }

    [Fact]
    public void Mail_ReferencesOfTwoThreads_TheLastKnownDecidesAndHistoryIsNoConflict()
    {
        var (old, late) = (new TestMail { Subject = "Old" }, new TestMail { Subject = "Late" });
        s.Working(mail: old);
        var id = s.Working(mail: late);
        var decision = s.Mail(new TestMail { References = [old.Id, late.Id] });
        Joined(MatchedBy.MessageId, id, decision);
        Assert.Empty(decision.Conflicts);
        Assert.Equal(2, decision.Candidates.Count);
    }

    [Fact]
    public void Mail_ThreadIndexOfAParticipant_JoinsWithTheSameBareSubjectOnly()
    {
        var id = s.Working(mail: new TestMail().With("Thread-Index", Index));
        Joined(MatchedBy.ThreadIndex, id, s.Mail(new TestMail { Subject = "AW: broken LAMP" }.With("Thread-Index", Index)));
        var other = s.Mail(new TestMail { Subject = "A new topic" }.With("Thread-Index", Index));
        Assert.Equal((MailAction.New, null), (other.Action, other.RefersTo));
        Assert.Equal("same thread index, another subject", Assert.Single(other.Candidates).Reason);
    }

    [Fact]
    public void Mail_ThreadIndexOtherSubject_IsNoStrangerForQuarantine()
    {
        var strict = new Scenario(TestSetup.Create(r => r with { StrangerPolicy = StrangerPolicy.Quarantine }));
        strict.Working(mail: new TestMail().With("Thread-Index", Index));
        Assert.Equal(MailAction.New, strict.Mail(new TestMail { Subject = "A new topic" }.With("Thread-Index", Index)).Action);
    }

    [Fact]
    [Trait("Requirement", "R035")]
    [Trait("Requirement", "R039")]
    [Trait("Requirement", "R040")]
    public void Mail_SubjectTokenInAnyCase_JoinsForAParticipant()
    {
        var id = s.Answered();
        Joined(MatchedBy.Subject, id, s.Mail(TestMail.Quoting(Token(id).ToLowerInvariant(), Flow.Customer)));
        Assert.Single(s.Store.All<Interaction>());
    }

    [Fact]
    public void Mail_BodyToken_JoinsForAParticipant()
    {
        var id = s.Answered();
        Joined(MatchedBy.Body, id, s.Mail(new TestMail { Subject = "Hello", Text = $"My id is {Token(id)}, thanks" }));
    }

    [Fact]
    [Trait("Requirement", "R037")]
    public void Mail_CaseNumber_JoinsOnlyWhereTheChannelAllowsIt()
    {
        foreach (var allowed in new[] { true, false })
        {
            var x = new Scenario(TestSetup.Create(r => r with { CaseNumberInSubject = allowed }));
            var made = Answers.Result<CommandResult>(x.As("ann").CreateCase(x.Working())).CaseId!.Value;
            var number = x.Store.Get<Engine.Cases.Case>(made).NumberText;
            var decision = x.Mail(new TestMail { Subject = $"Case {number}" });
            Assert.Equal(allowed ? MailAction.Append : MailAction.New, decision.Action);
            Assert.Equal(allowed ? number : null, decision.CaseNumber);
            Assert.Equal(MailAction.New, x.Mail(new TestMail { From = "mallory@evil.example", Subject = $"Case {number}" }).Action);
        }
    }

    [Fact]
    public void Mail_NumberOfACaseWithoutEmails_IsNewWorkWithACandidate()
    {
        var x = new Scenario(TestSetup.Create(r => r with { CaseNumberInSubject = true }));
        x.Store.Put(new Engine.Cases.Case { Id = 500, Tenant = "default", Number = 14355, Channel = "support", State = Engine.Cases.CaseState.Open, Version = 1 });
        foreach (var from in new[] { Flow.Customer, "ann@staff.example.org" })
        {
            var decision = x.Mail(new TestMail { From = from, Subject = "Case 14355" });
            Assert.Equal((MailAction.New, "c-500"), (decision.Action, Assert.Single(decision.Candidates).CaseId));
        }
    }

    [Fact]
    [Trait("Requirement", "R041")]
    [Trait("Requirement", "D-22")]
    public void Mail_UnknownThreadId_IsNewWithAWarningAndTheIdKept()
    {
        var unknown = ThreadIds.New(new CountingFresh(99).Bytes);
        var decision = s.Mail(TestMail.Quoting(unknown, Flow.Customer));
        Assert.Equal((MailAction.New, MatchedBy.None), (decision.Action, decision.MatchedBy));
        Assert.Equal(["ThreadIdUnrecognised"], decision.Flags);
        Assert.Contains(unknown, s.MessageOf(decision).Subject, StringComparison.Ordinal);
        Assert.Equal(InteractionState.New, s.Interaction(decision.InteractionId).State);
    }

    [Fact]
    [Trait("Requirement", "R039")]
    public void Mail_SignedTokenOfAThreadThatIsGone_IsNewWithAWarning()
    {
        s.Answered();
        var reply = Reply;
        var empty = new Scenario();
        Assert.Equal(["ThreadIdUnrecognised"], empty.Mail(reply).Flags);
        Assert.Equal(["ThreadIdUnrecognised"], empty.Mail(reply.WithoutTag() with { Id = "b@customer.example", Subject = "Re: lamp" }).Flags);
    }

    [Fact]
    [Trait("Requirement", "R041")]
    public void Mail_NoSignal_IsNewWithoutAWarning()
    {
        var decision = s.Mail(new TestMail());
        Assert.Equal(MailAction.New, decision.Action);
        Assert.Empty(decision.Flags);
    }

    [Fact]
    [Trait("Requirement", "D-21")]
    [Trait("Requirement", "D-45")]
    public void Mail_StrangerWithAGuessableSignal_IsNewWorkThatRefersToTheUntouchedCandidate()
    {
        var first = new TestMail();
        var id = s.Answered(mail: first);
        foreach (var mail in new[] { TestMail.Quoting(Token(id), "mallory@evil.example"), new TestMail { From = "mallory@evil.example", InReplyTo = [first.Id] } })
        {
            var before = (s.Interaction(id), s.ThreadOf(id));
            var decision = s.Mail(mail);
            Assert.Equal((MailAction.New, RecordId.Interaction(id)), (decision.Action, decision.RefersTo));
            Assert.NotEqual(RecordId.Interaction(id), decision.InteractionId);
            Assert.NotEqual(s.Interaction(id).ThreadId, s.Interaction(decision.InteractionId).ThreadId);
            Assert.Equal(before, (s.Interaction(id), s.ThreadOf(id)));
        }
    }

    [Fact]
    [Trait("Requirement", "D-45")]
    public void Mail_StrangerUnderQuarantinePolicy_IsHeldWithItsCandidates()
    {
        var x = new Scenario(TestSetup.Create(r => r with { StrangerPolicy = StrangerPolicy.Quarantine }));
        var id = x.Answered();
        var decision = x.Mail(TestMail.Quoting(x.ThreadOf(id).Token!, "mallory@evil.example"));
        Assert.Equal((MailAction.Quarantine, "Stranger"), (decision.Action, decision.QuarantineReason));
        Assert.Equal(RecordId.Interaction(id), Assert.Single(decision.Candidates).InteractionId);
    }

    [Fact]
    [Trait("Requirement", "R230")]
    [Trait("Requirement", "R237")]
    public void Mail_StrangerWithASignedToken_IsStoredInternalAndMovesNothing()
    {
        var id = s.Answered();
        var before = s.Interaction(id);
        var decision = s.Mail(Reply with { From = "helper@friend.example", Cc = ["crowd@friend.example"] });
        Joined(MatchedBy.AddressToken, id, decision);
        Assert.Equal("internal", decision.Visibility);
        Assert.Contains("ThirdPartyReply", decision.Flags);
        Assert.Equal(Visibility.Internal, s.MessageOf(decision).Visibility);
        Assert.Equal(before, s.Interaction(id));
        Assert.Equal("helper@friend.example", Assert.Single(s.People(before.ThreadId!.Value, ParticipantRole.ThirdParty)).Address);
        Assert.Empty(s.People(before.ThreadId!.Value, ParticipantRole.Cc));
        Assert.Equal("carla@customer.example", Assert.Single(s.People(before.ThreadId!.Value, ParticipantRole.Requester)).Address);
        Assert.Equal("Ongoing", Assert.Single(s.Told("ann")).Category);
    }

    [Fact]
    public void Mail_ForgedToken_IsFlaggedAndIsNotBelieved()
    {
        var id = s.Answered();
        var reply = TestMail.Answer(s.LastSentBytes(), "mallory@evil.example").WithoutChain();
        var decision = s.Mail(reply with { To = [reply.To[0].Replace(".b.b", ".c.b")], Subject = "Hi" });
        Assert.Equal(MailAction.New, decision.Action);
        Assert.Contains("ForgedToken", decision.Flags);
        Assert.Equal(InteractionState.OnHold, s.Interaction(id).State);
    }

    [Fact]
    [Trait("Requirement", "D-20")]
    public void Mail_TokensOfTwoThreads_StrongerWinsAndNothingElseMoves()
    {
        var first = s.Answered();
        var second = s.Answered("bob", new TestMail { Subject = "Second" });
        var before = (s.Interaction(first), s.Interaction(second));
        var to = SignedTokens.Address("support@example.org", s.ThreadOf(first), 1, s.Door.Setup);
        var cc = SignedTokens.Address("support@example.org", s.ThreadOf(second), 1, s.Door.Setup);
        var decision = s.Mail(new TestMail { To = [to], Cc = [cc, "new@customer.example"] });
        Joined(MatchedBy.AddressToken, first, decision);
        Assert.Single(decision.Conflicts);
        Assert.Equal(2, decision.Candidates.Count);
        Assert.Empty(decision.ParticipantsAdded);
        Assert.Equal(before, (s.Interaction(first), s.Interaction(second)));
        Assert.Contains(s.Told("ann"), n => n.Category == "Conflict");
        Assert.Empty(s.Told("bob"));
    }

    [Fact]
    [Trait("Requirement", "D-20")]
    public void Mail_ChainAndSubjectNameTwoThreads_IsAConflict()
    {
        var first = s.Answered();
        var reply = Reply;
        var second = s.Answered("bob", new TestMail { Subject = "Second" });
        var decision = s.Mail(reply with { Subject = $"Re: Second [{Token(second)}]" });
        Joined(MatchedBy.AddressToken, first, decision);
        Assert.Single(decision.Conflicts);
        Assert.Equal(InteractionState.OnHold, s.Interaction(first).State);
    }

    [Fact]
    public void Mail_AnotherThreadsIdInQuotedText_IsNoConflict()
    {
        var first = s.Answered();
        var reply = Reply;
        var second = s.Answered("bob", new TestMail { Subject = "Second" });
        var decision = s.Mail(reply with { Text = $"Yes.\r\n\r\nOn 1 March 2026, Help wrote:\r\n> Second [{Token(second)}]\r\n" });
        Joined(MatchedBy.AddressToken, first, decision);
        Assert.Empty(decision.Conflicts);
        Assert.Equal(InteractionState.WorkInProgress, s.Interaction(first).State);
    }

    [Fact]
    public void Mail_KnownIdInAnotherMailboxGroup_IsNotBelieved()
    {
        var first = new TestMail();
        var id = s.Working(mail: first);
        Assert.Equal(RecordId.Interaction(id), s.Mail(new TestMail { To = ["sales@example.org"], InReplyTo = [first.Id] }, "sales").InteractionId);
        Assert.Equal(MailAction.New, s.Mail(new TestMail { To = ["island@example.org"], InReplyTo = [first.Id] }, "island").Action);
    }

    [Fact]
    public void Mail_OneIdOnTwoThreads_TheMostRecentlyActiveWinsAndIsNoConflict()
    {
        var first = s.Working(mail: new TestMail { Id = "reused@customer.example", Subject = "One" });
        s.Pass(TimeSpan.FromHours(1));
        var second = s.Working(mail: new TestMail { Id = "other@customer.example", Subject = "Two" });
        s.Store.Put(s.Store.Where<Message>(m => m.InteractionId == second)[0] with { MailId = "reused@customer.example", MailKey = MailKey.OfId("reused@customer.example") });
        var decision = s.Mail(new TestMail { InReplyTo = ["reused@customer.example"] });
        Joined(MatchedBy.MessageId, second, decision);
        Assert.Empty(decision.Conflicts);
        Assert.Equal([RecordId.Interaction(second), RecordId.Interaction(first)], decision.Candidates.Select(c => c.InteractionId));
    }

    [Fact]
    public void Mail_EmptyIds_FindNobodyElsesMailWithoutId()
    {
        var raw = "From: a@b.example\r\nTo: support@example.org\r\nSubject: one\r\nIn-Reply-To:\r\nReferences: <>\r\n\r\nHi\r\n";
        var other = "From: c@d.example\r\nTo: support@example.org\r\nSubject: two\r\nIn-Reply-To: <>\r\n\r\nHo\r\n";
        Assert.Equal(MailAction.New, Scenario.DecisionOf(s.Handle(s.Arrived(System.Text.Encoding.ASCII.GetBytes(raw)))).Action);
        Assert.Equal(MailAction.New, Scenario.DecisionOf(s.Handle(s.Arrived(System.Text.Encoding.ASCII.GetBytes(other)))).Action);
    }

    [Fact]
    public void Mail_ThreeIdsInInReplyTo_TheFirstKnownDecides()
    {
        var first = new TestMail();
        var id = s.Working(mail: first);
        Joined(MatchedBy.MessageId, id, s.Mail(new TestMail { InReplyTo = ["a@x.example", first.Id, "b@x.example"] }));
    }

    [Fact]
    [Trait("Requirement", "X06")]
    [Trait("Requirement", "R032")]
    public void Mail_OnAThreadUnitedWithAnother_GoesToTheSurvivor()
    {
        var old = s.Finished();
        var reply = Reply;
        var id = s.Answered("bob", new TestMail { Subject = "Second" });
        s.Store.Put(s.ThreadOf(old) with { RedirectTo = s.Interaction(id).ThreadId });
        var decision = s.Mail(reply);
        Joined(MatchedBy.AddressToken, id, decision);
        Assert.Empty(decision.Conflicts);
    }

    [Fact]
    [Trait("Requirement", "X34")]
    public void Mail_ChangedSubjectAndForeignReplyTo_AreFlagged()
    {
        var id = s.Answered();
        var decision = s.Mail(Reply with { Subject = "Something else entirely", ReplyTo = ["ann@staff.example.org"] });
        Joined(MatchedBy.AddressToken, id, decision);
        Assert.Equal(["FromReplyToConflict", "SubjectChanged"], decision.Flags);
        Assert.Null(s.MessageOf(decision).Agent);
        Assert.Equal(["FromReplyToConflict"], s.Mail(new TestMail { ReplyTo = ["else@customer.example"] }).Flags);
        Assert.Empty(s.Mail(new TestMail { ReplyTo = ["Carla@Customer.example"] }).Flags);
    }
}
