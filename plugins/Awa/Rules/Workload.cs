using Connector.Contracts;

namespace Connector.Plugins.Awa.Rules;

/// <summary>Capacity in use by agent and channel type: what they own, and what they are offered. Parked items use none.</summary>
internal sealed class Workload
{
    private readonly Dictionary<(string Agent, ChannelType Type), int> _used = [];

    private Workload()
    {
    }

    public static Workload Of(IEnumerable<WorkItem> items)
    {
        var load = new Workload();
        foreach (var item in items.Where(i => i.State is ItemState.Accepted or ItemState.PendingAccept))
            load.Add(item.Agent!, item);
        return load;
    }

    public int Used(string agent, ChannelType type) => _used.GetValueOrDefault((agent, type));

    public int Free(Seat seat, ChannelType type) => seat.Limit(type) - Used(seat.Id, type);

    public bool HasRoom(Seat seat) => seat.Limits.Keys.Any(type => Free(seat, type) > 0);

    public void Add(string agent, WorkItem item) => _used[(agent, item.ChannelType)] = Used(agent, item.ChannelType) + item.Size;
}
