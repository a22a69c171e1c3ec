using System.Buffers;
using System.Text;
using Connector.Mail.Reading.Encodings;

namespace Connector.Mail.Reading.Headers;

/// <summary>One <c>=?charset?B?text?=</c>.</summary>
internal readonly ref struct EncodedWord(ReadOnlySpan<char> charset, bool base64, ReadOnlySpan<char> text)
{
    private const int LongestCharset = 60;
    private const int Longest = 8_000;

    public ReadOnlySpan<char> Charset { get; } = charset;

    private readonly ReadOnlySpan<char> text = text;

    /// <summary>Reads the word that starts here. Not <paramref name="whole"/>: its end is missing, and the value ends with it.</summary>
    public static bool TryRead(ReadOnlySpan<char> from, out EncodedWord word, out int length, out bool whole)
    {
        word = default;
        (length, whole) = (0, true);
        from = from[..Math.Min(from.Length, Longest)];
        var end = from[2..Math.Min(from.Length, LongestCharset + 3)].IndexOf('?');
        if (end < 0) return false;
        var charset = from.Slice(2, end);
        var blanks = from[(end + 3)..].IndexOfAnyExcept(' ');
        if (blanks > 0) end += blanks;
        if (from.Length < end + 5 || from[end + 4] != '?') return false;
        if (charset.ContainsAny(' ', '=', '"')) return false;
        var kind = from[end + 3] | 0x20;
        if (kind is not ('b' or 'q')) return false;
        var body = from[(end + 5)..];
        var close = body.IndexOf("?=");
        whole = close >= 0;
        if (!whole)
        {
            close = body.IndexOfAny(" \t\"<");
            if (close < 0) close = body.Length;
        }
        else if (body[..close].Contains("=?", StringComparison.Ordinal)) return false;
        length = end + 5 + close + (whole ? 2 : 0);
        var language = charset.IndexOf('*');
        word = new EncodedWord(language < 0 ? charset : charset[..language], kind == 'b', whole ? body[..close] : body[..close].TrimEnd('?'));
        return true;
    }

    public void Decode(IBufferWriter<byte> to)
    {
        Span<byte> bytes = text.Length <= 512 ? stackalloc byte[text.Length * 3] : new byte[text.Length * 3];
        var raw = bytes[..Encoding.UTF8.GetBytes(text, bytes)];
        if (base64) LooseBase64.DecodeWord(raw, to);
        else DecodeQ(raw, to);
    }

    private static void DecodeQ(ReadOnlySpan<byte> raw, IBufferWriter<byte> to)
    {
        var span = to.GetSpan(raw.Length + 1);
        var written = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            var b = raw[i];
            if (b == '=' && i + 2 < raw.Length && QuotedPrintable.Hex(raw[i + 1]) is var high and >= 0 && QuotedPrintable.Hex(raw[i + 2]) is var low and >= 0)
            {
                span[written++] = (byte)(high << 4 | low);
                i += 2;
            }
            else span[written++] = b == '_' ? (byte)' ' : b;
        }
        to.Advance(written);
    }
}
