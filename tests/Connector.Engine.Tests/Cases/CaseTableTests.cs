using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;
using static Connector.Engine.Cases.CaseInput;

namespace Connector.Engine.Tests.Cases;

/// <summary>Walks every state of a case with every input and condition, and compares the switch with the table in the README beside it.</summary>
public sealed class CaseTableTests
{
    private static readonly DateTimeOffset Early = Scenario.Start;
    private static readonly CaseFacts Plain = new(Early, new Rules());
    private static readonly CaseFacts OnReply = Plain with { Rules = new Rules { ReopenOnReply = true } };

    private static readonly (string When, CaseInput Input, CaseFacts Facts)[] Conditions =
    [
        ("", new Create(Draft), Plain),
        ("", new Open(), Plain),
        ("to another agent", new Assign("bob"), Plain),
        ("to the assignee", new Assign("ann"), Plain),
        ("with a reason", new Wait("parts"), Plain),
        ("without a reason", new Wait(""), Plain),
        ("", new Resume(), Plain),
        ("", new CustomerMessage(), Plain),
        ("ReopenOnReply", new CustomerMessage(), OnReply),
        ("", new Used(), Plain),
        ("", new Resolve("Solved"), Plain),
        ("with a reason", new Close("done"), Plain),
        ("without a reason", new Close(""), Plain),
        ("", new Supersede(9, Merged: true), Plain),
        ("not merged", new Unmerge(CaseState.Pending), Plain),
        ("merged, within MergeUndo", new Unmerge(CaseState.Pending), Plain with { Now = Early.AddDays(30) }),
        ("merged, MergeUndo over", new Unmerge(CaseState.Pending), Plain with { Now = Early.AddDays(30).AddTicks(1) }),
        ("merged", new Reopen(), Plain),
        ("merged", new FollowUp(), Plain),
        ("", new Spam(), Plain),
        ("ReopenClosedCases", new Reopen(), Plain),
        ("not ReopenClosedCases", new Reopen(), Plain with { Rules = new Rules { ReopenClosedCases = false } }),
        ("", new FollowUp(), Plain),
        ("due", new TimePassed(), Plain with { Now = Early.AddDays(14) }),
        ("not due", new TimePassed(), Plain with { Now = Early.AddDays(14).AddTicks(-1) }),
    ];

    private static Case Draft => new() { Id = 3, Tenant = "default", Number = 14355, Channel = "support" };

    private static IReadOnlyList<StateRow> Table => StateTable.Read(StateTable.ReadmeOf("Cases"));

    [Fact]
    [Trait("Requirement", "R129")]
    [Trait("Requirement", "X08")]
    [Trait("Requirement", "D-78")]
    public void Decide_EveryStateAndInput_IsAsTheTableSays()
    {
        var rows = Table;
        var wrong = new List<string>();
        foreach (var state in Enum.GetValues<CaseState>())
            foreach (var (when, input, facts) in Conditions)
            {
                var expected = Expected(rows, input.GetType().Name, when, state);
                var actual = Actual(InState(state, when.StartsWith("merged", StringComparison.Ordinal)), input, facts);
                if (expected != actual) wrong.Add($"{state} + {input.GetType().Name} ({when}): table says {expected}, the rules {actual}");
            }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Table_EveryInputOfTheUnion_HasARowAndACondition()
    {
        var inputs = StateTable.Variants(typeof(CaseInput));
        Assert.Equal(inputs, Conditions.Select(c => c.Input.GetType().Name).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(inputs, Table.Select(r => r.Input).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Table_EveryRow_NamesAConditionThatIsWalked()
    {
        var walked = Conditions.Select(c => (c.Input.GetType().Name, c.When)).ToHashSet();
        Assert.All(Table.Where(r => r.When != "always"), r => Assert.Contains((r.Input, r.When), walked));
        Assert.Empty(Table.SelectMany(r => r.From).Except(["active", .. Enum.GetNames<CaseState>()]));
    }

    private static string Expected(IReadOnlyList<StateRow> rows, string input, string when, CaseState state)
    {
        var active = state is not (CaseState.None or CaseState.Closed);
        var mine = rows.Where(r => r.Input == input && (r.When == when || r.When == "always") && r.From.Any(f => f == state.ToString() || active && f == "active")).ToList();
        return mine.Count switch
        {
            0 => state == CaseState.None ? "refused NotFound" : "refused NotAllowedInState",
            1 => $"{mine[0].Result} {mine[0].Events}".Trim(),
            _ => $"{mine.Count} rows: {string.Join("; ", mine)}",
        };
    }

    private static string Actual(Case? before, CaseInput input, CaseFacts facts)
    {
        switch (CaseRules.Decide(before, input, facts))
        {
            case Verdict.Refused refused: return $"refused {refused.Rule}";
            case Verdict.Nothing: return "nothing";
            case Verdict.Events events:
                var after = events.List.Cast<CaseEvent>().Aggregate(before, (s, e) => CaseApply.Apply(s, e, facts.Now, "test"));
                Assert.Equal(14355, after!.Number);
                return $"{after.State} {string.Join(", ", events.List.Select(e => e.What))}".Trim();
            default: throw new InvalidOperationException();
        }
    }

    private static Case? InState(CaseState state, bool merged) => state == CaseState.None ? null : Draft with
    {
        State = state,
        Assignee = state == CaseState.New ? null : "ann",
        ResolvedAt = state == CaseState.Resolved ? Early : null,
        ClosedAt = state == CaseState.Closed ? Early : null,
        MergedInto = merged && state == CaseState.Closed ? 9 : null,
        CloseDue = state == CaseState.Resolved ? Early.AddDays(14) : null,
    };
}
