using Connector.Benchmarks.Corpus;
using Connector.Benchmarks.Harness;
using Connector.Engine.Door;
using Connector.Storage;
using Connector.Storage.Writing;

namespace Connector.Benchmarks.Cases;

/// <summary>What mails of 1 KB cost, in pages of 64, in a large store against one of a thousand; both open at once and asked in turns.</summary>
internal sealed class GrowthPair : IPair, IAsyncDisposable
{
    private const int Page = 64, Probe = Page * 4, Few = 1_000;
    private readonly Filled _small;
    private readonly Filled _large;
    private readonly int _size;

    private GrowthPair(int size, Filled small, Filled large) => (_size, _small, _large) = (size, small, large);

    public string Name => $"growth, {_size:N0} mails against {Few:N0}";

    public Target Target => new(1.3, AtLeast: false);

    public static async Task<GrowthPair> MakeAsync(int size, CancellationToken cancellation) =>
        new(size, await Filled.MakeAsync(Few, cancellation), await Filled.MakeAsync(size, cancellation));

    public Task<double> FloorAsync(CancellationToken cancellation) => _small.ProbeAsync(cancellation);

    public Task<double> OursAsync(CancellationToken cancellation) => _large.ProbeAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await _small.DisposeAsync();
        await _large.DisposeAsync();
    }

    private sealed class Filled(Scratch scratch, Store store) : IAsyncDisposable
    {
        private readonly WritePath _path = store.WritePath(new EngineRules(), () => Arrivals.Setup);
        private int _stored;

        public static async Task<Filled> MakeAsync(int size, CancellationToken cancellation)
        {
            var scratch = new Scratch();
            var filled = new Filled(scratch, await Store.OpenAsync(scratch.Options, cancellation));
            while (filled._stored < size) await filled.StoreAsync(filled.Next(Page), cancellation);
            return filled;
        }

        public Task<double> ProbeAsync(CancellationToken cancellation)
        {
            var mails = Next(Probe);
            return Measure.RateAsync(Probe, () => StoreAsync(mails, cancellation));
        }

        public async ValueTask DisposeAsync()
        {
            await store.DisposeAsync();
            scratch.Dispose();
        }

        private List<Input> Next(int count) => [.. Enumerable.Range((_stored += count) - count, count).Select(n => Arrivals.Read(MailCorpus.Small(n), n))];

        private async Task StoreAsync(List<Input> mails, CancellationToken cancellation)
        {
            foreach (var page in mails.Chunk(Page)) await _path.HandleAllAsync(page, Urgency.Mail, cancellation);
        }
    }
}
