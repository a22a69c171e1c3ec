using Connector.Contracts;
using Connector.Engine;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Reconciling;
using Connector.Engine.Settings;
using Connector.Runtime.Clock;
using Connector.Runtime.Door;
using Connector.Runtime.Inbox;
using Connector.Runtime.Plugins.Instances;
using Connector.Storage;
using Connector.Storage.Writing;

namespace Connector.Runtime.Reconciling;

/// <summary>One look at one instance: what was listed, what differs, what was repaired.</summary>
internal sealed class InstanceLook(Store store, IDoor door, PluginInstance instance, Func<Setup> setup, IBusinessClock clock, ReconciliationRun run)
{
    private readonly BothSides _sides = new(store, instance.Id);
    private readonly List<Difference> _differences = [];
    private readonly List<Interaction> _open = [];
    private readonly Dictionary<string, WorkObservation> _seen = new(StringComparer.Ordinal);
    private Dictionary<string, WorkObservation>? _listed;
    private int _compared;
    private int _repaired;

    public InstanceReconciliation Result(string? problem) => new(instance.Id, _compared, _listed?.Count, _differences, _repaired, problem);

    public async Task ListAsync(CancellationToken cancellation)
    {
        if (!instance.Can<IListOpenWork>()) return;
        var listed = await instance.CallAsync<IListOpenWork, List<WorkObservation>>(CollectAsync, cancellation);
        _listed = listed.DistinctBy(w => w.ExternalId).ToDictionary(w => w.ExternalId, w => w.Heard(instance, clock), StringComparer.Ordinal);
    }

    /// <summary>Ours, page by page; each with the vendor's item as it is now.</summary>
    public async Task CompareOursAsync(int passes, CancellationToken cancellation)
    {
        for (long after = 0; await _sides.PageAsync(after, cancellation) is { Count: > 0 } page; after = page[^1].Ours.Id)
            foreach (var ours in page) await CompareAsync(ours, passes, cancellation);
    }

    /// <summary>Items that only the vendor has: of closed work, of an earlier routing, or of nothing known here.</summary>
    public async Task CompareTheirsAsync(CancellationToken cancellation)
    {
        foreach (var item in (_listed ?? []).Values.Where(w => !_seen.ContainsKey(w.ExternalId) && w.State is not (WorkState.Ended or WorkState.Canceled)).OrderBy(w => w.ExternalId, StringComparer.Ordinal))
        {
            var owner = await _sides.OwnerOfAsync(item.ExternalId, item.InteractionId, cancellation);
            var ours = owner is { } id ? await _sides.OneAsync(id, cancellation) : null;
            if (ours is { Ours: { IsClosed: false } open } && (open.ExternalId == item.ExternalId || ours.Unfinished is not null || open.Round == item.Round)) continue;
            await StrayAsync(item, ours, cancellation);
        }
    }

    public Task CompareCapacityAsync(CancellationToken cancellation)
    {
        if (_listed is null) return Task.CompletedTask;
        var freed = setup().CapabilitiesOf(instance.Id).HasFlag(Capability.Transfer) ? instance.Ask<ITransferWork, CapacityFreed>(a => a.FreesCapacity) : CapacityFreed.AtAccepted;
        var theirs = _seen.Values.Concat(_listed.Values.Where(w => !_seen.ContainsKey(w.ExternalId))).ToList();
        var found = CapacityComparison.Of(_open, theirs, freed);
        // What single items explain is told by them; after their repair it is gone.
        _differences.AddRange(_differences.Exists(d => d.Repair != RepairKind.Lag) ? found.Where(d => d.Repair == RepairKind.Lag || !run.Repair) : found);
        return Task.CompletedTask;
    }

    private async Task CompareAsync(Compared ours, int passes, CancellationToken cancellation)
    {
        _compared++;
        for (var pass = 1; ; pass++)
        {
            var both = ours with { Theirs = await TheirsAsync(ours.Ours, fresh: pass > 1, cancellation) };
            var found = WorkComparison.Of(both, setup());
            if (pass == 1 || !run.Repair) _differences.AddRange(found);
            if (!run.Repair || pass == passes || !found.Any(IsRepairable) || !await RepairAsync(both, found, cancellation)) break;
            if (await _sides.OneAsync(ours.Ours.Id, cancellation) is not { Unfinished: null } again) break;
            ours = again;
        }
        if ((await Again(ours, cancellation)) is { IsClosed: false } open) _open.Add(open);
    }

    private async Task<Interaction?> Again(Compared ours, CancellationToken cancellation) => run.Repair ? (await _sides.OneAsync(ours.Ours.Id, cancellation))?.Ours : ours.Ours;

    private async Task<WorkObservation?> TheirsAsync(Interaction ours, bool fresh, CancellationToken cancellation)
    {
        if (ours.ExternalId is not { } id) return null;
        var theirs = !fresh && _listed?.GetValueOrDefault(id) is { } listed ? listed
            : instance.Can<IReadItem>() ? (await instance.CallAsync<IReadItem, WorkObservation?>((a, c) => a.ReadAsync(id, c), cancellation))?.Heard(instance, clock)
            : null;
        if (theirs is not null) _seen[id] = theirs;
        return theirs;
    }

    private async Task<bool> RepairAsync(Compared both, IReadOnlyList<Difference> found, CancellationToken cancellation)
    {
        var outcome = await door.HandleAsync(
            new RepairWork
            {
                At = run.At, By = run.By, Correlation = run.Correlation, Instance = instance.Id, InteractionId = both.Ours.Id, SeenVersion = both.Ours.Version,
                Theirs = both.Theirs, Unfinished = both.Unfinished, Ledger = both.Ledger,
            },
            new Handling(Urgency.Sweep, Beside: run.Beside?.Invoke(instance.Id, [.. found.Where(IsRepairable)])), cancellation);
        if (outcome.Answer is not Answer.Done) return false;
        _repaired += found.Count(IsRepairable);
        return true;
    }

    private async Task StrayAsync(WorkObservation item, Compared? ours, CancellationToken cancellation)
    {
        var record = ours is null ? item.ExternalId : RecordId.Interaction(ours.Ours.Id);
        var says = ours is null ? $"the vendor has {item.ExternalId} ({item.State}), no interaction of ours stands for it"
            : ours.Ours.IsClosed ? $"closed here, the vendor still has {item.ExternalId} ({item.State})"
            : $"it goes on as {ours.Ours.ExternalId ?? "no item"}, the vendor still has {item.ExternalId} ({item.State}) of an earlier routing";
        var pending = await _sides.IsEndingAsync(ours?.Ours.Id ?? 0, item.ExternalId, cancellation);
        var repair = !pending && (ours is not null || run.EndUnknown || !run.Repair) ? RepairKind.End : RepairKind.None;
        var difference = new Difference(record, "item", ours?.Ours.State.ToString(), item.State.ToString(), repair, pending ? $"{says}; its end is still to be told" : says);
        _differences.Add(difference);
        if (!run.Repair || repair != RepairKind.End) return;
        var outcome = await door.HandleAsync(
            new EndStray { At = run.At, By = run.By, Correlation = run.Correlation, Instance = instance.Id, ExternalId = item.ExternalId, InteractionId = ours?.Ours.Id },
            new Handling(Urgency.Sweep, Beside: run.Beside?.Invoke(instance.Id, [difference])), cancellation);
        if (outcome.Answer is Answer.Done) _repaired++;
    }

    private static bool IsRepairable(Difference d) => d.Repair is not (RepairKind.None or RepairKind.Lag);

    private static async ValueTask<List<WorkObservation>> CollectAsync(IListOpenWork lister, CancellationToken cancellation)
    {
        var items = new List<WorkObservation>();
        await foreach (var item in lister.OpenWorkAsync(cancellation)) items.Add(item);
        return items;
    }
}
