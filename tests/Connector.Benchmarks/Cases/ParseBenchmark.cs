using Connector.Benchmarks.Floors;
using Connector.Benchmarks.Harness;
using Connector.Mail;
using Connector.Mail.Json;
using Connector.Mail.Tests.Golden.Fuzzing;

namespace Connector.Benchmarks.Cases;

/// <summary>Reading alone, on one thread: with all that other readers decode too, and with all that <c>parse</c> tells; GMime and Python beside it. By processor time, which neighbours disturb less.</summary>
internal static class ParseBenchmark
{
    private const double Aim = 2;

    // Code of this size is compiled several times over before it runs at its speed.
    private const int Warming = 8;

    /// <summary>False when GMime is there and we are not fast enough.</summary>
    public static bool Run(IReadOnlyList<byte[]> mails, int samples)
    {
        Console.WriteLine($"{mails.Count} mails, mean size {mails.Average(m => m.Length) / 1024.0:0.0} KB");
        Console.WriteLine("| Reader, one thread | Mails/s | MB/s | KB allocated a mail |");
        Console.WriteLine("|---|---|---|---|");
        var ours = Row("ours: fields, texts, files decoded", mails, samples, Decode);
        Row("ours: all that `parse` tells", mails, samples, mail => _ = ParsedMail.Of(MailReader.Read(mail), OwnMail.Unknown));
        var gmime = GMimeReading.TryStart() ? Row("GMime: fields, texts, files decoded", mails, samples, GMimeReading.Decode, native: true) : (double?)null;
        var python = PythonReading.Rate(mails);
        Console.WriteLine(python is { } rate ? Line("Python's email: fields, texts, files decoded", rate, mails, null) : "Python left out: install python3");
        if (gmime is not { } floor)
        {
            Console.WriteLine("GMime left out: install libgmime-3.0-0");
            return true;
        }
        Console.WriteLine($"ours / GMime {ours / floor:0.00}, aim {Aim:0.##}{(ours / floor >= Aim ? "" : ", **missed**")}");
        return ours / floor >= Aim;
    }

    private static double Row(string name, IReadOnlyList<byte[]> mails, int samples, Action<byte[]> read, bool native = false)
    {
        var rates = new List<double>();
        long allocated = 0;
        for (var n = -Warming; n < samples; n++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = ThreadTime.Now;
            foreach (var mail in mails) read(mail);
            if (n < 0) continue;
            rates.Add(mails.Count / (ThreadTime.Now - start).TotalSeconds);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }
        var rate = Measure.Median(rates);
        Console.WriteLine(Line(name, rate, mails, native ? null : allocated));
        return rate;
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
}
