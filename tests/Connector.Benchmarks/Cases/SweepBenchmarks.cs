using Connector.Benchmarks.Harness;

namespace Connector.Benchmarks.Cases;

/// <summary>The sweep among few and many open records, with something due and with nothing.</summary>
internal static class SweepBenchmarks
{
    private const int Few = 10_000;

    public static async Task<List<Measured>> RunAsync(int many, int samples, CancellationToken cancellation)
    {
        var (small, _) = await OneAsync(Few, samples, cancellation);
        var (large, idle) = await OneAsync(many, samples, cancellation);
        var slower = Rate(small) / Rate(large);
        return
        [
            small, large,
            new($"sweep among {many:N0} against {Few:N0}", small.Ours, large.Ours, slower, new(1.3, AtLeast: false), samples),
            new("sweep with nothing due, ms", "", $"{idle:0} µs", idle / 1_000, new(1, AtLeast: false), 1_000),
        ];
    }

    private static async Task<(Measured, double Idle)> OneAsync(int open, int samples, CancellationToken cancellation)
    {
        await using var benchmark = await SweepBenchmark.MakeAsync(open, cancellation);
        return (await Measure.RunAsync(benchmark, samples, cancellation), await benchmark.IdleAsync(cancellation));
    }

    private static double Rate(Measured measured) => double.Parse(measured.Ours.TrimEnd('s', '/'), System.Globalization.CultureInfo.InvariantCulture);
}
