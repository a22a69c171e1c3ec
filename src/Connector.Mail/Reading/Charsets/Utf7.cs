using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Connector.Mail.Reading.Charsets;

/// <summary>UTF-7 (RFC 2152), which the framework no longer reads.</summary>
internal static class Utf7
{
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var plus = bytes.IndexOf((byte)'+');
            if (plus < 0) plus = bytes.Length;
            text.Append(Utf8Text.Decode(bytes[..plus]));
            if (plus == bytes.Length) break;
            bytes = bytes[(plus + 1)..];
            var run = Run(bytes, text);
            if (run == 0) text.Append('+');
            bytes = bytes[run..];
            if (!bytes.IsEmpty && bytes[0] == '-') bytes = bytes[1..];
        }
        return text.ToString();
    }

    private static int Run(ReadOnlySpan<byte> bytes, StringBuilder text)
    {
        var units = new ArrayBufferWriter<byte>();
        var (bits, held, at) = (0, 0u, 0);
        for (; at < bytes.Length && Value(bytes[at]) is var value and >= 0; at++)
        {
            held = held << 6 | (uint)value;
            bits += 6;
            if (bits < 16) continue;
            bits -= 16;
            BinaryPrimitives.WriteUInt16BigEndian(units.GetSpan(2), (ushort)(held >> bits));
            units.Advance(2);
            held &= (1u << bits) - 1;
        }
        text.Append(Encoding.BigEndianUnicode.GetString(units.WrittenSpan));
        return at;
    }

    private static int Value(byte b) => b switch
    {
        >= (byte)'A' and <= (byte)'Z' => b - 'A',
        >= (byte)'a' and <= (byte)'z' => b - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => b - '0' + 52,
        (byte)'+' => 62,
        (byte)'/' => 63,
        _ => -1,
    };
}
