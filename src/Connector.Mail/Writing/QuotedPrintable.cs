using System.Buffers;

namespace Connector.Mail.Writing;

/// <summary>RFC 2045 section 6.7 for text whose lines end in CRLF.</summary>
internal static class QuotedPrintable
{
    private const int MaxColumn = 75;

    public static void Write(ReadOnlySpan<byte> text, IBufferWriter<byte> output)
    {
        while (!text.IsEmpty)
        {
            var end = text.IndexOf("\r\n"u8);
            WriteLine(end < 0 ? text : text[..end], output);
            if (end < 0) return;
            output.Write("\r\n"u8);
            text = text[(end + 2)..];
        }
    }

    private static void WriteLine(ReadOnlySpan<byte> line, IBufferWriter<byte> output)
    {
        var column = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var literal = IsLiteral(line, i, column);
            if (column + (literal ? 1 : 3) > MaxColumn)
            {
                output.Write("=\r\n"u8);
                column = 0;
                literal = IsLiteral(line, i, column);
            }
            if (literal) output.Write(line.Slice(i, 1));
            else WriteEscape(line[i], output);
            column += literal ? 1 : 3;
        }
    }

    /// <summary>White space at a line's end, a "From " and a dot at its start are what relays are known to change.</summary>
    private static bool IsLiteral(ReadOnlySpan<byte> line, int i, int column) => line[i] switch
    {
        (byte)'=' => false,
        (byte)' ' or (byte)'\t' => i < line.Length - 1,
        (byte)'.' => column > 0,
        (byte)'F' => column > 0 || !line[i..].StartsWith("From "u8),
        var b => b is > 0x20 and < 0x7F,
    };

    private static void WriteEscape(byte value, IBufferWriter<byte> output)
    {
        ReadOnlySpan<byte> hex = "0123456789ABCDEF"u8;
        output.Write([(byte)'=', hex[value >> 4], hex[value & 15]]);
    }
}
