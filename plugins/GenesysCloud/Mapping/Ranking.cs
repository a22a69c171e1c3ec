using Connector.Contracts;
using Connector.Plugins.GenesysCloud.State;

namespace Connector.Plugins.GenesysCloud.Mapping;

/// <summary>
/// The rank given out for a read. It is the conversation's own (<see cref="Rank"/>) as long as that rises. Where something changed without a fact of its own
/// (a code replaced, a parking time taken away), a read that was begun later is given the next number, one that was begun earlier is late. Pure.
/// </summary>
internal static class Ranking
{
    public static long Of(ConversationDocument? before, WorkObservation observed, DateTimeOffset begun)
    {
        if (before?.Seen is not { } seen || observed.Rank > seen.Rank) return observed.Rank;
        if (IsSame(seen, observed) || begun <= before.ReadAt) return Math.Min(observed.Rank, seen.Rank);
        return seen.Rank + 1;
    }

    private static bool IsSame(WorkObservation seen, WorkObservation observed) => seen with { Rank = 0, At = default } == observed with { Rank = 0, At = default };
}
