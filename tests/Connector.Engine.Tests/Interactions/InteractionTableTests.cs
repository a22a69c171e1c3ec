using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;
using static Connector.Engine.Interactions.InteractionInput;

namespace Connector.Engine.Tests.Interactions;

/// <summary>Walks every state with every input and condition, and compares the switch with the table in the README beside it.</summary>
public sealed class InteractionTableTests
{
    private static readonly DateTimeOffset Early = Scenario.Start;
    private static readonly DateTimeOffset Late = Scenario.Start.AddDays(90);
    private static readonly InteractionFacts Plain = new(Early, new Rules());

    /// <summary>Each input under each condition that the table tells apart; the names are those of the column When.</summary>
    private static readonly (string When, InteractionInput Input, InteractionFacts Facts)[] Conditions =
    [
        ("", new InboundEmail(Draft), Plain),
        ("", new ComposerOpened(Draft, "ann"), Plain),
        ("by another agent", new Assigned("bob"), Plain),
        ("by the owner", new Assigned("ann"), Plain),
        ("with a reason", new CloseUnhandled("spam"), Plain),
        ("without a reason", new CloseUnhandled(""), Plain),
        ("transfer open", new CloseUnhandled("spam"), Plain with { TransferOpen = true }),
        ("", new Hold(), Plain),
        ("", new Resume(), Plain),
        ("HoldAfterSend", new Sent(), Plain),
        ("not HoldAfterSend", new Sent(), Plain with { Rules = new Rules { HoldAfterSend = false } }),
        ("", new CustomerMessage(), Plain with { Rules = new Rules { RerouteOnReply = true } }),
        ("owner away", new CustomerMessage(OwnerAway: true), Plain),
        ("owner away, RerouteOnReply", new CustomerMessage(OwnerAway: true), Plain with { Rules = new Rules { RerouteOnReply = true } }),
        ("no code", new Close(), Plain),
        ("with a code", new Close("issue_resolved"), Plain),
        ("transfer open", new Close(), Plain with { TransferOpen = true }),
        ("", new CreateCase(7), Plain),
        ("transfer open", new CreateCase(7), Plain with { TransferOpen = true }),
        ("another case", new AssociateCase(7), Plain),
        ("the same case", new AssociateCase(5), Plain),
        ("another code", new SubmitCode("other"), Plain),
        ("the code it has", new SubmitCode("issue_resolved"), Plain),
        ("", new AddNote(), Plain),
        ("", new TransferRequested(), Plain),
        ("transfer open", new TransferRequested(), Plain with { TransferOpen = true }),
        ("", new TransferAccepted("sales"), Plain with { TransferOpen = true }),
        ("", new TransferRefused(), Plain with { TransferOpen = true }),
        ("before Accepted", new TransferTimedOut("support"), Plain with { TransferOpen = true }),
        ("after Accepted", new TransferTimedOut("support"), Plain with { TransferOpen = true, TransferAccepted = true }),
        ("after Accepted, put back by the vendor", new TransferTimedOut("support", Requeued: true), Plain with { TransferOpen = true, TransferAccepted = true }),
        ("", new OwnerLost("ill"), Plain),
        ("queued by the vendor", new OwnerLost("put back", Requeued: true), Plain),
        ("", new VendorEnded("gone"), Plain),
        ("chosen by an agent", new VendorCode("other"), Plain),
        ("by the vendor's timer", new VendorCode("issue_resolved", ByTimeout: true), Plain),
        ("nothing ever sent", new DraftsExpired(EverSent: false), Plain),
        ("mail was sent", new DraftsExpired(EverSent: true), Plain),
        .. Enum.GetValues<InteractionSweep>().SelectMany(s => new[] { ($"{s}, due", (InteractionInput)new TimePassed(s), Plain with { Now = Late }), ($"{s}, not due", new TimePassed(s), Plain) }),
    ];

    private static Interaction Draft => new() { Id = 1, Tenant = "default", Channel = "support", Queue = "support" };

    private static IReadOnlyList<StateRow> Table => StateTable.Read(StateTable.ReadmeOf("Interactions"));

    [Fact]
    [Trait("Requirement", "R189")]
    [Trait("Requirement", "X16")]
    [Trait("Requirement", "X17")]
    [Trait("Requirement", "X18")]
    public void Decide_EveryStateAndInput_IsAsTheTableSays()
    {
        var rows = Table;
        var wrong = new List<string>();
        foreach (var state in Enum.GetValues<InteractionState>())
            foreach (var (when, input, facts) in Conditions)
            {
                var expected = Expected(rows, input.GetType().Name, when, state);
                var actual = Actual(state, input, facts);
                if (expected != actual) wrong.Add($"{state} + {input.GetType().Name} ({when}): table says {expected}, the rules {actual}");
            }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Table_EveryInputOfTheUnion_HasARowAndACondition()
    {
        var inputs = StateTable.Variants(typeof(InteractionInput));
        Assert.Equal(inputs, Conditions.Select(c => c.Input.GetType().Name).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(inputs, Table.Select(r => r.Input).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Table_EveryRow_NamesAConditionThatIsWalked()
    {
        var walked = Conditions.Select(c => (c.Input.GetType().Name, c.When)).ToHashSet();
        Assert.All(Table.Where(r => r.When != "always"), r => Assert.Contains((r.Input, r.When), walked));
        Assert.Empty(Table.SelectMany(r => r.From).Except(["open", "closed", .. Enum.GetNames<InteractionState>()]));
    }

    private static string Expected(IReadOnlyList<StateRow> rows, string input, string when, InteractionState state)
    {
        var closed = state is InteractionState.ClosedComplete or InteractionState.ClosedAbandoned;
        var mine = rows.Where(r => r.Input == input && (r.When == when || r.When == "always") && r.From.Any(f => f == state.ToString() || f == (closed ? "closed" : state == InteractionState.None ? "" : "open"))).ToList();
        return mine.Count switch
        {
            0 => closed ? "refused InteractionClosed" : "refused NotAllowedInState",
            1 => $"{mine[0].Result} {mine[0].Events}".Trim(),
            _ => $"{mine.Count} rows: {string.Join("; ", mine)}",
        };
    }

    private static string Actual(InteractionState state, InteractionInput input, InteractionFacts facts)
    {
        var before = InState(state);
        switch (InteractionRules.Decide(before, input, facts))
        {
            case Verdict.Refused refused: return $"refused {refused.Rule}";
            case Verdict.Nothing: return "nothing";
            case Verdict.Events events:
                var after = events.List.Cast<InteractionEvent>().Aggregate(before, (s, e) => InteractionApply.Apply(s, e, facts.Now));
                return $"{after!.State} {string.Join(", ", events.List.Select(e => e.What))}".Trim();
            default: throw new InvalidOperationException();
        }
    }

    private static Interaction? InState(InteractionState state) => state == InteractionState.None ? null : Draft with
    {
        State = state,
        Owner = state == InteractionState.New ? null : "ann",
        CaseId = 5,
        InactivityDue = state == InteractionState.OnHold ? Early.AddDays(5) : null,
        WrapUpDue = state == InteractionState.WrapUp ? Early.AddMinutes(2) : null,
        SafetyDue = state == InteractionState.WrapUp ? Early.AddMinutes(15) : null,
        Code = state == InteractionState.ClosedComplete ? "issue_resolved" : null,
    };
}
