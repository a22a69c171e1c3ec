using System.Collections.Immutable;
using Connector.Plugins.Awa.Rules;

namespace Connector.Plugins.Awa.Desk;

/// <summary>Everything the router decides upon, at one moment. The lists follow the items, so that no decision has to look at all of them.</summary>
internal sealed record DeskView
{
    /// <summary>Version of the document that every decision raises, so that the decisions of all hosts form one order.</summary>
    public required long Stamp { get; init; }

    public required ImmutableDictionary<string, QueueRule> Queues { get; init; }

    public required ImmutableSortedDictionary<string, Seat> Seats { get; init; }

    /// <summary>Items that are not finished, by id.</summary>
    public required ImmutableDictionary<string, WorkItem> Items { get; init; }

    /// <summary>Items in state Queued, oldest first.</summary>
    public required ImmutableSortedSet<Place> Waiting { get; init; }

    /// <summary>Ids of items in state PendingAccept.</summary>
    public required ImmutableHashSet<string> Offered { get; init; }

    /// <summary>The unfinished item of an interaction.</summary>
    public required ImmutableDictionary<string, string> Open { get; init; }

    public required Workload Load { get; init; }

    public static DeskView Of(
        long stamp, ImmutableDictionary<string, QueueRule> queues, ImmutableSortedDictionary<string, Seat> seats, IReadOnlyCollection<WorkItem> items) => new()
        {
            Stamp = stamp,
            Queues = queues,
            Seats = seats,
            Items = items.ToImmutableDictionary(i => i.Id),
            Waiting = items.Where(i => i.State == ItemState.Queued).Select(Place.Of).ToImmutableSortedSet(),
            Offered = [.. items.Where(i => i.State == ItemState.PendingAccept).Select(i => i.Id)],
            Open = items.GroupBy(i => i.InteractionId).ToImmutableDictionary(g => g.Key, g => g.MaxBy(i => i.Round)!.Id),
            Load = Workload.Of(items),
        };

    public IEnumerable<WorkItem> InOrder() => Items.Values.OrderBy(Place.Of);

    public IEnumerable<WorkItem> OfferedTo(string agent) => Offered.Select(id => Items[id]).Where(i => i.Agent == agent);

    public DeskView With(Seat seat) => this with { Seats = Seats.SetItem(seat.Id, seat) };

    /// <summary>Puts the item in, or in the place of its former self. A finished one stays until <see cref="Without"/>, but counts nowhere.</summary>
    public DeskView With(WorkItem item)
    {
        var desk = Items.TryGetValue(item.Id, out var before) ? Unlisted(before) : this;
        return desk with
        {
            Items = Items.SetItem(item.Id, item),
            Waiting = item.State == ItemState.Queued ? desk.Waiting.Add(Place.Of(item)) : desk.Waiting,
            Offered = item.State == ItemState.PendingAccept ? desk.Offered.Add(item.Id) : desk.Offered,
            Open = item.IsFinished ? desk.Open : desk.Open.SetItem(item.InteractionId, item.Id),
            Load = desk.Load.Plus(item),
        };
    }

    public DeskView Without(WorkItem item) => Unlisted(item) with { Items = Items.Remove(item.Id) };

    private DeskView Unlisted(WorkItem item) => this with
    {
        Waiting = Waiting.Remove(Place.Of(item)),
        Offered = Offered.Remove(item.Id),
        Open = Open.GetValueOrDefault(item.InteractionId) == item.Id ? Open.Remove(item.InteractionId) : Open,
        Load = Load.Minus(item),
    };
}

/// <summary>Where an item stands in the line.</summary>
internal readonly record struct Place(DateTimeOffset Since, string Id) : IComparable<Place>
{
    public static Place Of(WorkItem item) => new(item.WaitingSince, item.Id);

    public static bool operator <(Place left, Place right) => left.CompareTo(right) < 0;

    public static bool operator >(Place left, Place right) => left.CompareTo(right) > 0;

    public static bool operator <=(Place left, Place right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Place left, Place right) => left.CompareTo(right) >= 0;

    public int CompareTo(Place other) => Since.CompareTo(other.Since) is var since and not 0 ? since : string.CompareOrdinal(Id, other.Id);
}
