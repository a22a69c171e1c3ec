using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Participants;
using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;
using Connector.Engine.Threads;

namespace Connector.Engine.Tests.Threads;

/// <summary>Somebody works on a conversation that waited for a mail: what nobody has touched goes to that work, and when not.</summary>
public sealed class IntoWorkTests : EarlyMails
{
    [Theory]
    [InlineData("accepted")]
    [InlineData("answered")]
    [InlineData("noted")]
    [InlineData("given back")]
    [InlineData("closed")]
    [Trait("Requirement", "R032")]
    public void Go_WorkThatSomebodyTouched_KeepsItAndIsOneInteraction(string act)
    {
        var first = S.Mail(Root);
        var id = S.Interaction(Early().InteractionId).Id;
        if (act != "noted") S.Accept(id, "ann");
        if (act == "answered") S.As("ann").Reply(id);
        if (act == "noted") S.As("ann").Note(id);
        if (act == "given back") S.As("sue").Release(id);
        if (act == "closed") S.As("ann").Close(id, BuiltInCodes.IssueResolved);
        var before = S.Interaction(id);
        var late = Late();
        Assert.Contains("united with", late.Reason);
        var (left, there) = (act == "closed" ? before.Id : S.Interaction(first.InteractionId).Id, act == "closed" ? S.Interaction(first.InteractionId).Id : id);
        Assert.Equal(there, Assert.Single(S.Store.All<Interaction>(), i => !i.IsClosed).Id);
        Assert.Equal((before.Owner, before.PreviousOwner, before.Disposition, before.NoCodeReason), (S.Interaction(id).Owner, S.Interaction(id).PreviousOwner, S.Interaction(id).Disposition, S.Interaction(id).NoCodeReason));
        Assert.Equal(act == "closed" ? null : "United", act == "closed" ? S.Interaction(left).NoCodeReason : S.Interaction(first.InteractionId).NoCodeReason);
        Assert.All([first, late], d => Assert.Equal(there, S.MessageOf(d).InteractionId));
        Assert.Equal(RecordId.Interaction(there), late.InteractionId);
        Assert.Equal(before.Owner is null || act == "closed" ? 0 : 1, S.Told("ann").Count(n => n.Text == "the customer wrote"));
        Assert.NotNull(S.Store.Get<CaseThread>(before.ThreadId!.Value).RedirectTo);
        Assert.Contains(S.Store.All<Activity>(), a => a is { What: "ThreadsUnited" } && a.Why!.Contains("it is not closed"));
        Assert.Equal(before.Owner is null ? 0 : 1, S.Told("ann").Count(n => n.Text.Contains("is one with")));
    }

    /// <summary>Work in hand on both sides is a person's to merge.</summary>
    [Fact]
    public void Of_WorkTouchedOnBothSides_IsNone()
    {
        var first = S.Mail(Root);
        S.As("ann").Note(S.Interaction(first.InteractionId).Id);
        var early = Early();
        S.Accept(S.Interaction(early.InteractionId).Id, "ann");
        Assert.Equal(first.InteractionId, Late().InteractionId);
        Assert.All(S.Store.All<Interaction>(), i => Assert.False(i.IsClosed));
        Assert.Single(S.Store.All<CaseThread>(), t => t.RedirectTo is null);
    }

    /// <summary>The case nobody touched goes into that of the work in hand, and comes back alone when the merge is undone.</summary>
    [Fact]
    [Trait("Requirement", "R032")]
    public void Go_WorkThatSomebodyTouched_AndACaseOnBothSides_IsOneCase()
    {
        var first = S.Mail(Root, "cases");
        var early = Early(channel: "cases");
        S.Accept(S.Interaction(early.InteractionId).Id, "ann");
        var late = Late("cases");
        Assert.Equal((early.InteractionId, early.CaseId), (late.InteractionId, late.CaseId));
        Assert.Equal(("Merged", (long?)CaseOf(early).Id), (CaseOf(first).CloseReason, CaseOf(first).MergedInto));
        Assert.Equal(CaseOf(early).Id, S.MessageOf(first).CaseId);
        Assert.Equal("ann", Assert.Single(S.Store.All<Interaction>(), i => !i.IsClosed).Owner);
        Assert.IsType<Answer.Done>(S.Handle(new UndoMerge { At = S.Now, By = Actor.OfAgent("sue", AgentRole.Supervisor), Correlation = "c", CaseId = CaseOf(first).Id }));
        Assert.Equal(CaseState.New, CaseOf(first).State);
        Assert.All([first, late], d => Assert.Equal(CaseOf(early).Id, S.MessageOf(d).CaseId));
    }

    /// <summary>Somebody works on one of two conversations that are one by now: what nobody has touched goes to it, whichever mail comes last.</summary>
    [Theory]
    [InlineData("support")]
    [InlineData("cases")]
    [Trait("Requirement", "R032")]
    public void Go_AUnionOfWhichSomebodyTouchedAPart_IsOneInteraction(string channel)
    {
        var first = S.Mail(Root, channel);
        var part = Early(channel: channel);
        var taken = S.Mail(Answer("fourth@customer.example", "third@customer.example"), channel);
        S.Accept(S.Interaction(taken.InteractionId).Id, "ann");
        var between = S.Mail(Answer("third@customer.example", "early@customer.example"), channel);
        Assert.Contains($"united with {taken.InteractionId}", between.Reason);
        Late(channel);
        Assert.Equal(taken.InteractionId, RecordId.Interaction(Assert.Single(S.Store.All<Interaction>(), i => !i.IsClosed).Id));
        Assert.Equal("ann", S.Interaction(taken.InteractionId).Owner);
        Assert.All([first, part], d => Assert.Equal((InteractionState.ClosedAbandoned, "United"), (S.Interaction(d.InteractionId).State, S.Interaction(d.InteractionId).NoCodeReason)));
        Assert.All([first, part, between, taken], d => Assert.Equal((S.Interaction(taken.InteractionId).Id, S.Interaction(taken.InteractionId).CaseId), (S.MessageOf(d).InteractionId, S.MessageOf(d).CaseId)));
        Assert.Equal(channel == "cases" ? 1 : 0, S.Store.All<Case>().Count(c => c.IsActive));
        Assert.Single(S.Store.All<CaseThread>(), t => t.RedirectTo is null);
    }

    /// <summary>Messages that lie there besides the first one: more than are at hand are not moved unseen.</summary>
    [Theory]
    [InlineData(18, 1)]
    [InlineData(19, 2)]
    public void Of_AThreadOfManyMessages_IsNone(int more, int open)
    {
        S.Mail(Root);
        for (var n = 0; n < more; n++) S.Mail(Answer($"more{n}@customer.example", Root.Id));
        S.Accept(WorkOf(Early()).Id, "ann");
        Late();
        AreOneThread(open);
    }

    /// <summary>All else was closed when the mail came: there is nothing that came before it to go anywhere.</summary>
    [Fact]
    public void Of_WorkThatTheMailItselfOpened_IsNone()
    {
        var first = WorkOf(S.Mail(Root));
        S.Accept(first.Id, "ann");
        S.As("ann").Close(first.Id, BuiltInCodes.IssueResolved);
        var early = WorkOf(Early());
        S.Accept(early.Id, "ann");
        var late = Late();
        Assert.Equal(MailAction.New, late.Action);
        AreOneThread(open: 2);
    }

    /// <summary>A case that nobody touched goes into no closed one; without a case of its own there is nothing in the way.</summary>
    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public void Of_WorkWhoseCaseIsClosed_IsNone(bool closed, int open)
    {
        var first = S.Mail(Root, "cases");
        var early = Early(channel: "cases");
        S.Accept(WorkOf(early).Id, "ann");
        if (closed) S.Case(CaseOf(early).Id, new CaseInput.Close("done"));
        Late("cases");
        AreOneThread(open);
        Assert.Equal(closed, CaseOf(first).IsActive);
    }

    /// <summary>The case the mail names is closed, and it goes on to the one that follows it: what lies there is not at hand.</summary>
    [Fact]
    public void Of_AThreadTheMailWentOnTo_IsNone()
    {
        var first = S.Mail(Root, "cases");
        S.Accept(WorkOf(first).Id, "ann");
        S.As("ann").Close(WorkOf(first).Id, BuiltInCodes.IssueResolved);
        S.Case(CaseOf(first).Id, new CaseInput.Close("done"));
        var next = S.Mail(Answer("next@customer.example", Root.Id), "cases");
        Assert.Equal(MailAction.FollowUp, next.Action);
        S.Accept(WorkOf(Early(channel: "cases")).Id, "ann");
        var late = Late("cases");
        Assert.Equal(next.InteractionId, late.InteractionId);
        Assert.Contains("united with", late.Reason);
        Assert.Equal(2, S.Store.All<Interaction>().Count(i => !i.IsClosed));
    }

    private void AreOneThread(int open)
    {
        Assert.Single(S.Store.All<CaseThread>(), t => t.RedirectTo is null);
        Assert.Equal(open, S.Store.All<Interaction>().Count(i => !i.IsClosed));
    }
}
