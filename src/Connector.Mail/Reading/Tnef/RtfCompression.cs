using System.Text;

namespace Connector.Mail.Reading.Tnef;

/// <summary>Outlook's compressed RTF: a 4,096 byte ring primed with common RTF, then literals and references into it.</summary>
internal static class RtfCompression
{
    private const int Ring = 4096;
    private const uint Compressed = 0x75465A4C;
    private const uint Stored = 0x414C454D;

    private static readonly byte[] Primer = Encoding.ASCII.GetBytes(
        "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
        + "\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx");

    public static byte[] Unpack(ReadOnlySpan<byte> packed, int most, WarningLog log)
    {
        if (packed.Length < 16) return [];
        var size = BitConverter.ToUInt32(packed[4..]);
        var kind = BitConverter.ToUInt32(packed[8..]);
        if (kind == Stored) return packed[16..].ToArray();
        if (kind == Compressed && size <= (uint)Math.Max(most, 0)) return Inflate(packed[16..], (int)size, log);
        log.Add(Warning.TnefBroken, "compressed text");
        return [];
    }

    private static byte[] Inflate(ReadOnlySpan<byte> from, int size, WarningLog log)
    {
        Span<byte> ring = stackalloc byte[Ring];
        ring.Clear();
        Primer.CopyTo(ring);
        // A size that the packed bytes cannot reach is a lie: one reference of two bytes makes seventeen at most.
        var to = new byte[Math.Min(size, from.Length * 17L)];
        var (head, written, at, flags, bit) = (Primer.Length, 0, 0, 0, 8);
        while (at < from.Length && written < to.Length)
        {
            if (bit == 8) (flags, bit) = (from[at++], 0);
            if (at >= from.Length) break;
            if ((flags >> bit++ & 1) == 0)
            {
                to[written++] = ring[head] = from[at++];
                head = (head + 1) % Ring;
                continue;
            }
            if (at + 1 >= from.Length) break;
            var reference = from[at] << 8 | from[at + 1];
            at += 2;
            var (offset, length) = (reference >> 4, (reference & 15) + 2);
            if (offset == head) return to[..written];
            for (var i = 0; i < length && written < to.Length; i++)
            {
                to[written++] = ring[head] = ring[(offset + i) % Ring];
                head = (head + 1) % Ring;
            }
        }
        if (written < size) log.Add(Warning.TnefBroken, "compressed text cut off");
        return to[..written];
    }
}
