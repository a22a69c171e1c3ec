using System.Buffers;
using System.Text;

namespace Connector.Mail.Reading.Charsets;

/// <summary>ISO-2022-JP with everything that senders put in it: vendor characters (NEC, IBM rows), half-width katakana, JIS X 0212, a missing final escape.</summary>
internal static class Iso2022Jp
{
    private const byte Escape = 0x1B;

    private static readonly Encoding Supplementary = CodePagesEncodingProvider.Instance.GetEncoding(20932)!;

    private enum Set
    {
        Ascii,
        Katakana,
        Kanji,
        Supplement,
    }

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        var set = Set.Ascii;
        while (!bytes.IsEmpty)
        {
            var next = bytes.IndexOf(Escape);
            Append(next < 0 ? bytes : bytes[..next], set, text);
            if (next < 0) break;
            bytes = bytes[(next + 1)..];
            bytes = bytes[Designation(bytes, ref set)..];
        }
        return text.ToString();
    }

    private static int Designation(ReadOnlySpan<byte> s, ref Set set)
    {
        if (s.StartsWith("$(D"u8)) return Designate(Set.Supplement, 3, ref set);
        if (s.StartsWith("$("u8)) return Designate(Set.Kanji, Math.Min(3, s.Length), ref set);
        if (s.StartsWith("$@"u8) || s.StartsWith("$B"u8)) return Designate(Set.Kanji, 2, ref set);
        if (s.StartsWith("(I"u8)) return Designate(Set.Katakana, 2, ref set);
        if (s.Length >= 2 && s[0] == '(') return Designate(Set.Ascii, 2, ref set);
        return 0;
    }

    private static int Designate(Set to, int length, ref Set set)
    {
        set = to;
        return length;
    }

    private static void Append(ReadOnlySpan<byte> run, Set set, StringBuilder text)
    {
        if (set == Set.Ascii)
        {
            // 8-bit bytes here are Shift-JIS or half-width katakana sent under this label.
            text.Append(ShiftJis.Decode(run));
            return;
        }
        var buffer = ArrayPool<byte>.Shared.Rent(run.Length * 3 / 2 + 3);
        var length = set switch
        {
            Set.Katakana => Katakana(run, buffer),
            Set.Supplement => Supplement(run, buffer),
            _ => Kanji(run, buffer),
        };
        var pairs = buffer.AsSpan(0, length);
        text.Append(set == Set.Supplement ? Supplementary.GetString(pairs) : ShiftJis.Decode(pairs));
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private static int Katakana(ReadOnlySpan<byte> run, Span<byte> to)
    {
        for (var i = 0; i < run.Length; i++) to[i] = run[i] is >= 0x21 and <= 0x5F ? (byte)(run[i] | 0x80) : run[i];
        return run.Length;
    }

    private static int Supplement(ReadOnlySpan<byte> run, Span<byte> to)
    {
        var written = 0;
        for (var i = 0; i < run.Length; i++)
        {
            if (run[i] < 0x21 || i + 1 == run.Length) to[written++] = run[i];
            else (to[written++], to[written++], to[written++]) = ((byte)0x8F, (byte)(run[i] | 0x80), (byte)(run[++i] | 0x80));
        }
        return written;
    }

    private static int Kanji(ReadOnlySpan<byte> run, Span<byte> to)
    {
        var written = 0;
        for (var i = 0; i < run.Length; i++)
        {
            var (row, cell) = (run[i] & 0x7F, i + 1 < run.Length ? run[i + 1] & 0x7F : 0);
            if (row < 0x21 || cell < 0x21)
            {
                to[written++] = run[i];
                continue;
            }
            i++;
            to[written++] = (byte)((row + 1) / 2 + (row < 0x5F ? 0x70 : 0xB0));
            to[written++] = (byte)(cell + (row % 2 == 0 ? 0x7E : cell < 0x60 ? 0x1F : 0x20));
        }
        return written;
    }
}
