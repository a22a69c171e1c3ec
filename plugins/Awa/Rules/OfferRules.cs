using Connector.Contracts;

namespace Connector.Plugins.Awa.Rules;

/// <summary>Who gets the next offer of an item. Pure.</summary>
internal static class OfferRules
{
    /// <summary>No item waits longer than this for one agent, whatever is asked.</summary>
    public static readonly TimeSpan LongestPreferredWait = TimeSpan.FromMinutes(10);

    /// <summary>The agent to offer the item to now; null when nobody can take it, or it still waits for its preferred agent.</summary>
    public static Seat? Choose(WorkItem item, QueueRule queue, IEnumerable<Seat> seats, Workload load, DateTimeOffset now)
    {
        var open = seats.Where(seat => !item.Declined.Contains(seat.Id)).ToArray();
        var able = open.Where(seat => CanTake(seat, item, queue, load));
        var preferred = open.FirstOrDefault(seat => seat.Id == item.PreferredAgent);
        if (preferred is not null && CanTake(preferred, item, queue, load))
            return preferred;
        if (preferred is { Presence: not AgentPresence.Offline } && now < item.PreferredUntil)
            return null;
        return able.OrderBy(seat => Surplus(seat, item, queue))
            .ThenByDescending(seat => load.Free(seat, item.ChannelType))
            .ThenBy(seat => seat.RestingSince)
            .ThenBy(seat => seat.Id, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    /// <summary>Available, serves the queue, has every skill wanted and room for the item.</summary>
    public static bool CanTake(Seat seat, WorkItem item, QueueRule queue, Workload load) =>
        seat.Presence == AgentPresence.Available
        && load.Free(seat, item.ChannelType) >= item.Size
        && seat.Serves(queue.Id)
        && Wanted(item, queue).All(seat.Skills.Contains);

    /// <summary>Skills beyond those wanted: the closest match goes first, so that those who can do everything stay free for the rest.</summary>
    private static int Surplus(Seat seat, WorkItem item, QueueRule queue) =>
        seat.Skills.Count - Wanted(item, queue).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    private static IEnumerable<string> Wanted(WorkItem item, QueueRule queue) => queue.Skills.Concat(item.Skills);
}
