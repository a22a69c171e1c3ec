using System.Buffers;

namespace Connector.Mail.Reading.Encodings;

/// <summary>Uuencoded lines, with or without their "begin" and "end".</summary>
internal static class UuBody
{
    public static void Decode(ReadOnlySpan<byte> body, IBufferWriter<byte> to)
    {
        var begun = false;
        while (!body.IsEmpty)
        {
            var line = Lines.Next(ref body);
            if (!begun && line.StartsWith("begin "u8)) begun = true;
            else if (line.SequenceEqual("end"u8)) return;
            else if (!line.IsEmpty) DecodeLine(line, to);
        }
    }

    /// <summary>True when the line's first character agrees with its length.</summary>
    public static bool IsDataLine(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty || line[0] is < 0x20 or > 0x60) return false;
        var count = line[0] - 0x20 & 0x3F;
        var needed = (count + 2) / 3 * 4;
        return line.Length - 1 <= needed + 2 && line.Length - 1 >= needed - 3 && line.IndexOfAnyExceptInRange((byte)0x20, (byte)0x60) < 0;
    }

    private static void DecodeLine(ReadOnlySpan<byte> line, IBufferWriter<byte> to)
    {
        var count = line[0] - 0x20 & 0x3F;
        line = line[1..];
        var span = to.GetSpan(64);
        var written = 0;
        for (var i = 0; written < count; i += 4)
        {
            var quad = At(line, i) << 18 | At(line, i + 1) << 12 | At(line, i + 2) << 6 | At(line, i + 3);
            for (var shift = 16; shift >= 0 && written < count; shift -= 8) span[written++] = (byte)(quad >> shift);
        }
        to.Advance(written);
    }

    private static int At(ReadOnlySpan<byte> line, int index) => index < line.Length ? line[index] - 0x20 & 0x3F : 0;
}
