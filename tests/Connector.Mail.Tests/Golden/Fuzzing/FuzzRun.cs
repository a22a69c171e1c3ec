using Connector.Mail.Json;

namespace Connector.Mail.Tests.Golden.Fuzzing;

/// <summary>Reads mutated mails with everything decoded, and keeps the worst of each kind.</summary>
internal sealed class FuzzRun(IReadOnlyList<byte[]> corpus)
{
    public static readonly TimeSpan TimeAllowed = TimeSpan.FromSeconds(2);
    private const long AllocationAllowed = 64L * 1024 * 1024;
    private const int AllocationPerByte = 200;

    /// <summary>What the reader says when it met an exception of its own and went on.</summary>
    private static readonly string[] Caught = ["reader-failed", "html-failed", "reply-text-failed"];

    private readonly Lock gate = new();
    private readonly Mutator mutator = new(corpus);

    public int Count { get; private set; }

    public long Bytes { get; private set; }

    public (TimeSpan Time, int Seed) Slowest { get; private set; }

    public (long Bytes, int Seed) Hungriest { get; private set; }

    public List<(int Seed, string Reason)> Failures { get; } = [];

    public void Read(int seed)
    {
        var mail = mutator.Make(seed);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var started = ThreadTime.Now;
        var failure = Failure(mail);
        var time = ThreadTime.Now - started;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        if (time > TimeAllowed) failure ??= $"took {time.TotalMilliseconds:0} ms";
        if (allocated > AllocationAllowed + (long)mail.Length * AllocationPerByte) failure ??= $"allocated {allocated >> 20} MB for {mail.Length} bytes";
        Keep(seed, mail.Length, time, allocated, failure);
    }

    private static string? Failure(byte[] mail)
    {
        try
        {
            var parsed = ParsedMail.Of(MailReader.Read(mail), OwnMail.Unknown);
            _ = ParsedMailJson.Line(parsed);
            return parsed.Message.Warnings.FirstOrDefault(w => Caught.Any(c => w.StartsWith(c, StringComparison.Ordinal)));
        }
        catch (Exception e)
        {
            return e.ToString();
        }
    }

    private void Keep(int seed, int size, TimeSpan time, long allocated, string? failure)
    {
        lock (gate)
        {
            Count++;
            Bytes += size;
            if (time > Slowest.Time) Slowest = (time, seed);
            if (allocated > Hungriest.Bytes) Hungriest = (allocated, seed);
            if (failure is not null) Failures.Add((seed, failure));
        }
    }
}
