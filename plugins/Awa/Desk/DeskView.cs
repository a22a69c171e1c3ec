using System.Collections.Immutable;
using Connector.Plugins.Awa.Rules;

namespace Connector.Plugins.Awa.Desk;

/// <summary>Everything the router decides upon, at one moment: queues, agents, and the items that are not finished.</summary>
/// <param name="Stamp">Version of the document that every decision raises, so that the decisions of all hosts form one order.</param>
internal sealed record DeskView(
    long Stamp, ImmutableDictionary<string, QueueRule> Queues, ImmutableSortedDictionary<string, Seat> Seats, ImmutableDictionary<string, WorkItem> Items)
{
    /// <summary>Oldest first.</summary>
    public IOrderedEnumerable<WorkItem> InOrder() => Items.Values.OrderBy(i => i.WaitingSince).ThenBy(i => i.Id, StringComparer.Ordinal);
}
