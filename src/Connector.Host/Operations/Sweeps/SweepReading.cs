using Connector.Runtime.Sweeps;
using Connector.Storage;

namespace Connector.Host.Operations.Sweeps;

/// <summary>Reads schedules and runs.</summary>
internal sealed class SweepReading(Store store)
{
    public async Task<IReadOnlyList<SweepView>> ListAsync(DateTimeOffset now, bool hostRuns, CancellationToken cancellation)
    {
        var views = new List<SweepView>();
        foreach (var sweep in Scheduled.All)
        {
            var last = (await store.SweepRuns.LastAsync(sweep.Name, 1, cancellation)).FirstOrDefault();
            var next = hostRuns && last is not null ? last.StartedAt + sweep.Every : (DateTimeOffset?)null;
            views.Add(new(sweep.Name, sweep.Every, sweep.Acts, last is null ? null : SweepRunView.Of(last), next, sweep.DueBy is { } due ? await store.Due.NextAsync(due, now, cancellation) : null));
        }
        return views;
    }

    public static Scheduled Find(string name) => Scheduled.Find(name) ?? throw OperationRefusedException.NoSuch("sweep", name, Scheduled.All.Select(s => s.Name));
}
