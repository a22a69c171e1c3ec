using Connector.Benchmarks.Corpus;
using Connector.Benchmarks.Harness;
using Connector.Engine.Door;
using Connector.Storage;
using Connector.Storage.Writing;

namespace Connector.Benchmarks.Cases;

/// <summary>What a mail of 1 KB costs in a store of 1,000, 20,000 and 200,000 mails.</summary>
internal static class GrowthBenchmark
{
    private const int Page = 64;
    private const int Probe = Page * 8;

    public static async Task<Measured> RunAsync(int largest, int samples, CancellationToken cancellation)
    {
        using var scratch = new Scratch();
        await using var store = await Store.OpenAsync(scratch.Options, cancellation);
        var path = store.WritePath(new EngineRules(), () => Arrivals.Setup);
        var stored = 0;
        var costs = new List<(int Stored, double Micros)>();
        foreach (var size in (int[])[1_000, largest / 10, largest])
        {
            for (; stored < size; stored += Page) await StoreAsync(path, stored, Page, cancellation);
            var probes = new List<double>();
            for (var n = 0; n < samples; n++, stored += Probe)
            {
                var mails = Mails(stored, Probe);
                probes.Add(1e6 / await Measure.RateAsync(Probe, async () =>
                {
                    foreach (var page in mails.Chunk(Page)) await path.HandleAllAsync(page, Urgency.Mail, cancellation);
                }));
            }
            costs.Add((size, Measure.Median(probes)));
            await Console.Error.WriteLineAsync($"  growth: {size} stored, {costs[^1].Micros:0} µs a mail");
        }
        return new($"growth to {largest:N0} mails", $"{costs[0].Micros:0} µs", $"{costs[^1].Micros:0} µs", costs[^1].Micros / costs[0].Micros, new(1.3, AtLeast: false), samples);
    }

    private static Task StoreAsync(WritePath path, int from, int count, CancellationToken cancellation) =>
        path.HandleAllAsync(Mails(from, count), Urgency.Mail, cancellation);

    private static List<Input> Mails(int from, int count) => [.. Enumerable.Range(from, count).Select(n => Arrivals.Read(MailCorpus.Small(n), n))];
}
