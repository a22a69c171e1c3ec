using System.Diagnostics;
using System.Runtime;
using Connector.Benchmarks.Floors;
using Connector.Benchmarks.Harness;
using Connector.Mail;
using Connector.Mail.Html;
using Connector.Mail.Json;
using Connector.Mail.Tests.Golden.Fuzzing;

namespace Connector.Benchmarks.Cases;

/// <summary>Reading alone, on one thread: with all that other readers decode too, and with all that <c>parse</c> tells; GMime and Python beside it. By processor time, which neighbours disturb less.</summary>
internal static class ParseBenchmark
{
    private const double Aim = 2;

    // Code of this size is compiled several times over, beside the work, before it runs at its speed; on a busy machine that takes a while.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan LongestWarming = TimeSpan.FromSeconds(60);

    private sealed record Reader(string Name, Action<byte[]> Read, bool IsNative = false)
    {
        public List<double> Rates { get; } = [];

        public long Allocated { get; set; }
    }

    /// <summary>False when GMime is there and we are not fast enough.</summary>
    public static bool Run(IReadOnlyList<byte[]> mails, int samples)
    {
        Console.WriteLine($"{mails.Count} mails, mean size {mails.Average(m => m.Length) / 1024.0:0.0} KB");
        Reader[] readers =
        [
            new("ours: fields, texts, files decoded", Decode),
            new("ours: and HTML as text, files hashed", DecodeAndRender),
            new("ours: all that `parse` tells", mail => _ = ParsedMail.Of(MailReader.Read(mail), OwnMail.Unknown)),
            .. GMimeReading.TryStart() ? [new Reader("GMime: fields, texts, files decoded", GMimeReading.Decode, IsNative: true)] : Array.Empty<Reader>(),
        ];
        InTurns(readers, mails, samples);
        Console.WriteLine("| Reader, one thread | Mails/s | MB/s | KB allocated a mail |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var reader in readers) Console.WriteLine(Line(reader.Name, Measure.Median(reader.Rates), mails, reader.IsNative ? null : reader.Allocated));
        Console.WriteLine(PythonReading.Rate(mails) is { } rate ? Line("Python's email: fields, texts, files decoded", rate, mails, null) : "Python left out: install python3");
        return Judge(readers);
    }

    private static bool Judge(Reader[] readers)
    {
        if (!readers[^1].IsNative)
        {
            Console.WriteLine("GMime left out: install libgmime-3.0-0");
            return true;
        }
        var ratio = Measure.Median(readers[0].Rates.Zip(readers[^1].Rates, (ours, floor) => ours / floor).ToList());
        Console.WriteLine($"ours / GMime {ratio:0.00}, aim {Aim:0.##}{(ratio >= Aim ? "" : ", **missed**")}");
        return ratio >= Aim;
    }

    private static void InTurns(Reader[] readers, IReadOnlyList<byte[]> mails, int samples)
    {
        var compiled = -1L;
        for (var (started, quiet) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp()); Stopwatch.GetElapsedTime(quiet) < Quiet && Stopwatch.GetElapsedTime(started) < LongestWarming;)
        {
            foreach (var reader in readers) Sample(reader, mails);
            if (JitInfo.GetCompiledMethodCount() == compiled) continue;
            (compiled, quiet) = (JitInfo.GetCompiledMethodCount(), Stopwatch.GetTimestamp());
        }
        foreach (var reader in readers) reader.Rates.Clear();
        for (var n = 0; n < samples; n++)
            foreach (var reader in readers) Sample(reader, mails);
    }

    private static void Sample(Reader reader, IReadOnlyList<byte[]> mails)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var start = ThreadTime.Now;
        foreach (var mail in mails) reader.Read(mail);
        reader.Rates.Add(mails.Count / (ThreadTime.Now - start).TotalSeconds);
        reader.Allocated = GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Line(string name, double rate, IReadOnlyList<byte[]> mails, long? allocated) =>
        $"| {name} | {rate:0} | {rate * mails.Average(m => m.Length) / 1e6:0.0} | {(allocated is { } bytes ? (bytes / mails.Count / 1024.0).ToString("0.0") : "")} |";

    private static void Decode(byte[] raw)
    {
        var mail = MailReader.Read(raw);
        foreach (var part in mail.AllParts())
        {
            if (part.Children.Count > 0) continue;
            if (part.IsText) _ = part.DecodeText();
            else _ = part.Decode();
        }
    }

    private static void DecodeAndRender(byte[] raw)
    {
        var mail = MailReader.Read(raw);
        _ = (mail.Text, mail.Attachments);
        if (mail.RawHtml is { } html) _ = HtmlText.ToText(html);
    }
}
