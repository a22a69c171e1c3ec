using Connector.Engine;
using Connector.Engine.Door;
using Connector.Runtime.Clock;
using Connector.Runtime.Door;
using Connector.Storage;
using Connector.Storage.Rows;
using Connector.Storage.Stores;
using Connector.Storage.Writing;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Sweeps;

/// <summary>Runs what is scheduled. Sweeps: bounded pages of due ids, each id through the door. A page shares a commit; if it fails, its records are tried one by one.</summary>
public sealed class SweepRunner(Store store, IDoor door, IBusinessClock clock, TimeProvider machine, ILogger<SweepRunner> logger, IReadOnlyDictionary<VendorSweep, IVendorSweep>? vendors = null)
{
    private const int Page = 500;

    public Task<SweepReport> RunAsync(Scheduled job, DateTimeOffset? now, bool dryRun, CancellationToken cancellation) => RunAsync(job, now, dryRun, null, cancellation);

    /// <param name="beside">Rows to store with the run's own.</param>
    public async Task<SweepReport> RunAsync(Scheduled job, DateTimeOffset? now, bool dryRun, Beside<SweepReport>? beside, CancellationToken cancellation) => job switch
    {
        Sweep sweep => await RunAsync(sweep, now, dryRun, beside, cancellation),
        VendorSweep look => await LookAsync(look, now ?? clock.Now, dryRun, beside, cancellation),
        _ => throw new InvalidOperationException(job.Name),
    };

    /// <summary>When the job last ran here or on another host (machine time).</summary>
    public async Task<DateTimeOffset?> LastAsync(Scheduled job, CancellationToken cancellation) => (await store.SweepRuns.LastAsync(job.Name, 1, cancellation)).FirstOrDefault()?.StartedAt;

    private async Task<SweepReport> RunAsync(Sweep sweep, DateTimeOffset? now, bool dryRun, Beside<SweepReport>? beside, CancellationToken cancellation)
    {
        var at = now ?? clock.Now;
        return dryRun ? await RehearseAsync(sweep, at, cancellation) : await CarryOutAsync(sweep, at, beside, cancellation);
    }

    private async Task<SweepReport> LookAsync(VendorSweep sweep, DateTimeOffset at, bool dryRun, Beside<SweepReport>? beside, CancellationToken cancellation)
    {
        var started = machine.GetUtcNow();
        var report = await vendors![sweep].RunAsync(sweep, at, dryRun, cancellation);
        if (dryRun) return report;
        await store.SweepRuns.AddAsync(RunOf(report, started) with { Error = report.Failures.Count == 0 ? null : string.Join("; ", report.Failures) }, Of(report, beside), cancellation);
        if (report.Done + report.Failed > 0) Log.Ran(logger, sweep.Name, report.Done, report.Skipped, report.Failed);
        return report;
    }

    private async Task<SweepReport> RehearseAsync(Sweep sweep, DateTimeOffset at, CancellationToken cancellation)
    {
        var effects = new List<SweepEffect>();
        var skipped = 0;
        for (long after = 0; await PageAsync(sweep, at, after, cancellation) is { Count: > 0 } ids; after = ids[^1])
            skipped += Count(await door.DryRunAsync([.. ids.Select(id => sweep.InputFor(id, at))], cancellation), effects);
        return new SweepReport(sweep.Name, at, DryRun: true, effects, skipped, 0);
    }

    private async Task<SweepReport> CarryOutAsync(Sweep sweep, DateTimeOffset at, Beside<SweepReport>? beside, CancellationToken cancellation)
    {
        var started = machine.GetUtcNow();
        var effects = new List<SweepEffect>();
        var (skipped, failed) = (0, 0);
        for (long after = 0; await PageAsync(sweep, at, after, cancellation) is { Count: > 0 } ids; after = ids[^1])
        {
            var (skippedHere, failedHere) = await HandleAsync(sweep, ids, at, effects, cancellation);
            (skipped, failed) = (skipped + skippedHere, failed + failedHere);
        }
        var report = new SweepReport(sweep.Name, at, DryRun: false, effects, skipped, failed);
        await store.SweepRuns.AddAsync(RunOf(report, started), Of(report, beside), cancellation);
        if (report.Done + failed > 0) Log.Ran(logger, sweep.Name, report.Done, skipped, failed);
        return report;
    }

    private async Task<(int Skipped, int Failed)> HandleAsync(Sweep sweep, IReadOnlyList<long> ids, DateTimeOffset at, List<SweepEffect> effects, CancellationToken cancellation)
    {
        try
        {
            return (Count(await door.HandleAllAsync([.. ids.Select(id => sweep.InputFor(id, at))], Urgency.Sweep, cancellation), effects), 0);
        }
        catch (Exception e) when (e is not (OperationCanceledException or StoreUnavailableException))
        {
            return await OneByOneAsync(sweep, ids, at, effects, cancellation);
        }
    }

    private async Task<(int Skipped, int Failed)> OneByOneAsync(Sweep sweep, IReadOnlyList<long> ids, DateTimeOffset at, List<SweepEffect> effects, CancellationToken cancellation)
    {
        var (skipped, failed) = (0, 0);
        foreach (var id in ids)
        {
            try
            {
                skipped += Count([await door.HandleAsync(sweep.InputFor(id, at), Urgency.Sweep, cancellation)], effects);
            }
            catch (Exception e) when (e is not (OperationCanceledException or StoreUnavailableException))
            {
                failed++;
                Log.RecordFailed(logger, sweep.Name, id, e.GetType().Name);
            }
        }
        return (skipped, failed);
    }

    private Task<IReadOnlyList<long>> PageAsync(Sweep sweep, DateTimeOffset at, long after, CancellationToken cancellation) =>
        store.Due.PageAsync(sweep.Due, at, after, Page, cancellation);

    private static int Count(IEnumerable<Outcome> outcomes, List<SweepEffect> effects)
    {
        var skipped = 0;
        foreach (var outcome in outcomes)
        {
            var lines = outcome.Inserts.OfType<Activity>().ToList();
            if (outcome.Answer is not Answer.Done || lines.Count == 0) skipped++;
            else effects.Add(EffectOf(lines[^1]));
        }
        return skipped;
    }

    private static SweepEffect EffectOf(Activity line) =>
        new(RecordId.Interaction(line.InteractionId) ?? RecordId.Case(line.CaseId) ?? "", line.What, line.Before, line.After, line.Why);

    private static Beside<SweepRun>? Of(SweepReport report, Beside<SweepReport>? beside) => beside is null ? null : (_, fresh) => beside(report, fresh);

    private SweepRun RunOf(SweepReport report, DateTimeOffset started) => new()
    {
        Tenant = store.Tenant,
        Sweep = report.Sweep,
        At = report.At,
        StartedAt = started,
        EndedAt = machine.GetUtcNow(),
        Due = report.Done + report.Skipped + report.Failed,
        Done = report.Done,
        Skipped = report.Skipped,
        Failed = report.Failed,
    };
}
