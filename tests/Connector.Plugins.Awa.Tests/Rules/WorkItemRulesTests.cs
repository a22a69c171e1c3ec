using Connector.Plugins.Awa.Rules;

namespace Connector.Plugins.Awa.Tests.Rules;

public sealed class WorkItemRulesTests
{
    private static readonly Dictionary<string, WorkInput> Inputs = new()
    {
        ["Offered"] = new Offered("bob", Items.Now.AddSeconds(30)),
        ["Accepted by its agent"] = new Accepted("ann"),
        ["Accepted by another"] = new Accepted("bob"),
        ["Rejected by its agent"] = new Rejected("ann", Items.Now.AddMinutes(1)),
        ["Rejected by another"] = new Rejected("bob", Items.Now.AddMinutes(1)),
        ["OfferExpired"] = new OfferExpired(Items.Now.AddMinutes(1)),
        ["OfferWithdrawn"] = new OfferWithdrawn(),
        ["Assigned"] = new Assigned("bob"),
        ["Held"] = new Held(),
        ["Resumed"] = new Resumed(),
        ["Ended"] = new Ended(),
        ["Canceled"] = new Canceled("Rerouted"),
        ["LookedAgain, nothing due"] = new LookedAgain(),
        ["LookedAgain, a wait is over"] = new LookedAgain(),
    };

    [Fact]
    public void Next_EveryStateAndInput_IsAsTheTableSays()
    {
        var table = Table();
        Assert.Equal(Inputs.Keys.Order(), table.Select(row => row[0]).Order());
        foreach (var row in table)
        {
            foreach (var state in Enum.GetValues<ItemState>())
                Assert.True(row[(int)state + 1] == Outcome(row[0], state), $"{row[0]} in {state}: the table says {row[(int)state + 1]}, the switch {Outcome(row[0], state)}");
        }
    }

    [Fact]
    public void Inputs_EveryKind_IsInTheTable()
    {
        var kinds = typeof(WorkInput).Assembly.GetTypes().Where(t => t.BaseType == typeof(WorkInput));
        Assert.Equal(kinds.OrderBy(t => t.Name), Inputs.Values.Select(i => i.GetType()).Distinct().OrderBy(t => t.Name));
    }

    [Fact]
    public void Next_AnyChange_RaisesTheRankByOne()
    {
        foreach (var state in Enum.GetValues<ItemState>())
        {
            var item = Items.In(state);
            foreach (var input in Inputs.Values)
                Assert.Equal(item.Rank + 1, WorkItemRules.Next(item, input, Items.Now).Next?.Rank ?? (item.Rank + 1));
        }
    }

    [Fact]
    public void Next_Declined_PassesTheAgentOverUntilThePauseIsOver()
    {
        var declined = Items.Then(Items.In(ItemState.PendingAccept), new OfferExpired(Items.Now.AddMinutes(1)));
        Assert.Equal(["ann"], declined.Declined);
        Assert.Equal(Items.Now.AddMinutes(1), declined.DueAt);
        Assert.Equal(default, WorkItemRules.Next(declined, new LookedAgain(), Items.Now.AddSeconds(59)));
        Assert.Empty(WorkItemRules.Next(declined, new LookedAgain(), Items.Now.AddMinutes(1)).Next!.Declined);
    }

    [Fact]
    public void Next_Withdrawn_IsNoDeclining() =>
        Assert.Empty(Items.Then(Items.In(ItemState.PendingAccept), new OfferWithdrawn()).Declined);

    private static string Outcome(string input, ItemState state)
    {
        var item = Items.In(state);
        if (input.EndsWith("over", StringComparison.Ordinal))
            item = item with { AgainAt = Items.Now, PreferredUntil = Items.Now };
        var step = WorkItemRules.Next(item, Inputs[input], Items.Now);
        return step.Refusal is not null ? "refused" : step.Next?.State.ToString() ?? "–";
    }

    private static List<string[]> Table()
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Rules", "README.md"))
            .Where(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .ToList();
        Assert.Equal(Enum.GetNames<ItemState>(), rows[0][1..]);
        return rows[2..];
    }
}
