using Connector.Benchmarks.Corpus;
using Connector.Benchmarks.Floors;
using Connector.Benchmarks.Harness;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Storage;
using Connector.Storage.Model;
using Connector.Storage.Statements;
using Connector.Storage.Stores;
using Connector.Storage.Writing;

namespace Connector.Benchmarks.Cases;

/// <summary>Pages of 500 closed for inactivity, 1,000 being due among very many open, against one UPDATE … RETURNING and inserts of the same rows in a copy.</summary>
internal sealed class SweepBenchmark : IPair, IAsyncDisposable
{
    private const int Page = 500;
    private readonly Scratch _ours = new();
    private readonly Scratch _floor = new();
    private readonly int _open;
    private Store _store = null!;
    private WritePath _path = null!;
    private RecordTables _tables = null!;
    private BareSqlite _bare = null!;
    private List<Write> _rows = [];
    private DateTimeOffset _at = Arrivals.Now.AddSeconds(Page);

    private SweepBenchmark(int open) => _open = open;

    public string Name => $"sweep, page of 500 among {_open:N0}";

    public Target Target => new(2, AtLeast: false);

    public static async Task<SweepBenchmark> MakeAsync(int open, CancellationToken cancellation)
    {
        var made = new SweepBenchmark(open);
        await using (var store = await Store.OpenAsync(made._ours.Options, cancellation)) await Seeding.OnHoldAsync(store, open, cancellation);
        File.Copy(made._ours.Options.File, made._floor.Options.File);
        made._store = await Store.OpenAsync(made._ours.Options, cancellation);
        made._path = made._store.WritePath(new EngineRules(), () => Arrivals.Setup);
        using var db = made._store.Read();
        made._tables = new(db.Model);
        made._bare = new BareSqlite(made._floor.Options.File);
        return made;
    }

    /// <summary>Microseconds of a look that finds nothing due.</summary>
    public async Task<double> IdleAsync(CancellationToken cancellation)
    {
        const int looks = 1_000;
        return 1e6 / await Measure.RateAsync(looks, async () =>
        {
            for (var n = 0; n < looks; n++)
                if ((await _store.Due.PageAsync(DueKind.Inactivity, Arrivals.Now, 0, Page, cancellation)).Count > 0) throw new InvalidOperationException("something was due");
        });
    }

    public async Task<double> OursAsync(CancellationToken cancellation)
    {
        _at += TimeSpan.FromSeconds(Page);
        IReadOnlyList<Outcome> outcomes = [];
        var rate = await Measure.RateAsync(Page, async () =>
        {
            var ids = await _store.Due.PageAsync(DueKind.Inactivity, _at, 0, Page, cancellation);
            outcomes = await _path.HandleAllAsync([.. ids.Select(Passed)], Urgency.Sweep, cancellation);
        });
        if (outcomes.Count != Page || outcomes.Any(o => o.Answer is not Answer.Done)) throw new InvalidOperationException($"{outcomes.Count} of {Page}: {outcomes.FirstOrDefault()?.Answer}");
        _rows = [.. outcomes.SelectMany(o => o.Inserts).Select(_tables.Insert)];
        return rate;
    }

    public Task<double> FloorAsync(CancellationToken cancellation) => Measure.RateAsync(Page, () =>
    {
        if (_bare.Close(UtcMicroseconds.Of(_at), Page, _rows) != Page) throw new InvalidOperationException("the floor closed another number");
        return Task.CompletedTask;
    });

    public async ValueTask DisposeAsync()
    {
        _bare.Dispose();
        await _store.DisposeAsync();
        _floor.Dispose();
        _ours.Dispose();
    }

    private InteractionTimePassed Passed(long id) =>
        new() { At = _at, By = Actor.Sweep("inactivity-closure"), Correlation = $"sweep-{id}", InteractionId = id, Sweep = InteractionSweep.InactivityClosure };
}
