using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Participants;
using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;
using Connector.Engine.Threads;

namespace Connector.Engine.Tests.Threads;

/// <summary>Conversations that waited for a mail are united with its thread: what goes over, who is there then, and what the mail itself says of people.</summary>
public sealed class UnitingTests : EarlyMails
{
    [Fact]
    public void With_WorkThatNobodyTouched_GoesOverWithItsPeopleAndTimers()
    {
        var early = Early(new TestMail { From = Mate, Cc = [Flow.Customer, Zoe] });
        S.Pass(TimeSpan.FromMinutes(5));
        var first = S.Mail(Root);
        S.Pass(TimeSpan.FromMinutes(5));
        var late = Late();
        var (from, to) = (S.Interaction(early.InteractionId), S.Interaction(first.InteractionId));
        Assert.Equal((InteractionState.ClosedAbandoned, "United"), (from.State, from.NoCodeReason));
        Assert.Equal((Scenario.Start, S.Now), (to.WaitingSince, to.LastHumanAt));
        Assert.Equal([Flow.Customer, Mate, Zoe], People(to));
        Assert.Equal(Scenario.Start, S.MessageOf(early).At);
        Assert.Contains($"united with {first.InteractionId} by mail {late.MessageId}", DecisionJson.Read(S.MessageOf(early).Decision)!.Reason);
        Assert.Equal(2, S.Store.All<Activity>().Count(a => a.What == "ThreadsUnited"));
        Assert.Single(S.Store.All<Activity>(), a => a.What == "MailMoved" && a.Before == early.InteractionId && a.After == first.InteractionId);
    }

    /// <summary>A mail that left the requester out is not shown to them since another names it, and neither are its readers let in whom nobody there may add.</summary>
    [Fact]
    public void With_AMailThatLeftTheRequesterOut_IsInternalThere()
    {
        S.Mail(Root);
        var early = Early(new TestMail { From = Mate });
        var late = Late();
        Assert.Contains("united with", late.Reason);
        Assert.Equal(Visibility.Internal, S.MessageOf(early).Visibility);
        Assert.Single(S.Store.All<Activity>(), a => a.What == "MessageMadeInternal");
    }

    /// <summary>The mail left her out, and its answer names her: as in the right order she is there.</summary>
    [Fact]
    public void With_SomebodyTheMailTookOff_WhomItsAnswerNames_IsThere()
    {
        var first = S.Mail(Root with { Cc = [Mate, Zoe] });
        var early = Early(new TestMail { From = Mate, Cc = [Flow.Customer, Zoe] });
        var late = Late();
        Assert.Contains("united with", late.Reason);
        Assert.Equal([Zoe], late.ParticipantsRemoved);
        Assert.Equal([Zoe], DecisionJson.Read(S.MessageOf(early).Decision)!.ParticipantsAdded);
        Assert.Equal([Flow.Customer, Mate, Zoe], People(S.Interaction(first.InteractionId)));
    }

    /// <summary>In the right order she would be off since the answer: it is not shown to her, and nothing that follows it.</summary>
    [Fact]
    [Trait("Requirement", "R040")]
    public void With_SomebodyAnEarlyAnswerLeftOut_IsOffAndItsDecisionSaysSo()
    {
        var first = S.Mail(Root with { Cc = [Mate, Zoe] });
        var early = Early();
        Late(cc: [Mate, Zoe]);
        Assert.Equal([Flow.Customer, Mate], People(S.Interaction(first.InteractionId)));
        Assert.Equal([Zoe], DecisionJson.Read(S.MessageOf(early).Decision)!.ParticipantsRemoved);
        Assert.Equal(Visibility.Public, S.MessageOf(early).Visibility);
        Assert.Single(S.Store.All<Activity>(), a => a is { What: "ParticipantRemoved" } && a.Before == $"Cc {Zoe}");
    }

    /// <summary>She was left out on the waiting conversation, and is off the thread, too, when it joins: she learns nothing.</summary>
    [Fact]
    public void With_WhoWasTakenOff_WritesWhatItWaitedFor_IsOffThere()
    {
        Early(new TestMail { Cc = [Mate, Zoe] });
        S.Mail(new TestMail { From = Mate, Cc = [Flow.Customer], Subject = "Re: Broken lamp", InReplyTo = ["early@customer.example"] });
        var first = S.Mail(Root with { Cc = [Mate, Zoe] });
        Assert.Contains("united with", MiddleBy(Zoe, Root.Id).Reason);
        Assert.Equal([Flow.Customer, Mate], People(S.Interaction(first.InteractionId)));
    }

    /// <summary>Off when the first mail that hers names comes, let in again by the next.</summary>
    [Fact]
    public void With_SomebodyLetInByTheNextMailTheyNamed_IsUnitedThen()
    {
        S.Mail(Root with { Cc = [Mate, Zoe] });
        S.Mail(new TestMail { Cc = [Mate], Subject = "Re: Broken lamp", InReplyTo = [Root.Id] });
        var early = S.Mail(new TestMail { From = Zoe, Cc = [Flow.Customer, Mate], Subject = "Re: Broken lamp", InReplyTo = ["next@customer.example"], References = [Middle, "next@customer.example"] });
        Assert.Contains(Late().Candidates, c => c.Reason.EndsWith($"{Zoe} is not on the thread", StringComparison.Ordinal));
        var next = S.Mail(new TestMail { From = Mate, Cc = [Flow.Customer, Zoe], Subject = "Re: Broken lamp", Id = "next@customer.example", InReplyTo = [Middle] });
        Assert.Contains($"united with {early.InteractionId}", next.Reason);
    }

    /// <summary>Somebody on it answers a conversation they are not on: it refers to that one, as new work would, and is one with it when they are let in.</summary>
    [Fact]
    [Trait("Requirement", "R032")]
    public void With_AConversationThatNamedTheThread_IsUnitedWhenItsPeopleAreLetIn()
    {
        S = new Scenario(TestSetup.Create(r => r with { CcRemovalByOmission = false }));
        var other = S.Mail(new TestMail { From = Zoe, Cc = [Flow.Customer], Subject = "Re: Broken lamp", InReplyTo = [Root.Id] });
        var own = Early(new TestMail { From = Mate, Cc = [Zoe] });
        Assert.Equal(own.InteractionId, S.Mail(new TestMail { From = Mate, Cc = [Zoe], Subject = "Re: Broken lamp", Id = Middle, InReplyTo = [S.MessageOf(other).MailId] }).InteractionId);
        Assert.Equal(WorkOf(other).Id, WorkOf(own).RefersTo);
        var first = S.Mail(Root with { Cc = [Mate, Zoe] });
        Assert.Equal(other.InteractionId, first.InteractionId);
        Assert.Contains($"united with {own.InteractionId}", first.Reason);
    }

    [Fact]
    public void With_SomebodyTheRequesterTookOff_StaysOff()
    {
        S.Mail(Root with { Cc = [Mate, Zoe] });
        S.Mail(new TestMail { Cc = [Mate], Subject = "Re: Broken lamp", InReplyTo = [Root.Id] });
        Early(new TestMail { From = Mate, Cc = [Flow.Customer, Zoe] });
        Assert.Equal([Flow.Customer, Mate], People(S.Interaction(Late().InteractionId)));
    }

    [Fact]
    [Trait("Requirement", "R040")]
    public void With_ACaseOfItsOwn_IsMerged_AndTheMergeCanBeUndone()
    {
        var first = S.Mail(Root, "cases");
        var early = Early(channel: "cases");
        var late = Late(channel: "cases");
        var (source, target) = (CaseOf(early), CaseOf(first));
        Assert.Equal(("Merged", target.Id), (source.CloseReason, source.MergedInto));
        Assert.Equal(late.CaseId, first.CaseId);
        Assert.IsType<Answer.Done>(S.Handle(new UndoMerge { At = S.Now, By = Actor.OfAgent("sue", AgentRole.Supervisor), Correlation = "c", CaseId = source.Id }));
        Assert.Equal(CaseState.New, CaseOf(early).State);
        Assert.Equal((S.Interaction(early.InteractionId).Id, source.Id), (S.MessageOf(early).InteractionId, S.MessageOf(early).CaseId));
        Assert.Equal(early.CaseId, S.Mail(new TestMail { From = Mate, Cc = [Flow.Customer], Subject = "Re: Broken lamp", InReplyTo = [S.MessageOf(early).MailId] }, "cases").CaseId);
    }

    [Fact]
    public void With_ACaseThatSomebodyTookUp_StaysTheirs()
    {
        S.Mail(Root, "cases");
        var early = Early(channel: "cases");
        S.Case(CaseOf(early).Id, new CaseInput.Assign("ann"));
        Late(channel: "cases");
        Assert.Equal(("ann", CaseState.Open), (CaseOf(early).Assignee, CaseOf(early).State));
        Assert.False(S.Interaction(early.InteractionId).IsClosed);
    }

    [Fact]
    [Trait("Requirement", "R040")]
    public void Answered_ALateMail_LetsNobodyInWhomItsAnswersLeftOut()
    {
        var early = Early();
        Assert.Equal([], S.Mail(Root with { Id = Middle, Cc = [Mate, Zoe] }).ParticipantsAdded);
        Assert.Equal([Flow.Customer, Mate], People(S.Interaction(early.InteractionId)));
    }

    [Fact]
    public void Answered_ALateMail_TakesOffNobodyWhomItsAnswersName()
    {
        var early = Early(new TestMail { From = Mate, Cc = [Flow.Customer, Zoe] });
        Assert.Equal([], S.Mail(Root with { Id = Middle }).ParticipantsRemoved);
        Assert.Equal([Flow.Customer, Mate, Zoe], People(S.Interaction(early.InteractionId)));
    }

    /// <summary>What joins a conversation names another mail, too: that one is older than it when it comes.</summary>
    [Fact]
    [Trait("Requirement", "R040")]
    public void Answered_AMailBetween_TakesOffNobodyWhomItsAnswersName()
    {
        var first = S.Mail(Root with { Cc = [Mate, Zoe] });
        S.Mail(new TestMail { From = Mate, Cc = [Flow.Customer, Zoe], Subject = "Re: Broken lamp", InReplyTo = [Middle], References = [Root.Id, Middle] });
        Assert.Equal([], Late().ParticipantsRemoved);
        Assert.Equal([Flow.Customer, Mate, Zoe], People(S.Interaction(first.InteractionId)));
        Assert.All(S.Store.All<CaseThread>(), t => Assert.Null(t.Missing));
    }

    /// <summary>Neither of them has the first mail yet, and the later one names the other.</summary>
    /// <summary>Until the mail between came, its answer could have been said before the mail that names her.</summary>
    [Fact]
    public void Answered_AMailBetween_TakesOffWhomItsAnswerLeftOut()
    {
        var first = S.Mail(Root);
        S.Mail(Answer("second@customer.example", Root.Id) with { From = Flow.Customer, Cc = [Mate, Zoe] });
        S.Mail(Answer("last@customer.example", Root.Id) with { From = Zoe, Cc = [Flow.Customer, Mate], References = ["answer@customer.example"] });
        var answer = S.Mail(Answer("answer@customer.example", Middle));
        Assert.Equal((first.InteractionId, 0), (answer.InteractionId, answer.ParticipantsRemoved.Count));
        var between = S.Mail(Answer(Middle, "second@customer.example") with { From = Flow.Customer, Cc = [Mate, Zoe] });
        Assert.Equal([Zoe], between.ParticipantsRemoved);
        Assert.Equal([Flow.Customer, Mate], People(S.Interaction(first.InteractionId)));
    }

    [Fact]
    [Trait("Requirement", "R032")]
    public void Answered_AMailBetween_BeforeTheFirst_JoinsAndLetsNobodyIn()
    {
        var early = S.Mail(new TestMail { From = Mate, Cc = [Flow.Customer], Subject = "Re: Broken lamp", InReplyTo = [Middle], References = ["first@customer.example", Middle] });
        var between = S.Mail(new TestMail { Cc = [Mate, Zoe], Subject = "Re: Broken lamp", Id = Middle, InReplyTo = ["second@customer.example"] });
        Assert.Equal((early.InteractionId, 0), (between.InteractionId, between.ParticipantsAdded.Count));
        Assert.Equal([MailKey.OfId("first@customer.example"), MailKey.OfId("second@customer.example")], MissingMail.Of(Assert.Single(S.Store.All<CaseThread>())));
    }

    [Fact]
    public void Await_AMailThatNamesMany_WaitsForTheFirstAndThoseNearest()
    {
        string[] ids = [.. Enumerable.Range(1, 12).Select(n => $"old{n}@customer.example")];
        S.Mail(new TestMail { Subject = "Re: Broken lamp", InReplyTo = [ids[^1]], References = ids });
        string[] awaited = [ids[0], .. ids[^7..]];
        Assert.Equal(awaited.Select(MailKey.OfId), MissingMail.Of(Assert.Single(S.Store.All<CaseThread>())));
        Assert.Equal(awaited.Select(MailKey.OfId), S.Store.All<MissingMail>().Select(m => m.Key));
    }

    /// <summary>A mail names two conversations: whoever reads the one learns nothing of the other, whichever comes first.</summary>
    [Fact]
    [Trait("Requirement", "R040")]
    public void Find_AMailNamedBesideOthers_UnderAnotherSubject_IsAConversationOfItsOwn()
    {
        var first = S.Mail(Root);
        S.Mail(new TestMail { Cc = [Mate], Subject = "Re: Broken lamp", InReplyTo = [Root.Id], References = [Middle, Root.Id] });
        var other = S.Mail(new TestMail { Subject = "My invoice", Id = Middle });
        Assert.Equal(MailAction.New, other.Action);
        Assert.NotEqual(first.InteractionId, other.InteractionId);
    }
}
