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

/// <summary>Conversations that waited for a mail: when they are united with its thread, when not, and what is left.</summary>
public sealed class UnitingTests
{
    private const string Mate = "mate@customer.example";
    private const string Zoe = "zoe@customer.example";
    private const string Eve = "eve@else.example";
    private const string Middle = "middle@customer.example";

    private readonly Scenario _s = new();
    private readonly TestMail _root = new() { Cc = [Mate] };

    [Fact]
    public void With_WorkThatNobodyTouched_GoesOverWithItsPeopleAndTimers()
    {
        var early = Early(new TestMail { From = Mate, Cc = [Flow.Customer, Zoe] });
        _s.Pass(TimeSpan.FromMinutes(5));
        var first = _s.Mail(_root);
        _s.Pass(TimeSpan.FromMinutes(5));
        var late = Late();
        var (from, to) = (_s.Interaction(early.InteractionId), _s.Interaction(first.InteractionId));
        Assert.Equal((InteractionState.ClosedAbandoned, "United"), (from.State, from.NoCodeReason));
        Assert.Equal((Scenario.Start, _s.Now), (to.WaitingSince, to.LastHumanAt));
        Assert.Equal([Flow.Customer, Mate, Zoe], People(to));
        Assert.Equal(Scenario.Start, _s.MessageOf(early).At);
        Assert.Contains($"united with {first.InteractionId} by mail {late.MessageId}", DecisionJson.Read(_s.MessageOf(early).Decision)!.Reason);
        Assert.Equal(2, _s.Store.All<Activity>().Count(a => a.What == "ThreadsUnited"));
        Assert.Single(_s.Store.All<Activity>(), a => a.What == "MailMoved" && a.Before == early.InteractionId && a.After == first.InteractionId);
    }

    [Theory]
    [InlineData("accepted")]
    [InlineData("answered")]
    [InlineData("noted")]
    [InlineData("given back")]
    [InlineData("closed")]
    [Trait("Requirement", "R032")]
    public void With_WorkThatSomebodyTouched_KeepsItAndIsOneInteraction(string act)
    {
        var first = _s.Mail(_root);
        var id = _s.Interaction(Early().InteractionId).Id;
        if (act != "noted") _s.Accept(id, "ann");
        if (act == "answered") _s.As("ann").Reply(id);
        if (act == "noted") _s.As("ann").Note(id);
        if (act == "given back") _s.As("sue").Release(id);
        if (act == "closed") _s.As("ann").Close(id, BuiltInCodes.IssueResolved);
        var before = _s.Interaction(id);
        var late = Late();
        Assert.Contains("united with", late.Reason);
        var (left, there) = (act == "closed" ? before.Id : _s.Interaction(first.InteractionId).Id, act == "closed" ? _s.Interaction(first.InteractionId).Id : id);
        Assert.Equal(there, Assert.Single(_s.Store.All<Interaction>(), i => !i.IsClosed).Id);
        Assert.Equal((before.Owner, before.PreviousOwner, before.Disposition, before.NoCodeReason), (_s.Interaction(id).Owner, _s.Interaction(id).PreviousOwner, _s.Interaction(id).Disposition, _s.Interaction(id).NoCodeReason));
        Assert.Equal(act == "closed" ? null : "United", act == "closed" ? _s.Interaction(left).NoCodeReason : _s.Interaction(first.InteractionId).NoCodeReason);
        Assert.All([first, late], d => Assert.Equal(there, _s.MessageOf(d).InteractionId));
        Assert.Equal(RecordId.Interaction(there), late.InteractionId);
        Assert.Equal(before.Owner is null || act == "closed" ? 0 : 1, _s.Told("ann").Count(n => n.Text == "the customer wrote"));
        Assert.NotNull(_s.Store.Get<CaseThread>(before.ThreadId!.Value).RedirectTo);
        Assert.Contains(_s.Store.All<Activity>(), a => a is { What: "ThreadsUnited" } && a.Why!.Contains("it is not closed"));
        Assert.Equal(before.Owner is null ? 0 : 1, _s.Told("ann").Count(n => n.Text.Contains("is one with")));
    }

    /// <summary>Work in hand on both sides is a person's to merge.</summary>
    [Fact]
    public void With_WorkThatSomebodyTouchedOnBothSides_StaysBoth()
    {
        var first = _s.Mail(_root);
        _s.As("ann").Note(_s.Interaction(first.InteractionId).Id);
        var early = Early();
        _s.Accept(_s.Interaction(early.InteractionId).Id, "ann");
        Assert.Equal(first.InteractionId, Late().InteractionId);
        Assert.All(_s.Store.All<Interaction>(), i => Assert.False(i.IsClosed));
        Assert.Single(_s.Store.All<CaseThread>(), t => t.RedirectTo is null);
    }

    /// <summary>The case nobody touched goes into that of the work in hand, and comes back alone when the merge is undone.</summary>
    [Fact]
    [Trait("Requirement", "R032")]
    public void With_WorkThatSomebodyTouched_AndACaseOnBothSides_IsOneCase()
    {
        var first = _s.Mail(_root, "cases");
        var early = Early(channel: "cases");
        _s.Accept(_s.Interaction(early.InteractionId).Id, "ann");
        var late = Late("cases");
        Assert.Equal((early.InteractionId, early.CaseId), (late.InteractionId, late.CaseId));
        Assert.Equal(("Merged", (long?)Case(early).Id), (Case(first).CloseReason, Case(first).MergedInto));
        Assert.Equal(Case(early).Id, _s.MessageOf(first).CaseId);
        Assert.Equal("ann", Assert.Single(_s.Store.All<Interaction>(), i => !i.IsClosed).Owner);
        Assert.IsType<Answer.Done>(_s.Handle(new UndoMerge { At = _s.Now, By = Actor.OfAgent("sue", AgentRole.Supervisor), Correlation = "c", CaseId = Case(first).Id }));
        Assert.Equal(CaseState.New, Case(first).State);
        Assert.All([first, late], d => Assert.Equal(Case(early).Id, _s.MessageOf(d).CaseId));
    }

    /// <summary>Somebody works on one of two conversations that are one by now: what nobody has touched goes to it, whichever mail comes last.</summary>
    [Theory]
    [InlineData("support")]
    [InlineData("cases")]
    [Trait("Requirement", "R032")]
    public void With_AUnionOfWhichSomebodyTouchedAPart_IsOneInteraction(string channel)
    {
        var first = _s.Mail(_root, channel);
        var part = Early(channel: channel);
        var taken = _s.Mail(Answer("fourth@customer.example", "third@customer.example"), channel);
        _s.Accept(_s.Interaction(taken.InteractionId).Id, "ann");
        var between = _s.Mail(Answer("third@customer.example", "early@customer.example"), channel);
        Assert.Contains($"united with {taken.InteractionId}", between.Reason);
        Late(channel);
        Assert.Equal(taken.InteractionId, RecordId.Interaction(Assert.Single(_s.Store.All<Interaction>(), i => !i.IsClosed).Id));
        Assert.Equal("ann", _s.Interaction(taken.InteractionId).Owner);
        Assert.All([first, part], d => Assert.Equal((InteractionState.ClosedAbandoned, "United"), (_s.Interaction(d.InteractionId).State, _s.Interaction(d.InteractionId).NoCodeReason)));
        Assert.All([first, part, between, taken], d => Assert.Equal((_s.Interaction(taken.InteractionId).Id, _s.Interaction(taken.InteractionId).CaseId), (_s.MessageOf(d).InteractionId, _s.MessageOf(d).CaseId)));
        Assert.Equal(channel == "cases" ? 1 : 0, _s.Store.All<Case>().Count(c => c.IsActive));
        Assert.Single(_s.Store.All<CaseThread>(), t => t.RedirectTo is null);
    }

    [Fact]
    public void With_WorkThatSomebodyTouched_AndOtherPeople_StaysApart()
    {
        _s.Mail(_root with { Cc = [Mate, Zoe] });
        _s.Accept(_s.Interaction(Early().InteractionId).Id, "ann");
        StaysApart(Late(cc: [Mate, Zoe]), "somebody has worked on it");
    }

    [Fact]
    [Trait("Requirement", "R040")]
    public void With_AStrangerWhoNamesTheAwaitedMail_DrawsNobodyIn()
    {
        Early(new TestMail());
        _s.Pass(TimeSpan.FromMinutes(1));
        var own = _s.Mail(new TestMail { From = Eve });
        StaysApart(_s.Mail(new TestMail { From = Eve, Cc = [Flow.Customer], Id = Middle, InReplyTo = [_s.MessageOf(own).MailId] }), "the sender is not on it");
        Assert.Equal([Flow.Customer], People(_s.Store.Where<Interaction>(_ => true)[0]));
    }

    /// <summary>Somebody copied knows the id, and would learn nothing: whoever is not on their thread stays out of it.</summary>
    [Fact]
    public void With_ACcWhoNamesTheAwaitedMail_DrawsNobodyInWhoIsNotThere()
    {
        Early(new TestMail { Cc = [Eve] });
        var own = _s.Mail(new TestMail { From = Eve });
        StaysApart(_s.Mail(new TestMail { From = Eve, Id = Middle, InReplyTo = [_s.MessageOf(own).MailId] }), $"{Flow.Customer} is not on the thread");
    }

    /// <summary>A mail that left the requester out is not shown to them since another names it, and neither are its readers let in whom nobody there may add.</summary>
    [Fact]
    public void With_AMailThatLeftTheRequesterOut_IsInternalThere()
    {
        _s.Mail(_root);
        var early = Early(new TestMail { From = Mate });
        var late = Late();
        Assert.Contains("united with", late.Reason);
        Assert.Equal(Visibility.Internal, _s.MessageOf(early).Visibility);
        Assert.Single(_s.Store.All<Activity>(), a => a.What == "MessageMadeInternal");
    }

    /// <summary>The mail left her out, and its answer names her: as in the right order she is there.</summary>
    [Fact]
    public void With_SomebodyTheMailTookOff_WhomItsAnswerNames_IsThere()
    {
        var first = _s.Mail(_root with { Cc = [Mate, Zoe] });
        var early = Early(new TestMail { From = Mate, Cc = [Flow.Customer, Zoe] });
        var late = Late();
        Assert.Contains("united with", late.Reason);
        Assert.Equal([Zoe], late.ParticipantsRemoved);
        Assert.Equal([Zoe], DecisionJson.Read(_s.MessageOf(early).Decision)!.ParticipantsAdded);
        Assert.Equal([Flow.Customer, Mate, Zoe], People(_s.Interaction(first.InteractionId)));
    }

    /// <summary>In the right order she would be off since the answer: it is not shown to her, and nothing that follows it.</summary>
    [Fact]
    [Trait("Requirement", "R040")]
    public void With_SomebodyAnEarlyAnswerLeftOut_IsOffAndItsDecisionSaysSo()
    {
        var first = _s.Mail(_root with { Cc = [Mate, Zoe] });
        var early = Early();
        Late(cc: [Mate, Zoe]);
        Assert.Equal([Flow.Customer, Mate], People(_s.Interaction(first.InteractionId)));
        Assert.Equal([Zoe], DecisionJson.Read(_s.MessageOf(early).Decision)!.ParticipantsRemoved);
        Assert.Equal(Visibility.Public, _s.MessageOf(early).Visibility);
        Assert.Single(_s.Store.All<Activity>(), a => a is { What: "ParticipantRemoved" } && a.Before == $"Cc {Zoe}");
    }

    /// <summary>She was left out on the waiting conversation, and is off the thread, too, when it joins: she learns nothing.</summary>
    [Fact]
    public void With_WhoWasTakenOff_WritesWhatItWaitedFor_IsOffThere()
    {
        Early(new TestMail { Cc = [Mate, Zoe] });
        _s.Mail(new TestMail { From = Mate, Cc = [Flow.Customer], Subject = "Re: Broken lamp", InReplyTo = ["early@customer.example"] });
        var first = _s.Mail(_root with { Cc = [Mate, Zoe] });
        Assert.Contains("united with", MiddleBy(Zoe, _root.Id).Reason);
        Assert.Equal([Flow.Customer, Mate], People(_s.Interaction(first.InteractionId)));
    }

    /// <summary>On a thread of her own nobody takes her off: what left her out stays out of it.</summary>
    [Fact]
    [Trait("Requirement", "R040")]
    public void With_WhoWasTakenOff_DrawsNothingToAThreadOfTheirOwn()
    {
        Early(new TestMail { Cc = [Mate, Zoe] });
        _s.Mail(new TestMail { From = Mate, Cc = [Flow.Customer], Subject = "Re: Broken lamp", InReplyTo = ["early@customer.example"] });
        _s.Pass(TimeSpan.FromMinutes(1));
        var own = new TestMail { From = Zoe, Cc = [Flow.Customer, Mate] };
        _s.Mail(own);
        StaysApart(MiddleBy(Zoe, own.Id), Apart.NotOnIt);
    }

    /// <summary>Off when the first mail that hers names comes, let in again by the next.</summary>
    [Fact]
    public void With_SomebodyLetInByTheNextMailTheyNamed_IsUnitedThen()
    {
        _s.Mail(_root with { Cc = [Mate, Zoe] });
        _s.Mail(new TestMail { Cc = [Mate], Subject = "Re: Broken lamp", InReplyTo = [_root.Id] });
        var early = _s.Mail(new TestMail { From = Zoe, Cc = [Flow.Customer, Mate], Subject = "Re: Broken lamp", InReplyTo = ["next@customer.example"], References = [Middle, "next@customer.example"] });
        Assert.Contains(Late().Candidates, c => c.Reason.EndsWith($"{Zoe} is not on the thread", StringComparison.Ordinal));
        var next = _s.Mail(new TestMail { From = Mate, Cc = [Flow.Customer, Zoe], Subject = "Re: Broken lamp", Id = "next@customer.example", InReplyTo = [Middle] });
        Assert.Contains($"united with {early.InteractionId}", next.Reason);
    }

    [Fact]
    public void With_SomebodyTheRequesterTookOff_StaysOff()
    {
        _s.Mail(_root with { Cc = [Mate, Zoe] });
        _s.Mail(new TestMail { Cc = [Mate], Subject = "Re: Broken lamp", InReplyTo = [_root.Id] });
        Early(new TestMail { From = Mate, Cc = [Flow.Customer, Zoe] });
        Assert.Equal([Flow.Customer, Mate], People(_s.Interaction(Late().InteractionId)));
    }

    [Theory]
    [InlineData("support", "Re: A chair", "another subject")]
    [InlineData("island", "Re: Broken lamp", null)]
    public void With_AnotherSubjectOrGroup_StaysApart(string channel, string subject, string? why)
    {
        _s.Mail(_root);
        _s.Mail(new TestMail { From = Mate, Cc = [Flow.Customer], Subject = subject, InReplyTo = [Middle] }, channel);
        StaysApart(Late(), why);
    }

    [Fact]
    public void With_AMailThatNamesTwoThreads_MovesNothing()
    {
        _s.Mail(_root);
        var other = _s.Mail(new TestMail { Cc = [Mate], Subject = "A chair" });
        Early();
        StaysApart(_s.Mail(new TestMail { Cc = [Mate], Id = Middle, InReplyTo = [_root.Id], References = [_s.MessageOf(other).MailId] }), "the mail names two threads");
    }

    [Fact]
    [Trait("Requirement", "R040")]
    public void With_ACaseOfItsOwn_IsMerged_AndTheMergeCanBeUndone()
    {
        var first = _s.Mail(_root, "cases");
        var early = Early(channel: "cases");
        var late = Late(channel: "cases");
        var (source, target) = (Case(early), Case(first));
        Assert.Equal(("Merged", target.Id), (source.CloseReason, source.MergedInto));
        Assert.Equal(late.CaseId, first.CaseId);
        Assert.IsType<Answer.Done>(_s.Handle(new UndoMerge { At = _s.Now, By = Actor.OfAgent("sue", AgentRole.Supervisor), Correlation = "c", CaseId = source.Id }));
        Assert.Equal(CaseState.New, Case(early).State);
        Assert.Equal((_s.Interaction(early.InteractionId).Id, source.Id), (_s.MessageOf(early).InteractionId, _s.MessageOf(early).CaseId));
        Assert.Equal(early.CaseId, _s.Mail(new TestMail { From = Mate, Cc = [Flow.Customer], Subject = "Re: Broken lamp", InReplyTo = [_s.MessageOf(early).MailId] }, "cases").CaseId);
    }

    [Fact]
    public void With_ACaseThatSomebodyTookUp_StaysTheirs()
    {
        _s.Mail(_root, "cases");
        var early = Early(channel: "cases");
        _s.Case(Case(early).Id, new CaseInput.Assign("ann"));
        Late(channel: "cases");
        Assert.Equal(("ann", CaseState.Open), (Case(early).Assignee, Case(early).State));
        Assert.False(_s.Interaction(early.InteractionId).IsClosed);
    }

    [Fact]
    [Trait("Requirement", "R040")]
    public void Answered_ALateMail_LetsNobodyInWhomItsAnswersLeftOut()
    {
        var early = Early();
        Assert.Equal([], _s.Mail(_root with { Id = Middle, Cc = [Mate, Zoe] }).ParticipantsAdded);
        Assert.Equal([Flow.Customer, Mate], People(_s.Interaction(early.InteractionId)));
    }

    [Fact]
    public void Answered_ALateMail_TakesOffNobodyWhomItsAnswersName()
    {
        var early = Early(new TestMail { From = Mate, Cc = [Flow.Customer, Zoe] });
        Assert.Equal([], _s.Mail(_root with { Id = Middle }).ParticipantsRemoved);
        Assert.Equal([Flow.Customer, Mate, Zoe], People(_s.Interaction(early.InteractionId)));
    }

    /// <summary>What joins a conversation names another mail, too: that one is older than it when it comes.</summary>
    [Fact]
    [Trait("Requirement", "R040")]
    public void Answered_AMailBetween_TakesOffNobodyWhomItsAnswersName()
    {
        var first = _s.Mail(_root with { Cc = [Mate, Zoe] });
        _s.Mail(new TestMail { From = Mate, Cc = [Flow.Customer, Zoe], Subject = "Re: Broken lamp", InReplyTo = [Middle], References = [_root.Id, Middle] });
        Assert.Equal([], Late().ParticipantsRemoved);
        Assert.Equal([Flow.Customer, Mate, Zoe], People(_s.Interaction(first.InteractionId)));
        Assert.All(_s.Store.All<CaseThread>(), t => Assert.Null(t.Missing));
    }

    /// <summary>Neither of them has the first mail yet, and the later one names the other.</summary>
    [Fact]
    [Trait("Requirement", "R032")]
    public void Answered_AMailBetween_BeforeTheFirst_JoinsAndLetsNobodyIn()
    {
        var early = _s.Mail(new TestMail { From = Mate, Cc = [Flow.Customer], Subject = "Re: Broken lamp", InReplyTo = [Middle], References = ["first@customer.example", Middle] });
        var between = _s.Mail(new TestMail { Cc = [Mate, Zoe], Subject = "Re: Broken lamp", Id = Middle, InReplyTo = ["second@customer.example"] });
        Assert.Equal((early.InteractionId, 0), (between.InteractionId, between.ParticipantsAdded.Count));
        Assert.Equal([MailKey.OfId("first@customer.example"), MailKey.OfId("second@customer.example")], MissingMail.Of(Assert.Single(_s.Store.All<CaseThread>())));
    }

    [Fact]
    public void Await_AMailThatNamesMany_WaitsForTheFirstAndThoseNearest()
    {
        string[] ids = [.. Enumerable.Range(1, 12).Select(n => $"old{n}@customer.example")];
        _s.Mail(new TestMail { Subject = "Re: Broken lamp", InReplyTo = [ids[^1]], References = ids });
        string[] awaited = [ids[0], .. ids[^7..]];
        Assert.Equal(awaited.Select(MailKey.OfId), MissingMail.Of(Assert.Single(_s.Store.All<CaseThread>())));
        Assert.Equal(awaited.Select(MailKey.OfId), _s.Store.All<MissingMail>().Select(m => m.Key));
    }

    /// <summary>A mail names two conversations: whoever reads the one learns nothing of the other, whichever comes first.</summary>
    [Fact]
    [Trait("Requirement", "R040")]
    public void Find_AMailNamedBesideOthers_UnderAnotherSubject_IsAConversationOfItsOwn()
    {
        var first = _s.Mail(_root);
        _s.Mail(new TestMail { Cc = [Mate], Subject = "Re: Broken lamp", InReplyTo = [_root.Id], References = [Middle, _root.Id] });
        var other = _s.Mail(new TestMail { Subject = "My invoice", Id = Middle });
        Assert.Equal(MailAction.New, other.Action);
        Assert.NotEqual(first.InteractionId, other.InteractionId);
    }

    [Fact]
    public void With_AConversationThatBeganOfItself_StaysApart()
    {
        var other = new TestMail { Cc = [Mate], Text = "Another lamp" };
        _s.Mail(other);
        _s.Mail(_root);
        _s.Mail(new TestMail { Cc = [Mate], Subject = "Re: Broken lamp", InReplyTo = [other.Id], References = [Middle, other.Id] });
        StaysApart(Late(), Apart.OwnBeginning);
    }

    [Fact]
    public void Apart_EveryReason_IsInTheReadme()
    {
        var told = File.ReadLines(StateTable.ReadmeOf("Threads")).Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.Split('`')[1].TrimStart('…', ' ')).ToList();
        Assert.Equal(typeof(Apart).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetValue(null)!).Order(), told.Order());
    }

    private Case Case(MailDecision decision) => RecordId.TryParse(decision.CaseId, 'c', out var id) ? _s.Store.Get<Case>(id) : throw new KeyNotFoundException(decision.CaseId);

    private MailDecision Early(TestMail? mail = null, string channel = "support") =>
        _s.Mail((mail ?? new TestMail { From = Mate, Cc = [Flow.Customer] }) with { Subject = "Re: Broken lamp", Id = "early@customer.example", InReplyTo = [Middle] }, channel);

    private static TestMail Answer(string id, string answered) => new() { From = Mate, Cc = [Flow.Customer], Subject = "Re: Broken lamp", Id = id, InReplyTo = [answered] };

    private MailDecision MiddleBy(string from, string answered) =>
        _s.Mail(new TestMail { From = from, Cc = [.. new[] { Flow.Customer, Mate }.Where(a => a != from)], Subject = "Re: Broken lamp", Id = Middle, InReplyTo = [answered] });

    private MailDecision Late(string channel = "support", string[]? cc = null) =>
        _s.Mail(new TestMail { Cc = cc ?? [Mate], Subject = "Re: Broken lamp", Id = Middle, InReplyTo = [_root.Id] }, channel);

    private List<string> People(Interaction i) => [.. _s.Store.Where<Participant>(p => p.ThreadId == i.ThreadId && p.Role != ParticipantRole.Former).Select(p => p.Address).Order()];

    private void StaysApart(MailDecision late, string? why)
    {
        Assert.DoesNotContain("united", late.Reason);
        if (why is not null) Assert.Contains(late.Candidates, c => c.Reason.StartsWith($"waited for this mail, stays apart: {why}", StringComparison.Ordinal));
        Assert.All(_s.Store.All<CaseThread>(), t => Assert.Null(t.RedirectTo));
        Assert.All(_s.Store.All<Interaction>(), i => Assert.False(i.IsClosed));
    }
}
