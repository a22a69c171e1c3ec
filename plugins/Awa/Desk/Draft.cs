using Connector.Contracts;
using Connector.Plugins.Awa.Rules;

namespace Connector.Plugins.Awa.Desk;

/// <summary>One decision in the making: the desk as it will be, what has changed on the way, and what is told of it.</summary>
internal sealed class Draft(DeskView desk, DateTimeOffset now)
{
    private readonly HashSet<string> _items = [];
    private readonly HashSet<string> _seats = [];
    private readonly List<VendorEvent> _events = [];

    public DeskView Desk { get; private set; } = desk;

    public DateTimeOffset Now => now;

    public IReadOnlyCollection<VendorEvent> Events => _events;

    public IEnumerable<WorkItem> ChangedItems => _items.Select(id => Desk.Items[id]);

    public IEnumerable<Seat> ChangedSeats => _seats.Select(id => Desk.Seats[id]);

    public bool IsEmpty => _items.Count == 0 && _seats.Count == 0;

    /// <summary>A new item: in its queue, or finished before it began.</summary>
    public void Add(WorkItem item)
    {
        Put(item);
        Tell(item, item.State.ToString());
    }

    /// <summary>Applies the rules to one item. Throws <see cref="ConflictException"/> when they refuse.</summary>
    public WorkItem Apply(WorkItem item, WorkInput input)
    {
        var step = WorkItemRules.Next(item, input, now);
        if (step.Refusal is { } refusal)
            throw new ConflictException(refusal);
        if (step.Next is not { } next)
            return item;
        Put(next);
        Rest(item, next);
        if (next.State != item.State)
            Tell(next, input.GetType().Name);
        return next;
    }

    public void Put(Seat seat)
    {
        Desk = Desk.With(seat);
        _seats.Add(seat.Id);
    }

    private void Put(WorkItem item)
    {
        Desk = Desk.With(item);
        _items.Add(item.Id);
    }

    /// <summary>Taking and finishing work both end an agent's rest.</summary>
    private void Rest(WorkItem before, WorkItem after)
    {
        var owned = before.State == ItemState.Accepted;
        if (owned != (after.State == ItemState.Accepted) && after.Agent is { } agent && Desk.Seats.TryGetValue(agent, out var seat))
            Put(seat with { RestingSince = now });
    }

    private void Tell(WorkItem item, string kind) => _events.Add(new($"{item.Id}:{item.Rank}", item.Id, kind, now, Mapping.Observation(item)));
}
