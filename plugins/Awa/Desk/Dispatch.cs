using Connector.Contracts;
using Connector.Plugins.Awa.Rules;

namespace Connector.Plugins.Awa.Desk;

/// <summary>Offers waiting items, oldest first, until nobody can take any more. Part of every decision that could free somebody or add something.</summary>
internal static class Dispatch
{
    public static void Run(Draft draft)
    {
        var load = Workload.Of(draft.Desk.Items.Values);
        var seats = draft.Desk.Seats.Values.ToArray();
        if (!Array.Exists(seats, seat => seat.Presence == AgentPresence.Available && load.HasRoom(seat)))
            return;
        foreach (var item in draft.Desk.InOrder().Where(i => i.State == ItemState.Queued))
        {
            if (!draft.Desk.Queues.TryGetValue(item.Queue, out var queue) || OfferRules.Choose(item, queue, seats, load, draft.Now) is not { } seat)
                continue;
            draft.Apply(item, new Offered(seat.Id, draft.Now + queue.OfferTimeout));
            load.Add(seat.Id, item);
        }
    }
}
