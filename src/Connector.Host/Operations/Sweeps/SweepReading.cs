using Connector.Runtime.Sweeps;
using Connector.Storage;

namespace Connector.Host.Operations.Sweeps;

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
