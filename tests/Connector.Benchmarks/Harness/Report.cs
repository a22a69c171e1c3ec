namespace Connector.Benchmarks.Harness;

/// <summary>The table as it stands in the README.</summary>
internal static class Report
{
    public static void Print(IEnumerable<Measured> lines)
    {
        Console.WriteLine("| Benchmark | Floor | Ours | Ratio | Target | |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var line in lines)
            Console.WriteLine($"| {line.Name} | {line.Floor} | {line.Ours} | {line.Ratio:0.00} | {line.Target} | {(line.IsMet ? "met" : "**missed**")} |");
    }
}
