namespace Connector.Benchmarks.Harness;

/// <summary>Both sides of one comparison, made anew for each sample; each answers how much it did a second.</summary>
internal interface IPair
{
    string Name { get; }

    /// <summary>What our side must reach of the floor (<c>≥ 0.5</c>) or may cost of it (<c>≤ 2</c>).</summary>
    Target Target { get; }

    Task<double> FloorAsync(CancellationToken cancellation);

    Task<double> OursAsync(CancellationToken cancellation);
}

internal sealed record Target(double Value, bool AtLeast)
{
    public static Target OfFloor(double share) => new(share, AtLeast: true);

    public bool IsMet(double ratio) => AtLeast ? ratio >= Value : ratio <= Value;

    public override string ToString() => $"{(AtLeast ? "at least" : "at most")} {Value:0.##}";
}

/// <summary>One line of the table.</summary>
internal sealed record Measured(string Name, string Floor, string Ours, double Ratio, Target Target, int Samples)
{
    public bool IsMet => Target.IsMet(Ratio);
}

internal static class Measure
{
    /// <summary>Ours and floor in turns, the first pairs thrown away while the code is still being compiled; the median of the ratios of the pairs.</summary>
    public static async Task<Measured> RunAsync(IPair pair, int samples, CancellationToken cancellation)
    {
        var (floors, ours) = (new List<double>(), new List<double>());
        for (var n = -Math.Min(3, samples - 1); n < samples; n++)
        {
            var own = await pair.OursAsync(cancellation);
            var floor = await pair.FloorAsync(cancellation);
            if (n < 0) continue;
            floors.Add(floor);
            ours.Add(own);
            await Console.Error.WriteLineAsync($"  {pair.Name}: {floor:0} and {own:0} a second, {own / floor:0.00}");
        }
        var ratio = Median(floors.Zip(ours, (f, o) => pair.Target.AtLeast ? o / f : f / o));
        return new(pair.Name, $"{Median(floors):0}/s", $"{Median(ours):0}/s", ratio, pair.Target, samples);
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>How often a second <paramref name="act"/> does one of <paramref name="count"/>; what filling the store left in memory is cleared before.</summary>
    public static async Task<double> RateAsync(int count, Func<Task> act)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var start = TimeProvider.System.GetTimestamp();
        await act();
        return count / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }
}
