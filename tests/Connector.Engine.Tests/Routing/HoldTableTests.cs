using System.Text.RegularExpressions;
using Connector.Contracts;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Outbound;
using Connector.Engine.Routing;
using Connector.Engine.Tests.Kit;

namespace Connector.Engine.Tests.Routing;

/// <summary>Walks what a vendor may show of held work, against what we have seen and done, and compares with the rows of the README.</summary>
public sealed partial class HoldTableTests
{
    private const int LastLook = 10;

    private static readonly WorkState?[] Looks = [null, .. Enum.GetValues<WorkState>()];

    /// <summary>Where the vendor shows one of these and ours is <c>Ours</c>: what it comes to, when the last look showed <c>Seen</c> or it was held since.</summary>
    private static readonly Dictionary<WorkState, (InteractionState Ours, WorkState Seen, InteractionState Then)> Rows = Readme
        .Select(cells => (Shown: cells[0], Ours: Condition().Match(cells[1]).Groups, Then: cells[2]))
        .Where(row => row.Ours[0].Success)
        .ToDictionary(
            row => Enum.Parse<WorkState>(row.Shown),
            row => (Enum.Parse<InteractionState>(row.Ours[1].Value), Enum.Parse<WorkState>(row.Ours[2].Value), row.Then == "held" ? InteractionState.OnHold : InteractionState.WorkInProgress));

    /// <summary>A call of ours in one of these keeps the step back.</summary>
    private static readonly HashSet<OutboxState> ToBeTold = [.. Readme
        .Select(cells => StillToBeTold().Match(cells[1])).Single(m => m.Success).Groups.Values.Skip(1)
        .Select(state => Enum.Parse<OutboxState>(state.Value, ignoreCase: true))];

    private static IEnumerable<string[]> Readme => File.ReadLines(StateTable.ReadmeOf("Routing"))
        .Where(line => line.StartsWith('|')).Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    public static TheoryData<InteractionState, OutboxState, bool> Ours =>
    [
        .. from ours in (InteractionState[])[InteractionState.WorkInProgress, InteractionState.OnHold]
           from call in Enum.GetValues<OutboxState>()
           from behindDead in (bool[])[false, true]
           select (ours, call, behindDead),
    ];

    [Theory]
    [MemberData(nameof(Ours))]
    [Trait("Requirement", "H12")]
    public void Observed_OfHeldWork_IsAsTheTableSays(InteractionState ours, OutboxState call, bool behindDead)
    {
        var s = Held(ours, call, behindDead);
        var wrong = from shown in Rows.Keys
                    from seen in Looks
                    from held in (long?[])[null, LastLook, LastLook + 1]
                    from answers in (bool[])[false, true]
                    let steps = Rows[shown].Ours == ours && (Rows[shown].Seen == seen || held > LastLook)
                    let heldBack = steps && !answers && !behindDead && ToBeTold.Contains(call)
                    let told = (steps && !heldBack ? Rows[shown].Then : ours, heldBack)
                    let actual = Actual(s, seen, shown, held, answers)
                    where told != actual
                    select $"shown {shown}, before {seen}, held at {held}, answers {answers}: the table says {told}, the rules {actual}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Rows_OfHeldAndAccepted_AreBothThere() => Assert.Equal([WorkState.Accepted, WorkState.Held], Rows.Keys.Order());

    private static (InteractionState State, bool HeldBack) Actual(Scenario s, WorkState? seen, WorkState shown, long? held, bool answers)
    {
        var before = s.Store.All<Interaction>().Single() with { ObservedState = seen?.ToString() ?? "", ObservedRank = LastLook };
        s.Store.Put(before);
        var outcome = s.Door.Decide(new Observed
        {
            At = s.Now,
            By = Actor.OfInstance("awa"),
            Correlation = "seen",
            Instance = "awa",
            Work = new() { ExternalId = before.ExternalId!, State = shown, Rank = LastLook + 10, HeldRank = held, Agent = before.Owner, At = s.Now },
            AnswersCall = answers,
        });
        return (outcome.Updates.OfType<Interaction>().Single().State, outcome.Inserts.OfType<Activity>().Any(a => a.What == "LookHeldBack"));
    }

    /// <summary>In that state by an act of ours, whose call has come so far.</summary>
    private static Scenario Held(InteractionState ours, OutboxState call, bool behindDead)
    {
        var s = new Scenario();
        var id = s.Working();
        s.Tell(id);
        s.As("ann").Hold(id);
        if (ours == InteractionState.WorkInProgress)
        {
            s.Tell(id);
            s.As("ann").Resume(id);
        }
        Put(s, s.Outbox(id)[^1], call);
        if (behindDead) Put(s, s.Call(id, "Route"), OutboxState.Dead);
        Assert.Equal(ours, s.Interaction(id).State);
        return s;
    }

    private static void Put(Scenario s, OutboxRow row, OutboxState state) =>
        s.Store.Put(row with { State = state, DoneAt = state is OutboxState.Waiting or OutboxState.Started or OutboxState.Dead ? null : s.Now });

    [GeneratedRegex(@"^(\w+), after (\w+) was seen, or held since the last look$")]
    private static partial Regex Condition();

    [GeneratedRegex(@"\(`LaneCall`: (\w+) or (\w+), not behind a dead letter\)")]
    private static partial Regex StillToBeTold();
}
