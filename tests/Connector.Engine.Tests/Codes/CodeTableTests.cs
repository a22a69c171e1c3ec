using Connector.Engine.Codes;
using Connector.Engine.Door;
using Connector.Engine.Tests.Kit;
using static Connector.Engine.Codes.CodeInput;

namespace Connector.Engine.Tests.Codes;

/// <summary>Walks every state of a code with every input and condition, and compares the switch with the table in the README beside it.</summary>
public sealed class CodeTableTests
{
    private static readonly CodeFacts Plain = new("refund");
    private static readonly CodeFacts Taken = Plain with { TakenBy = "other" };

    private static readonly (string When, CodeInput Input, CodeFacts Facts)[] Conditions =
    [
        ("", new Add("Another"), Plain),
        ("label taken", new Add("Another"), Taken),
        ("the label it has", new Add("refund"), Plain),
        ("offered", new Import("Refund", "cloud", "v1"), Plain),
        ("not offered", new Import("Refund", "cloud", "v1", Offered: false), Plain),
        ("", new Rename("Another"), Plain),
        ("the name it has", new Rename("Refund"), Plain),
        ("label taken", new Rename("Another"), Taken),
        ("built in", new Rename("Another"), Taken),
        ("", new Translate("de", "Erstattet"), Plain),
        ("built in", new Translate("de", "Erstattet"), Plain),
        ("the label it has", new Translate("fr", "Remboursé"), Plain),
        ("", new Retire(), Plain),
        ("built in", new Retire(), Plain),
        ("default", new Retire(), Plain with { IsDefault = true }),
    ];

    private static IReadOnlyList<StateRow> Table => StateTable.Read(StateTable.ReadmeOf("Codes"));

    [Fact]
    [Trait("Requirement", "D-38")]
    [Trait("Requirement", "X29")]
    public void Decide_EveryStateAndInput_IsAsTheTableSays()
    {
        var rows = Table;
        var wrong = new List<string>();
        foreach (var state in Enum.GetValues<CodeState>())
            foreach (var (when, input, facts) in Conditions)
            {
                var expected = Expected(rows, input.GetType().Name, when, state);
                var actual = Actual(InState(state, when), input, facts);
                if (expected != actual) wrong.Add($"{state} + {input.GetType().Name} ({when}): table says {expected}, the rules {actual}");
            }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Table_EveryInputOfTheUnion_HasARowAndACondition()
    {
        var inputs = StateTable.Variants(typeof(CodeInput));
        Assert.Equal(inputs, Conditions.Select(c => c.Input.GetType().Name).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(inputs, Table.Select(r => r.Input).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Table_EveryRow_NamesAConditionThatIsWalked()
    {
        var walked = Conditions.Select(c => (c.Input.GetType().Name, c.When)).ToHashSet();
        Assert.All(Table, r => Assert.Contains((r.Input, r.When), walked));
        Assert.Empty(Table.SelectMany(r => r.From).Except(Enum.GetNames<CodeState>()));
    }

    private static string Expected(IReadOnlyList<StateRow> rows, string input, string when, CodeState state)
    {
        var mine = rows.Where(r => r.Input == input && r.When == when && r.From.Contains(state.ToString())).ToList();
        return mine.Count switch
        {
            0 => state == CodeState.None ? "refused NotFound" : when == "built in" || when == "default" || input == "Rename" ? OfRetired(rows, input, state) : "refused NotAllowedInState",
            1 => $"{mine[0].Result} {mine[0].Events}".Trim(),
            _ => $"{mine.Count} rows: {string.Join("; ", mine)}",
        };
    }

    /// <summary>A condition that matters only while the code is active: as without it.</summary>
    private static string OfRetired(IReadOnlyList<StateRow> rows, string input, CodeState state) =>
        rows.SingleOrDefault(r => r.Input == input && r.When.Length == 0 && r.From.Contains(state.ToString())) is { } row ? $"{row.Result} {row.Events}".Trim() : "refused NotAllowedInState";

    private static string Actual(CatalogueCode? before, CodeInput input, CodeFacts facts)
    {
        switch (CodeRules.Decide(before, input, facts))
        {
            case Verdict.Refused refused: return $"refused {refused.Rule}";
            case Verdict.Nothing: return "nothing";
            case Verdict.Events events:
                var after = events.List.Cast<CodeEvent>().Aggregate(before, (s, e) => CodeApply.Apply(s, e, Scenario.Start, "admin:x"));
                return $"{after!.State} {string.Join(", ", events.List.Select(e => e.What))}".Trim();
            default: throw new InvalidOperationException();
        }
    }

    private static CatalogueCode? InState(CodeState state, string when) => state == CodeState.None ? null : new()
    {
        Id = 1,
        Tenant = "default",
        Key = "refund",
        Label = "Refund",
        State = state,
        Origin = when == "built in" ? CodeOrigin.BuiltIn : CodeOrigin.Own,
        Translations = """{"fr":"Remboursé"}""",
    };
}
