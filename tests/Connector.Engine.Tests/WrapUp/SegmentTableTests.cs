using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Tests.Kit;
using Connector.Engine.Transfers;
using Connector.Engine.WrapUp;

namespace Connector.Engine.Tests.WrapUp;

/// <summary>What each event of an interaction does to its segment, compared with the table in the README.</summary>
public sealed class SegmentTableTests
{
    private static readonly Interaction Mine = new() { Id = 1, Tenant = "default", Channel = "support", Instance = TestSetup.BuiltIn, Queue = "support", Owner = "ann", State = InteractionState.WrapUp, ThreadId = 2 };

    private static readonly (string When, InteractionEvent Event, string Instance, bool Transfer)[] Conditions =
    [
        ("", new InteractionOpened(Mine), TestSetup.BuiltIn, false),
        ("", new InteractionQueued(1, "support"), TestSetup.BuiltIn, false),
        ("", new InteractionAssigned(1, "bob"), TestSetup.BuiltIn, false),
        ("", new InteractionHeld(1, Scenario.Start), TestSetup.BuiltIn, false),
        ("", new InteractionResumed(1), TestSetup.BuiltIn, false),
        ("", new CustomerMessageJoined(1), TestSetup.BuiltIn, false),
        ("", new AgentMessageSent(1), TestSetup.BuiltIn, false),
        ("", new ClocksRestarted(1, Scenario.Start), TestSetup.BuiltIn, false),
        ("", new NoteAdded(1), TestSetup.BuiltIn, false),
        ("", new WrapUpOpened(1, Scenario.Start, Scenario.Start), TestSetup.BuiltIn, false),
        ("", new WrapUpCancelled(1), TestSetup.BuiltIn, false),
        ("codes kept here", new InteractionCompleted(1, "issue_resolved", CodeSource.Agent), TestSetup.BuiltIn, false),
        ("codes kept by the instance", new InteractionCompleted(1, "issue_resolved", CodeSource.Agent), TestSetup.External, false),
        ("", new InteractionAbandoned(1, "spam"), TestSetup.BuiltIn, false),
        ("", new CodeCorrected(1, "other", ""), TestSetup.External, false),
        ("", new InteractionReturned(1, "support"), TestSetup.External, false),
        ("no transfer", new OwnerReleased(1, "ill"), TestSetup.BuiltIn, false),
        ("transfer open", new OwnerReleased(1, "handed over"), TestSetup.External, true),
        ("", new CaseLinked(1, 5), TestSetup.BuiltIn, false),
    ];

    private static IReadOnlyList<StateRow> Table => StateTable.Read(StateTable.ReadmeOf("WrapUp"));

    [Fact]
    public void React_EveryEventAndSegmentState_IsAsTheTableSays()
    {
        var wrong = new List<string>();
        foreach (var segment in new[] { "none", "Open", "Cancelled" })
            foreach (var (when, happened, instance, transfer) in Conditions)
            {
                var row = Table.SingleOrDefault(r => r.Input == happened.What && r.When == when && r.From.Contains(segment));
                var expected = row?.Result ?? segment;
                var actual = After(segment, happened, instance, transfer);
                if (expected != actual) wrong.Add($"{segment} + {happened.What} ({when}): table says {expected}, the rules {actual}");
            }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Conditions_EveryEventOfAnInteraction_IsWalked() => Assert.Equal(
        typeof(InteractionEvent).Assembly.GetTypes().Where(t => t.BaseType == typeof(InteractionEvent)).Select(t => t.Name).Order(StringComparer.Ordinal),
        Conditions.Select(c => c.Event.What).Distinct().Order(StringComparer.Ordinal));

    private static string After(string before, InteractionEvent happened, string instance, bool transfer)
    {
        var dossier = new Dossier
        {
            Interactions = [Mine with { Instance = instance }],
            Segments = before == "none" ? [] : [new WrapUpSegment { Id = 9, Tenant = "default", InteractionId = 1, Agent = "ann", State = Enum.Parse<SegmentState>(before) }],
            Transfers = transfer ? [new Transfer { Id = 8, Tenant = "default", InteractionId = 1, State = TransferState.Accepted }] : [],
        };
        var input = new AgentNote { At = Scenario.Start, By = Actor.OfAgent("ann"), Correlation = "c", InteractionId = 1, Text = "x" };
        var p = new Proceedings(dossier, input, new Given(TestSetup.Create(), new CountingFresh()));
        SegmentRules.React(p, Mine, Mine with { Instance = instance }, happened);
        return p.Dossier.Segments.LastOrDefault()?.State.ToString() ?? "none";
    }
}
