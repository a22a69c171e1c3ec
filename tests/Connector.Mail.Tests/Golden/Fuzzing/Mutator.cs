using System.Text;

namespace Connector.Mail.Tests.Golden.Fuzzing;

/// <summary>Breaks golden mails the way wires, disks and programs do. The same seed and corpus give the same mail.</summary>
internal sealed class Mutator(IReadOnlyList<byte[]> corpus)
{
    private static readonly string[] Charsets = ["utf-8", "utf-16", "utf-7", "iso-2022-jp", "gb18030", "koi8-r", "x-none", "", "us-ascii", "big5", "windows-1252"];

    private static readonly string[] Fragments =
        ["=?", "?=", "=?utf-8?B?", "\r\n", "\n\n", "\r", "\0", "--", "--b1", "\"", "<", ">", "(", ";", ":", ",", "@", "=", "<div>", "</", "<!--", "&#", "begin 644 x\n", "=ybegin ", "> ", "On ", "wrote:", "Content-Type: ", "boundary="];

    public byte[] Make(int seed)
    {
        var random = new Random(seed);
        var mail = Pick(random);
        for (var changes = random.Next(1, 4); changes > 0; changes--) mail = Change(mail, random);
        return mail;
    }

    private byte[] Change(byte[] mail, Random random) => random.Next(10) switch
    {
        0 => mail[..random.Next(mail.Length + 1)],
        1 => [.. mail.Where(b => b != '\r' || random.Next(4) == 0)],
        2 => DoubleHeader(mail, random),
        3 => FlipCharset(mail, random),
        4 => Overwrite(mail, random),
        5 => [.. mail, .. Pick(random)],
        6 => Cross(mail, Pick(random), random),
        7 => Insert(mail, Encoding.ASCII.GetBytes(Fragments[random.Next(Fragments.Length)]), random, random.Next(1, 30)),
        8 => Repeat(mail, random),
        _ => Remove(mail, random),
    };

    private byte[] Pick(Random random) => corpus[random.Next(corpus.Count)];

    /// <summary>A header line again, somewhere else in the header.</summary>
    private static byte[] DoubleHeader(byte[] mail, Random random)
    {
        var (start, length) = Line(mail, random);
        return [.. mail.AsSpan(0, start), .. mail.AsSpan(start, length), .. mail.AsSpan(start)];
    }

    private static byte[] FlipCharset(byte[] mail, Random random)
    {
        var at = mail.AsSpan().IndexOf("charset="u8);
        if (at < 0) return Insert(mail, "Content-Type: text/plain; charset=utf-16\r\n"u8.ToArray(), random, 1, at: 0);
        var end = at + 8 + Math.Max(0, mail.AsSpan(at + 8).IndexOfAny("\r\n; "u8));
        return [.. mail.AsSpan(0, at + 8), .. Encoding.ASCII.GetBytes(Charsets[random.Next(Charsets.Length)]), .. mail.AsSpan(end)];
    }

    private static byte[] Overwrite(byte[] mail, Random random)
    {
        var changed = mail.ToArray();
        for (var bytes = random.Next(1, 20); bytes > 0 && changed.Length > 0; bytes--) changed[random.Next(changed.Length)] = (byte)random.Next(256);
        return changed;
    }

    /// <summary>The head of one and the tail of another.</summary>
    private static byte[] Cross(byte[] mail, byte[] other, Random random) =>
        [.. mail.AsSpan(0, random.Next(mail.Length + 1)), .. other.AsSpan(random.Next(other.Length + 1))];

    private static byte[] Insert(byte[] mail, byte[] what, Random random, int times, int at = -1)
    {
        var place = at >= 0 ? at : random.Next(mail.Length + 1);
        return [.. mail.AsSpan(0, place), .. Enumerable.Repeat(what, times).SelectMany(w => w), .. mail.AsSpan(place)];
    }

    private static byte[] Repeat(byte[] mail, Random random)
    {
        var (start, length) = Line(mail, random);
        return [.. mail.AsSpan(0, start), .. Enumerable.Repeat(mail.AsSpan(start, length).ToArray(), random.Next(2, 50)).SelectMany(l => l), .. mail.AsSpan(start + length)];
    }

    private static byte[] Remove(byte[] mail, Random random)
    {
        var start = random.Next(mail.Length + 1);
        return [.. mail.AsSpan(0, start), .. mail.AsSpan(Math.Min(mail.Length, start + random.Next(1, 200)))];
    }

    private static (int Start, int Length) Line(byte[] mail, Random random)
    {
        var from = random.Next(mail.Length + 1);
        var start = from + mail.AsSpan(from).IndexOf((byte)'\n') + 1;
        if (start <= from) return (0, 0);
        var length = mail.AsSpan(start).IndexOf((byte)'\n') + 1;
        return (start, length);
    }
}
