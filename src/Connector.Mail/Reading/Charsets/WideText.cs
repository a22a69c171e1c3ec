using System.Text;

namespace Connector.Mail.Reading.Charsets;

/// <summary>UTF-16 and UTF-32 with or without a mark; where the zero bytes lie tells the byte order, and whether the label is a lie.</summary>
internal static class WideText
{
    private static readonly Encoding Big32 = new UTF32Encoding(bigEndian: true, byteOrderMark: false);

    public static string Utf16(ReadOnlySpan<byte> bytes) => Decode16(bytes, big: Zeros(bytes, 0, 2) > Zeros(bytes, 1, 2));

    public static string Utf16Little(ReadOnlySpan<byte> bytes) => Decode16(bytes, big: false);

    public static string Utf16Big(ReadOnlySpan<byte> bytes) => Decode16(bytes, big: true);

    public static string Utf32(ReadOnlySpan<byte> bytes)
    {
        // Filter evasion: a UTF-32 label over plain bytes. Real UTF-32 has a zero in every group.
        if (bytes.Length < 4 || Zeros(bytes, 0, 1) < bytes.Length / 4) return Utf8Text.Decode(bytes);
        var big = Zeros(bytes, 0, 4) > Zeros(bytes, 3, 4);
        return (big ? Big32 : Encoding.UTF32).GetString(bytes[..(bytes.Length & ~3)]).TrimStart('\uFEFF');
    }

    private static string Decode16(ReadOnlySpan<byte> bytes, bool big)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) big = true;
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) big = false;
        else if (System.Text.Unicode.Utf8.IsValid(bytes) && !bytes.Contains((byte)0)) return Utf8Text.Decode(bytes);
        return (big ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(bytes[..(bytes.Length & ~1)]).TrimStart('\uFEFF');
    }

    /// <summary>True when bytes labelled otherwise are UTF-16: nearly every second one is zero.</summary>
    public static bool LooksUtf16(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[..Math.Min(bytes.Length, 400)];
        return bytes.Length >= 8 && Math.Max(Zeros(bytes, 0, 2), Zeros(bytes, 1, 2)) > bytes.Length * 2 / 5;
    }

    private static int Zeros(ReadOnlySpan<byte> bytes, int first, int step)
    {
        var count = 0;
        for (var i = first; i < bytes.Length && i < 4_000; i += step)
            if (bytes[i] == 0) count++;
        return count;
    }
}
