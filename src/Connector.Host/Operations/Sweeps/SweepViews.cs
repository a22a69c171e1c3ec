using Connector.Runtime.Sweeps;
using Connector.Storage;
using Connector.Storage.Rows;

namespace Connector.Host.Operations.Sweeps;

/// <summary>A sweep with its last run and the next one.</summary>
/// <param name="NextRun">When the running host will wake it; null without one.</param>
/// <param name="NextDue">When the next record becomes due.</param>
internal sealed record SweepView(string Name, TimeSpan Every, string Acts, SweepRunView? LastRun, DateTimeOffset? NextRun, DateTimeOffset? NextDue);

internal sealed record SweepRunView(DateTimeOffset At, DateTimeOffset StartedAt, DateTimeOffset EndedAt, int Due, int Done, int Skipped, int Failed, string? Error)
{
    public static SweepRunView Of(SweepRun r) => new(r.At, r.StartedAt, r.EndedAt, r.Due, r.Done, r.Skipped, r.Failed, r.Error);
}

/// <summary>Reads schedules and runs.</summary>
internal sealed class SweepReading(Store store)
{
    public async Task<IReadOnlyList<SweepView>> ListAsync(DateTimeOffset now, bool hostRuns, CancellationToken cancellation)
    {
        var views = new List<SweepView>();
        foreach (var sweep in Sweep.All)
        {
            var last = (await store.SweepRuns.LastAsync(sweep.Name, 1, cancellation)).FirstOrDefault();
            var next = hostRuns && last is not null ? last.StartedAt + sweep.Every : (DateTimeOffset?)null;
            views.Add(new(sweep.Name, sweep.Every, sweep.Acts, last is null ? null : SweepRunView.Of(last), next, await store.Due.NextAsync(sweep.Due, now, cancellation)));
        }
        return views;
    }

    public static Sweep Find(string name) => Sweep.Find(name) ?? throw OperationRefusedException.NoSuch("sweep", name, Sweep.All.Select(s => s.Name));
}
