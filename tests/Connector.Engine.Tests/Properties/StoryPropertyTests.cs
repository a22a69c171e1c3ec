using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Outbound;
using Connector.Engine.Routing;
using Connector.Engine.Tests.Kit;
using Connector.Engine.Threads;
using Connector.Engine.Transfers;
using Connector.Engine.WrapUp;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Engine.Tests.Properties;

/// <summary>What holds in every story, in any order of mails, commands, observations and time.</summary>
public sealed class StoryPropertyTests
{
    private static void ForAnyStory(Action<Scenario> after, Action<Scenario, IReadOnlyList<Interaction>>? eachStep = null, int stories = 60) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(stories), Prop.ForAll(Arb.From(Move.Story(60)), moves =>
        {
            var s = new Scenario();
            var play = new Play(s);
            foreach (var move in moves)
            {
                var before = s.Store.Where<Interaction>(_ => true);
                play.Make(move);
                eachStep?.Invoke(s, before);
            }
            after(s);
        }));

    /// <summary>The stories are worth something only if they come everywhere.</summary>
    [Fact]
    public void Stories_OfFixedSeeds_ReachEveryStateSourceAndDecision()
    {
        var (states, sources, actions, answers) = (new HashSet<InteractionState>(), new HashSet<CodeSource>(), new HashSet<MailAction>(), new HashSet<string>());
        foreach (var story in Enumerable.Range(1, 100).Select(seed => Move.Fixed(seed, 60)))
        {
            var s = new Scenario();
            var play = new Play(s);
            foreach (var move in story) play.Make(move);
            states.UnionWith(s.Store.All<Interaction>().Select(i => i.State));
            sources.UnionWith(s.Store.All<Interaction>().Select(i => i.CodeSource).OfType<CodeSource>());
            actions.UnionWith(s.Store.All<Message>().Select(m => DecisionJson.Read(m.Decision)?.Action).OfType<MailAction>());
            answers.UnionWith(s.Store.All<Activity>().Select(a => a.What));
        }
        Assert.Equal(Enum.GetValues<InteractionState>().Except([InteractionState.None]), states.Order());
        Assert.Equal(Enum.GetValues<CodeSource>().Except([CodeSource.VendorTimeout, CodeSource.Safety]), sources.Except([CodeSource.Safety]).Order());
        Assert.Superset(new HashSet<MailAction> { MailAction.New, MailAction.Append }, actions);
        Assert.Equal([], new[] { "WrapUpCancelled", "OwnerReleased", "InteractionResumed", "CaseReturnedToOpen", "CaseClosed", "ExternalIdGiven", "MailQuarantined" }.Except(answers));
    }

    [Fact]
    [Trait("Requirement", "D-69")]
    public void Story_AtEveryStep_LedgerEqualsTheOpenItems() => ForAnyStory(Ledger, (s, _) => Ledger(s));

    private static void Ledger(Scenario s)
    {
        foreach (var agent in TestSetup.Agents.Select(a => a.Id))
        {
            var held = s.Store.Where<Interaction>(i => i.Owner == agent && i.State is InteractionState.WorkInProgress or InteractionState.WrapUp).Sum(i => i.Size);
            Assert.Equal(held, s.Load(agent));
        }
    }

    [Fact]
    [Trait("Requirement", "X13")]
    [Trait("Requirement", "X17")]
    public void Story_ClosedInteraction_NeverChangesButByCaseAndTakesNoMessage() => ForAnyStory(_ => { }, (s, before) =>
    {
        foreach (var closed in before.Where(i => i.IsClosed))
        {
            var now = s.Interaction(closed.Id);
            Assert.Equal(Business(closed), Business(now));
            Assert.DoesNotContain(s.Store.All<Message>(), m => m.InteractionId == closed.Id && m.At > closed.ClosedAt);
        }
    });

    /// <summary>Without the bookkeeping of the vendor's ids and observations.</summary>
    private static Interaction Business(Interaction i) => i with { Version = 0, CaseId = null, ExternalId = null, ObservedRank = 0, ObservedState = "" };

    [Fact]
    [Trait("Requirement", "R145")]
    [Trait("Requirement", "R250")]
    public void Story_ClosedInteraction_HasACodeOrAReasonForNone() => ForAnyStory(s =>
    {
        foreach (var i in s.Store.Where<Interaction>(i => i.IsClosed))
        {
            Assert.True(i.Code is not null ^ i.NoCodeReason is not null);
            Assert.Equal(i.Code is null, i.CodeSource is null);
            Assert.Equal(i.State == InteractionState.ClosedComplete, i.Code is not null);
            if (i.Code is not null) Assert.Single(s.Store.Where<WrapUpSegment>(x => x.InteractionId == i.Id && x.Code == i.Code && x.State is SegmentState.Submitted or SegmentState.Confirmed));
        }
    });

    [Fact]
    public void Story_OpenSegment_IsThereExactlyInWrapUp() => ForAnyStory(s =>
    {
        foreach (var i in s.Store.Where<Interaction>(_ => true))
            Assert.Equal(i.State == InteractionState.WrapUp ? 1 : 0, s.Store.Where<WrapUpSegment>(x => x.InteractionId == i.Id && x.State == SegmentState.Open).Count);
    });

    [Fact]
    public void Story_Ownership_NeverTwoOwnersNeverNoneWithoutAQueue() => ForAnyStory(_ => { }, (s, _) =>
    {
        foreach (var i in s.Store.Where<Interaction>(i => !i.IsClosed))
        {
            Assert.Equal(i.State != InteractionState.New, i.Owner is not null);
            Assert.NotEmpty(i.Queue);
            Assert.InRange(s.Store.Where<Transfer>(t => t.InteractionId == i.Id && t.IsOpen).Count, 0, 1);
            Assert.All(s.Store.Where<Transfer>(t => t.InteractionId == i.Id && t.State == TransferState.Accepted), _ => Assert.Equal(InteractionState.New, i.State));
        }
        Assert.All(s.Store.Where<Transfer>(t => t.IsOpen), t => Assert.False(s.Interaction(t.InteractionId).IsClosed));
    });

    [Fact]
    [Trait("Requirement", "R033")]
    [Trait("Requirement", "R034")]
    public void Story_ThreadId_IsGivenWithTheFirstOutboundMailAndNeverChanges()
    {
        var seen = new Dictionary<(Scenario, long), string>();
        ForAnyStory(s =>
        {
            foreach (var thread in s.Store.All<CaseThread>())
                Assert.Equal(s.Store.All<Message>().Any(m => m.ThreadId == thread.Id && m.Direction == Direction.Outbound && m.Kind == MessageKind.Mail), thread.Token is not null);
            Assert.Equal(s.Store.All<CaseThread>().Count(t => t.Token is not null), s.Store.All<CaseThread>().Select(t => t.Token).OfType<string>().Distinct().Count());
        }, (s, _) =>
        {
            foreach (var thread in s.Store.All<CaseThread>().Where(t => t.Token is not null))
                Assert.Equal(seen.TryGetValue((s, thread.Id), out var token) ? token : seen[(s, thread.Id)] = thread.Token!, thread.Token);
        });
    }

    [Fact]
    [Trait("Requirement", "R233")]
    [Trait("Requirement", "H12")]
    public void Story_EveryMail_IsKeptOnceWithItsBytes() => ForAnyStory(s =>
    {
        var mails = s.Store.Where<Message>(m => m.Direction == Direction.Inbound && m.Kind != MessageKind.Note);
        Assert.Equal(mails.Count, mails.Select(m => (m.MailId, Convert.ToHexString(m.CanonicalHash))).Distinct().Count());
        Assert.All(s.Store.All<Message>().Where(m => m.Kind != MessageKind.Note), m => Assert.NotEmpty(s.Store.Raw(m.Id)));
        Assert.Equal(s.Store.All<Receipt>().Count(), s.Store.All<Receipt>().Select(r => (r.MessageId, r.Channel)).Distinct().Count());
    });

    [Fact]
    [Trait("Requirement", "R008")]
    public void Story_CaseFirst_EveryMailBelongsToACase() =>
        ForAnyStory(s => Assert.All(s.Store.Where<Message>(m => m.Channel == "cases" && m.Kind != MessageKind.Note), m => Assert.NotNull(m.CaseId)));

    [Fact]
    public void Story_InternalMessages_AppearInNoPublicAnswer() => ForAnyStory(s =>
    {
        var hidden = s.Store.Where<Message>(m => m.Visibility == Visibility.Internal && m.MailId.Length > 0).ConvertAll(m => m.MailId);
        foreach (var sent in s.Store.Where<Message>(m => m.Direction == Direction.Outbound && m.Kind == MessageKind.Mail))
        {
            var text = System.Text.Encoding.UTF8.GetString(s.Store.Raw(sent.Id));
            Assert.DoesNotContain("internal words", text, StringComparison.Ordinal);
            Assert.All(hidden, id => Assert.DoesNotContain(id, text, StringComparison.Ordinal));
        }
    });

    [Fact]
    public void Story_LanesAndStream_AreOrderedAndExplained() => ForAnyStory(s =>
    {
        foreach (var lane in s.Store.All<OutboxRow>().GroupBy(r => (r.InteractionId, r.Destination)))
        {
            var places = lane.OrderBy(r => r.Id).Select(r => (r.LaneVersion, r.LaneNumber)).ToList();
            Assert.Equal(places.Order(), places);
            Assert.Equal(places.Count, places.Distinct().Count());
        }
        Assert.All(s.Store.All<Activity>(), a => Assert.True(a.By.Length > 0 && a.What.Length > 0 && a.Correlation.Length > 0));
        Assert.All(s.Store.All<CapacityEntry>(), e => Assert.NotEmpty(e.Cause));
    });

    [Fact]
    [Trait("Requirement", "R139")]
    public void Story_InteractionFirst_NoCaseButByAnAgentsAct() => ForAnyStory(s => Assert.All(
        s.Store.All<Engine.Cases.Case>().Where(c => c.Channel != "cases"), c => Assert.Equal(("Interaction", true), (c.Origin, c.CreatedBy.StartsWith("agent:", StringComparison.Ordinal)))));
}
