using Connector.Benchmarks.Corpus;
using Connector.Mail;

namespace Connector.Benchmarks.Cases;

/// <summary>Reading alone: one thread, everything decoded.</summary>
internal static class ParseBenchmark
{
    public static void Run(IReadOnlyList<byte[]> mails, int samples)
    {
        var (rates, bytes) = (new List<double>(), mails.Sum(m => (long)m.Length));
        long allocated = 0;
        for (var n = -1; n < samples; n++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = TimeProvider.System.GetTimestamp();
            foreach (var mail in mails) Decode(mail);
            if (n < 0) continue;
            rates.Add(mails.Count / TimeProvider.System.GetElapsedTime(start).TotalSeconds);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }
        var rate = Harness.Measure.Median(rates);
        Console.WriteLine($"parse: {rate:0} mails/s, {rate * bytes / mails.Count / 1e6:0.0} MB/s, {allocated / mails.Count / 1024.0:0.0} KB allocated a mail (mean size {bytes / mails.Count / 1024.0:0.0} KB)");
    }

    private static void Decode(byte[] raw)
    {
        var mail = MailReader.Read(raw);
        _ = (mail.Text, mail.Html, mail.ReplyText, mail.CanonicalHash);
        foreach (var file in mail.Attachments) _ = file.Size;
    }
}
