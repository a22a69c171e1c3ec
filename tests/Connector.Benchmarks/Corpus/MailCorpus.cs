using System.Globalization;
using System.Text;

namespace Connector.Benchmarks.Corpus;

/// <summary>Mails of a fixed seed: 1 KB to 200 KB, median about 9 KB, mean about 19 KB, three in ten a reply to an earlier one.</summary>
internal static class MailCorpus
{
    private const double MedianBytes = 9_000, Spread = 1.25;
    private const double Replies = 0.3;

    public static List<byte[]> Make(int count, int seed = 20260101)
    {
        var random = new Random(seed);
        var mails = new List<byte[]>(count);
        var roots = new List<(int Number, string Customer)>();
        for (var n = 0; n < count; n++)
        {
            var isReply = roots.Count > 0 && random.NextDouble() < Replies;
            var (root, customer) = isReply ? roots[random.Next(roots.Count)] : (n, $"customer{n}@example.com");
            if (!isReply) roots.Add((n, customer));
            mails.Add(Encoding.ASCII.GetBytes(MailText.Make(random, n, customer, isReply ? root : null, SizeOf(random))));
        }
        return mails;
    }

    /// <summary>New mails of one size that answer nothing.</summary>
    public static byte[] Small(int number, int bytes = 1_000) =>
        Encoding.ASCII.GetBytes(MailText.Plain(new Random(number), number, $"customer{number.ToString(CultureInfo.InvariantCulture)}@example.com", bytes));

    private static int SizeOf(Random random)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return (int)Math.Clamp(MedianBytes * Math.Exp(Spread * normal), 1_000, 200_000);
    }
}
