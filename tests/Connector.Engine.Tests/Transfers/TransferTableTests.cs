using Connector.Engine.Door;
using Connector.Engine.Tests.Kit;
using Connector.Engine.Transfers;
using static Connector.Engine.Transfers.TransferInput;

namespace Connector.Engine.Tests.Transfers;

/// <summary>Walks every state with every input and condition, and compares the switch with the table in the README beside it.</summary>
public sealed class TransferTableTests
{
    private static readonly TransferFacts Early = new(Scenario.Start, TimeSpan.FromMinutes(1));
    private static readonly TransferFacts Late = new(Scenario.Start.AddMinutes(1), TimeSpan.FromMinutes(1));

    private static readonly (string When, TransferInput Input, TransferFacts Facts)[] Conditions =
    [
        ("", new Request(Draft), Early),
        ("", new Seen(Draft), Early),
        ("", new Accept(), Early),
        ("", new Refuse("no"), Early),
        ("", new Assign("bob"), Early),
        ("", new Confirm(), Early),
        ("", new Fail("no"), Early),
        ("", new NotMade("no trace"), Early),
        ("", new WorkEnded(), Early),
        ("due, never called", new TimePassed(Called: false), Late),
        ("due, called", new TimePassed(Called: true), Late),
        ("not due", new TimePassed(Called: true), Early),
    ];

    private static Transfer Draft => new() { Id = 1, Tenant = "default", InteractionId = 2, SourceAgent = "ann", SourceQueue = "remote", TargetAgent = "bob" };

    private static IReadOnlyList<StateRow> Table => StateTable.Read(StateTable.ReadmeOf("Transfers"));

    [Fact]
    public void Decide_EveryStateAndInput_IsAsTheTableSays()
    {
        var rows = Table;
        var wrong = new List<string>();
        foreach (var state in Enum.GetValues<TransferState>())
            foreach (var (when, input, facts) in Conditions)
            {
                var row = rows.SingleOrDefault(r => r.Input == input.GetType().Name && r.When == when && r.From.Contains(state.ToString()));
                var expected = row is null ? "refused NotAllowedInState" : $"{row.Result} {row.Events}".Trim();
                var actual = Actual(state, input, facts);
                if (expected != actual) wrong.Add($"{state} + {input.GetType().Name} ({when}): table says {expected}, the rules {actual}");
            }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Table_EveryInputOfTheUnion_HasARowAndACondition()
    {
        var inputs = StateTable.Variants(typeof(TransferInput));
        Assert.Equal(inputs, Conditions.Select(c => c.Input.GetType().Name).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(inputs, Table.Select(r => r.Input).Distinct().Order(StringComparer.Ordinal));
    }

    private static string Actual(TransferState state, TransferInput input, TransferFacts facts)
    {
        var before = state == TransferState.None ? null : Draft with { State = state, DueAt = state is TransferState.Requested or TransferState.Accepted ? Late.Now : null };
        switch (TransferRules.Decide(before, input, facts))
        {
            case Verdict.Refused refused: return $"refused {refused.Rule}";
            case Verdict.Nothing: return "nothing";
            case Verdict.Events events:
                var after = events.List.Cast<TransferEvent>().Aggregate(before, (s, e) => TransferApply.Apply(s, e, facts.Now));
                return $"{after!.State} {string.Join(", ", events.List.Select(e => e.What))}".Trim();
            default: throw new InvalidOperationException();
        }
    }
}
