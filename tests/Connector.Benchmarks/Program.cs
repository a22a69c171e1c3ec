using Connector.Benchmarks.Cases;
using Connector.Benchmarks.Corpus;
using Connector.Benchmarks.Floors;
using Connector.Benchmarks.Harness;
using Connector.Storage;

var quick = args.Contains("--quick");
var chosen = args.Where(a => !a.StartsWith('-')).ToList();
var samples = quick ? 3 : 7;
var cancellation = CancellationToken.None;
bool Wanted(string name) => chosen.Count == 0 || chosen.Contains(name, StringComparer.OrdinalIgnoreCase);

var corpus = MailCorpus.Make(quick ? 400 : 2_000);
var parses = !Wanted("parse") || ParseBenchmark.Run(corpus, samples);

var mails = corpus.Select(Arrivals.Read).ToList();
var results = new List<Measured>();
using (var scratch = new Scratch())
{
    await using var store = await Store.OpenAsync(scratch.Options, cancellation);
    var writes = await MailWrites.OfAsync(store, mails, cancellation);
    if (Wanted("one")) results.Add(await Measure.RunAsync(new MailPair("one mail in flight", Target.OfFloor(0.5), mails, writes, 1, 1), samples, cancellation));
    if (Wanted("many")) results.Add(await Measure.RunAsync(new MailPair("64 mails in flight, floor in batches of 32", Target.OfFloor(0.35), mails, writes, 64, 32), samples, cancellation));
    if (Wanted("postgres"))
    {
        if (ScratchPostgres.Server is { } server) results.Add(await Measure.RunAsync(new PostgresMailPair(server, mails, writes), samples, cancellation));
        else Console.WriteLine("PostgreSQL left out: name a server in CONNECTOR_TEST_POSTGRES");
    }
}
if (Wanted("growth"))
{
    foreach (var size in quick ? (int[])[20_000] : [20_000, 200_000])
    {
        await using var growth = await GrowthPair.MakeAsync(size, cancellation);
        results.Add(await Measure.RunAsync(growth, samples * 3, cancellation));
    }
}
if (Wanted("sweep")) results.AddRange(await SweepBenchmarks.RunAsync(quick ? 100_000 : 1_000_000, samples, cancellation));
if (Wanted("dispatch"))
{
    await using var server = await Loopback.StartAsync();
    foreach (var postgres in ScratchPostgres.Server is { } named ? [null, named] : (string?[])[null])
    {
        await using var dispatch = new DispatchPair(server, postgres, quick ? 4_000 : 20_000);
        results.Add(await Measure.RunAsync(dispatch, samples, cancellation));
    }
}
Report.Print(results);
return parses && results.TrueForAll(r => r.IsMet) ? 0 : 1;
