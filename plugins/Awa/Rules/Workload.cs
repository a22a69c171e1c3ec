using System.Collections.Immutable;
using Connector.Contracts;

namespace Connector.Plugins.Awa.Rules;

/// <summary>Capacity in use by agent and channel type: what they own, and what they are offered. Parked items use none.</summary>
internal sealed class Workload
{
    private readonly ImmutableDictionary<(string Agent, ChannelType Type), int> _used;

    private Workload(ImmutableDictionary<(string Agent, ChannelType Type), int> used) => _used = used;

    public static Workload Of(IEnumerable<WorkItem> items) => new(
        items.Where(Counts).GroupBy(i => (i.Agent!, i.ChannelType)).ToImmutableDictionary(g => g.Key, g => g.Sum(i => i.Size)));

    public int Used(string agent, ChannelType type) => _used.GetValueOrDefault((agent, type));

    public int Free(Seat seat, ChannelType type) => seat.Limit(type) - Used(seat.Id, type);

    public bool HasRoom(Seat seat) => seat.Limits.Keys.Any(type => Free(seat, type) > 0);

    public Workload Plus(WorkItem item) => Counts(item) ? Changed(item, item.Size) : this;

    public Workload Minus(WorkItem item) => Counts(item) ? Changed(item, -item.Size) : this;

    private static bool Counts(WorkItem item) => item.State is ItemState.Accepted or ItemState.PendingAccept;

    private Workload Changed(WorkItem item, int by) =>
        new(_used.SetItem((item.Agent!, item.ChannelType), Used(item.Agent!, item.ChannelType) + by));
}
