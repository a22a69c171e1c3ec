using Connector.Contracts;
using Connector.Plugins.Awa.Rules;

namespace Connector.Plugins.Awa.Desk;

/// <summary>Offers waiting items, oldest first, until nobody can take any more. Part of every decision that could free somebody or add something.</summary>
internal static class Dispatch
{
    public static void Run(Draft draft)
    {
        var free = Free(draft.Desk);
        foreach (var place in draft.Desk.Waiting)
        {
            if (free.Length == 0)
                return;
            if (Offer(draft, draft.Desk.Items[place.Id], free))
                free = Free(draft.Desk);
        }
    }

    private static Seat[] Free(DeskView desk) =>
        [.. desk.Seats.Values.Where(seat => seat.Presence == AgentPresence.Available && desk.Load.HasRoom(seat))];

    /// <summary>Asks the few who are free first: a long line behind a busy team costs next to nothing.</summary>
    private static bool Offer(Draft draft, WorkItem item, Seat[] free)
    {
        var desk = draft.Desk;
        if (!desk.Queues.TryGetValue(item.Queue, out var queue) || !Array.Exists(free, seat => OfferRules.CanTake(seat, item, queue, desk.Load)))
            return false;
        if (OfferRules.Choose(item, queue, desk.Seats.Values, desk.Load, draft.Now) is not { } seat)
            return false;
        draft.Apply(item, new Offered(seat.Id, draft.Now + queue.OfferTimeout));
        return true;
    }
}
