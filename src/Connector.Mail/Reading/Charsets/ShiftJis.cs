using System.Buffers;
using System.Text;

namespace Connector.Mail.Reading.Charsets;

/// <summary>Windows' Shift-JIS with the IBM characters where NEC put them too (lead bytes ED and EE), which the framework's table lacks.</summary>
internal static class ShiftJis
{
    private const int RowLength = 188;
    private const int KanjiCount = 360;

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))!;

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOfAny((byte)0xED, (byte)0xEE) < 0) return Windows.GetString(bytes);
        var moved = ArrayPool<byte>.Shared.Rent(bytes.Length);
        bytes.CopyTo(moved);
        for (var i = 0; i + 1 < bytes.Length; i++)
        {
            if (moved[i] is not (>= 0x81 and <= 0x9F or >= 0xE0 and <= 0xFC)) continue;
            if (moved[i] is 0xED or 0xEE && moved[i + 1] is >= 0x40 and <= 0xFC and not 0x7F) Move(moved.AsSpan(i, 2));
            i++;
        }
        var text = Windows.GetString(moved, 0, bytes.Length);
        ArrayPool<byte>.Shared.Return(moved);
        return text;
    }

    /// <summary>The kanji stand in the same order in both places; small Roman numbers and four signs follow them.</summary>
    private static void Move(Span<byte> pair)
    {
        var index = Index(pair[0], pair[1]) - Index(0xED, 0x40);
        var target = index < KanjiCount ? Index(0xFA, 0x5C) + index : index switch
        {
            >= 362 and <= 371 => Index(0xFA, 0x40) + index - 362,
            372 => Index(0x81, 0xCA),
            >= 373 and <= 375 => Index(0xFA, 0x55) + index - 373,
            _ => -1,
        };
        if (target < 0) return;
        var trail = 0x40 + target % RowLength;
        (pair[0], pair[1]) = ((byte)(target / RowLength), (byte)(trail >= 0x7F ? trail + 1 : trail));
    }

    private static int Index(int lead, int trail) => lead * RowLength + trail - 0x40 - (trail > 0x7F ? 1 : 0);
}
