using Connector.Storage.Rows;
using Connector.Storage.Statements;
using Connector.Storage.Writing;

namespace Connector.Storage.Stores;

/// <summary>What sweeps did. Runs that found nothing due are kept only as the latest of their sweep.</summary>
public sealed class SweepRunStore
{
    private static readonly Statement DropIdle = new("DELETE FROM \"SweepRuns\" WHERE \"Tenant\" = $1 AND \"Sweep\" = $2 AND \"Due\" = 0 AND \"Error\" IS NULL");

    private readonly StoreAccess _store;
    private readonly Statement _last;

    internal SweepRunStore(StoreAccess store)
    {
        _store = store;
        _last = store.Table<SweepRun>().Select("WHERE \"Tenant\" = $1 AND \"Sweep\" = $2 ORDER BY \"Id\" DESC LIMIT $3");
    }

    public Task AddAsync(SweepRun run, Beside<SweepRun>? beside = null, CancellationToken cancellation = default) =>
        _store.ActAsync(async session =>
        {
            await session.WriteAsync([new(DropIdle.With(_store.Tenant, run.Sweep)), _store.Insert(run with { Id = session.Fresh.Id() })], cancellation);
            return run;
        }, beside, cancellation);

    /// <summary>The latest runs, newest first.</summary>
    public async Task<IReadOnlyList<SweepRun>> LastAsync(string sweep, int count, CancellationToken cancellation = default) =>
        await _store.ReadAsync(session => session.ListAsync(_last.With(_store.Tenant, sweep, (long)count), _store.Table<SweepRun>().Read, cancellation), cancellation);
}
