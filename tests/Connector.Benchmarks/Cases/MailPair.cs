using Connector.Benchmarks.Corpus;
using Connector.Benchmarks.Floors;
using Connector.Benchmarks.Harness;
using Connector.Engine.Door;
using Connector.Engine.Threads;
using Connector.Storage;
using Connector.Storage.Statements;
using Connector.Storage.Writing;

namespace Connector.Benchmarks.Cases;

/// <summary>Mails through the door against bare statements that write the same rows, raw bytes included, on SQLite.</summary>
internal sealed class MailPair(string name, Target target, IReadOnlyList<MailArrived> mails, List<List<Write>> writes, int inFlight, int floorBatch) : IPair
{
    public string Name => name;

    public Target Target => target;

    public async Task<double> FloorAsync(CancellationToken cancellation)
    {
        using var scratch = new Scratch();
        await (await Store.OpenAsync(scratch.Options, cancellation)).DisposeAsync();
        using var bare = new BareSqlite(scratch.Options.File);
        return await Measure.RateAsync(writes.Count, () =>
        {
            foreach (var batch in writes.Chunk(floorBatch)) bare.Commit(batch);
            return Task.CompletedTask;
        });
    }

    public async Task<double> OursAsync(CancellationToken cancellation)
    {
        using var scratch = new Scratch();
        await using var store = await Store.OpenAsync(scratch.Options, cancellation);
        var path = store.WritePath(new EngineRules(), () => Arrivals.Setup);
        return await Measure.RateAsync(mails.Count, () => Flight.RunAsync(mails, inFlight, mail => path.HandleAsync(mail, Urgency.Mail, cancellation)));
    }
}

/// <summary>Keeps a number of calls under way, taken in order.</summary>
internal static class Flight
{
    public static Task RunAsync<T>(IReadOnlyList<T> items, int inFlight, Func<T, Task> act)
    {
        var next = -1;
        return inFlight == 1 ? OneAsync() : Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(OneAsync)));

        async Task OneAsync()
        {
            for (var n = Interlocked.Increment(ref next); n < items.Count; n = Interlocked.Increment(ref next)) await act(items[n]);
        }
    }
}
