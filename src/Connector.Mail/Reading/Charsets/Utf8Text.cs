using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Connector.Mail.Reading.Charsets;

/// <summary>UTF-8 as it arrives: runs of other bytes in it are read as Windows-1252, a character cut off at the end becomes U+FFFD.</summary>
internal static class Utf8Text
{
    public static string Decode(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Mended(bytes);

    private static string Mended(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var valid = ValidLength(bytes);
            text.Append(Encoding.UTF8.GetString(bytes[..valid]));
            bytes = bytes[valid..];
            if (bytes.IsEmpty) break;
            if (Rune.DecodeFromUtf8(bytes, out _, out var used) == OperationStatus.NeedMoreData && text.Length > 0)
            {
                text.Append('\uFFFD');
                break;
            }
            used = SurrogatePair(bytes, text);
            if (used == 0) text.Append(CharsetNames.Western.Decode(bytes[..(used = 1)]));
            bytes = bytes[used..];
        }
        return text.ToString();
    }

    private static int ValidLength(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            var ascii = bytes[at..].IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0) return bytes.Length;
            at += ascii;
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var used) != OperationStatus.Done) return at;
            at += used;
        }
        return at;
    }

    /// <summary>CESU-8: an emoji written as two surrogates of three bytes each, by systems that think in UTF-16.</summary>
    private static int SurrogatePair(ReadOnlySpan<byte> b, StringBuilder text)
    {
        if (b.Length < 6 || b[0] != 0xED || b[3] != 0xED || (b[1] & 0xF0) != 0xA0 || (b[4] & 0xF0) != 0xB0 || (b[2] & 0xC0) != 0x80 || (b[5] & 0xC0) != 0x80) return 0;
        text.Append((char)(0xD800 | (b[1] & 0x0F) << 6 | b[2] & 0x3F)).Append((char)(0xDC00 | (b[4] & 0x0F) << 6 | b[5] & 0x3F));
        return 6;
    }
}
