using System.Runtime.CompilerServices;
using Connector.Contracts;
using Connector.Plugins.Awa.Desk;
using Connector.Plugins.Awa.Rules;

namespace Connector.Plugins.Awa;

/// <summary>Reading items, waking up for them, and the probes.</summary>
internal sealed partial class AwaAdapter : IReadItem, IWakeOnDue, ICheck
{
    public async ValueTask<WorkObservation?> ReadAsync(string externalId, CancellationToken cancellation)
    {
        var desk = await _store.ReadAsync(cancellation);
        var item = desk.Items.GetValueOrDefault(externalId) ?? await _store.FinishedAsync(externalId, cancellation);
        return item is null ? null : Mapping.Observation(item);
    }

    public async ValueTask<RoutedWork?> FindAsync(string interactionId, int round, CancellationToken cancellation)
    {
        var id = Mapping.ItemId(interactionId, round);
        return await ReadAsync(id, cancellation) is null ? null : new RoutedWork(id);
    }

    /// <summary>An offer nobody answered, a wait that is over, a finished item nobody will ask for.</summary>
    public async ValueTask WakeAsync(InstanceDocument due, CancellationToken cancellation)
    {
        if (due.Kind == DeskStore.DoneKind)
            await _store.ForgetAsync(due, cancellation);
        else if (due.Kind == DeskStore.ItemKind)
            await DecideAsync(draft => Wake(draft, due.Id), cancellation);
    }

    public async IAsyncEnumerable<Probe> CheckAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var (desk, problem) = await TryReadAsync(cancellation);
        yield return new("state", problem is null, problem ?? $"{desk!.Items.Count} open items");
        if (desk is null)
            yield break;
        foreach (var queue in _options.Queues)
            yield return Staffed(desk, desk.Queues[queue.Id]);
        foreach (var gone in Orphans(desk).GroupBy(i => i.Queue))
            yield return new($"queue {gone.Key}", false, $"{gone.Count()} items wait in a queue that is not configured", "configure it again, or route them anew");
    }

    private static IEnumerable<WorkItem> Orphans(DeskView desk) => desk.Items.Values.Where(i => !desk.Queues.ContainsKey(i.Queue));

    private static Probe Staffed(DeskView desk, QueueRule queue)
    {
        var staff = desk.Seats.Values.Count(s => s.Serves(queue.Id) && queue.Skills.All(s.Skills.Contains));
        return staff > 0
            ? new($"queue {queue.Id}", true, $"agents who can serve it: {staff}")
            : new($"queue {queue.Id}", false, "no agent can serve it", "name an agent who serves this queue and has all its skills");
    }

    private void Wake(Draft draft, string id)
    {
        if (!draft.Desk.Items.TryGetValue(id, out var item) || item.DueAt is not { } due || due > draft.Now)
            return;
        draft.Apply(item, item.State == ItemState.PendingAccept ? new OfferExpired(draft.Now + _options.OfferAgainAfter) : new LookedAgain());
    }

    private async ValueTask<(DeskView? Desk, string? Problem)> TryReadAsync(CancellationToken cancellation)
    {
        try
        {
            return (await _store.ReadAsync(cancellation), null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return (null, $"the queue's documents cannot be read: {e.Message}");
        }
    }
}
