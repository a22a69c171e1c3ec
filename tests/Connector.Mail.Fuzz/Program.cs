using System.Diagnostics;

using Connector.Mail.Fuzz;
using Connector.Mail.Tests.Golden.Fuzzing;

if (args is ["bounds", ..]) return Bounds.Run(args[1..]);
if (args.Length is 0 or > 2 || !int.TryParse(args[0], out var count) || count < 1 || !int.TryParse(args.ElementAtOrDefault(1) ?? "0", out var first) || first < 0 || first > int.MaxValue - count)
{
    Console.Error.WriteLine("usage: dotnet run --project tests/Connector.Mail.Fuzz -c Release -- COUNT [FIRST-SEED] | bounds [KIND…]");
    return 2;
}

var corpus = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "mails"), "*.eml", SearchOption.AllDirectories)
    .Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
var run = new FuzzRun(corpus);
var started = Stopwatch.GetTimestamp();
const int Step = 50_000;
for (var from = first; from < first + count; from += Step)
{
    Parallel.For(from, Math.Min(from + Step, first + count), run.Read);
    if (!Console.IsErrorRedirected) Console.Error.Write($"\r{run.Count:N0} of {count:N0}");
}

var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
if (!Console.IsErrorRedirected) Console.Error.WriteLine();
Console.WriteLine($"mails        {run.Count:N0} from {corpus.Count} golden ones, {run.Bytes / 1048576.0:N0} MB, {run.Count / seconds:N0} a second");
Console.WriteLine($"slowest      {run.Slowest.Time.TotalMilliseconds:N1} ms (seed {run.Slowest.Seed})");
Console.WriteLine($"hungriest    {run.Hungriest.Bytes / 1048576.0:N1} MB allocated (seed {run.Hungriest.Seed})");
Console.WriteLine($"peak memory  {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:N0} MB, whole process");
foreach (var (seed, reason) in run.Failures.OrderBy(f => f.Seed).Take(10)) Console.WriteLine($"failed       seed {seed}: {reason}");
Console.WriteLine($"failures     {run.Failures.Count:N0}{(run.Failures.Count > 0 ? $", first seed {run.Failures.Min(f => f.Seed)}" : "")}");
return run.Failures.Count == 0 ? 0 : 1;
