using System.Buffers;

namespace Connector.Mail.Reading.Encodings;

/// <summary>yEnc: every byte plus 42, escapes by "=", between =ybegin and =yend.</summary>
internal static class YEncBody
{
    public static void Decode(ReadOnlySpan<byte> body, IBufferWriter<byte> to)
    {
        var begin = body.IndexOf("=ybegin "u8);
        if (begin >= 0) body = body[begin..];
        while (!body.IsEmpty)
        {
            var line = Lines.Next(ref body);
            if (line.StartsWith("=yend"u8)) return;
            if (!line.StartsWith("=ybegin "u8) && !line.StartsWith("=ypart "u8)) DecodeLine(line, to);
        }
    }

    private static void DecodeLine(ReadOnlySpan<byte> line, IBufferWriter<byte> to)
    {
        var span = to.GetSpan(line.Length + 1);
        var written = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '=' && i + 1 < line.Length) span[written++] = (byte)(line[++i] - 64 - 42);
            else span[written++] = (byte)(line[i] - 42);
        }
        to.Advance(written);
    }
}
