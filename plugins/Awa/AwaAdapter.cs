using Connector.Contracts;
using Connector.Plugins.Awa.Desk;
using Connector.Plugins.Awa.Rules;

namespace Connector.Plugins.Awa;

/// <summary>The queue behind the contract's interfaces: life, and the calls of the engine. Offers and reading are in the files beside it.</summary>
internal sealed partial class AwaAdapter : IAdapter, IRouteWork, IEndWork, IHoldWork
{
    private const string ReroutedReason = "Rerouted";
    private readonly AwaOptions _options;
    private readonly IAdapterHost _host;
    private readonly DeskStore _store;

    public AwaAdapter(AwaOptions options, IAdapterHost host)
    {
        (_options, _host) = (options, host);
        _store = new(host.State, () => host.Now, new Roster(options), options.KeepFinished);
    }

    public EndStage Stages => EndStage.Closed;

    /// <summary>Every operation names its item and the state it wants: once more changes nothing.</summary>
    public Repeat RepeatOf(WorkOperation operation) => Repeat.Safe;

    /// <summary>Options may have changed since the last start: agents gone, queues or capacity added.</summary>
    public async ValueTask StartAsync(CancellationToken cancellation)
    {
        await _store.ForgetStrangersAsync(cancellation);
        await DecideAsync(SeatAll, cancellation);
        var desk = await _store.ReadAsync(cancellation);
        Log.Started(_host.Logger, _host.Instance, desk.Queues.Count, desk.Seats.Count, desk.Items.Count);
        foreach (var queue in Orphans(desk).GroupBy(i => i.Queue))
            Log.QueueGone(_host.Logger, _host.Instance, queue.Key, queue.Count());
    }

    public async ValueTask<RoutedWork> RouteAsync(RouteWork work, CallMark mark, CancellationToken cancellation)
    {
        if (!_options.Queues.Any(q => q.Id.Equals(work.Queue, StringComparison.OrdinalIgnoreCase)))
            throw new RejectedException($"queue '{work.Queue}' is not one of instance '{_host.Instance}'");
        if (work.AssignTo is { } agent)
            CheckAgent(agent);
        return await _store.DecideAsync(draft => RouteAsync(draft, work, cancellation), cancellation);
    }

    /// <summary>Work that is already gone is no error.</summary>
    public async ValueTask EndAsync(WorkRef work, EndStage stage, CallMark mark, CancellationToken cancellation)
    {
        if (stage.HasFlag(EndStage.Closed))
            await DecideAsync(draft => Change(draft, work.ExternalId, new Ended()), cancellation);
    }

    public ValueTask<RoutedWork> HoldAsync(WorkRef work, CallMark mark, CancellationToken cancellation) => MoveAsync(work, new Held(), cancellation);

    public ValueTask<RoutedWork> ResumeAsync(WorkRef work, CallMark mark, CancellationToken cancellation) => MoveAsync(work, new Resumed(), cancellation);

    public ValueTask DisposeAsync()
    {
        _store.Dispose();
        return ValueTask.CompletedTask;
    }

    private async ValueTask<RoutedWork> RouteAsync(Draft draft, RouteWork work, CancellationToken cancellation)
    {
        var item = Mapping.Item(work, draft.Now);
        if (draft.Desk.Items.ContainsKey(item.Id) || await _store.FinishedAsync(item.Id, cancellation) is not null)
            return new(item.Id);
        var other = draft.Desk.Items.GetValueOrDefault(draft.Desk.Open.GetValueOrDefault(work.InteractionId, ""));
        if (other?.Round > work.Round)
        {
            draft.Add(item with { State = ItemState.Canceled, Reason = ReroutedReason });
            return new(item.Id);
        }

        if (other is not null)
            draft.Apply(other, new Canceled(ReroutedReason));
        draft.Add(item);
        if (work.AssignTo is { } agent)
            draft.Apply(item, new Assigned(agent));
        Dispatch.Run(draft);
        return new(item.Id);
    }

    private async ValueTask<RoutedWork> MoveAsync(WorkRef work, WorkInput input, CancellationToken cancellation)
    {
        await DecideAsync(draft => Change(draft, Present(draft, work.ExternalId).Id, input), cancellation);
        return new(work.ExternalId);
    }

    private ValueTask<bool> DecideAsync(Action<Draft> decide, CancellationToken cancellation) => _store.DecideAsync(
        draft =>
        {
            decide(draft);
            Dispatch.Run(draft);
            return ValueTask.FromResult(true);
        },
        cancellation);

    private static void Change(Draft draft, string id, WorkInput input)
    {
        if (draft.Desk.Items.TryGetValue(id, out var item))
            draft.Apply(item, input);
    }

    private static WorkItem Present(Draft draft, string id) =>
        draft.Desk.Items.GetValueOrDefault(id) ?? throw new ConflictException($"work item {id} is finished or was never there");

    /// <summary>New agents get a document; an offer to somebody who is gone or away is taken back.</summary>
    private static void SeatAll(Draft draft)
    {
        foreach (var seat in draft.Desk.Seats.Values.Where(s => s.Version == 0))
            draft.Put(seat.Signed(seat.Presence, draft.Now));
        foreach (var item in draft.Desk.Offered.Select(id => draft.Desk.Items[id]))
        {
            if (!draft.Desk.Seats.TryGetValue(item.Agent!, out var seat) || seat.Presence != AgentPresence.Available)
                draft.Apply(item, new OfferWithdrawn());
        }
    }

    private void CheckAgent(string agent)
    {
        if (!_options.Agents.Any(a => a.Id == agent))
            throw new RejectedException($"agent '{agent}' is not one of instance '{_host.Instance}'");
    }
}
