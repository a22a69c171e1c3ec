using System.Buffers;
using System.Text;

namespace Connector.Mail.Reading.Charsets;

/// <summary>Seven-bit Chinese and Korean: pairs between shift marks, which are the eight-bit charset with the top bit taken off.</summary>
internal static class ShiftedPairs
{
    private const byte Escape = 0x1B;
    private const byte ShiftOut = 0x0E;
    private const byte ShiftIn = 0x0F;

    private static readonly Encoding Simplified = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;
    private static readonly Encoding Hangul = CodePagesEncodingProvider.Instance.GetEncoding(949)!;

    public static string Korean(ReadOnlySpan<byte> bytes) => Shifted(bytes, Hangul);

    public static string Chinese(ReadOnlySpan<byte> bytes) => Shifted(bytes, Simplified);

    /// <summary>HZ: <c>~{</c> opens, <c>~}</c> closes, <c>~~</c> is a tilde, a tilde at a line's end joins lines.</summary>
    public static string Hz(ReadOnlySpan<byte> bytes)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(bytes.Length);
        var (written, pairs) = (0, false);
        for (var i = 0; i < bytes.Length; i++)
        {
            var next = i + 1 < bytes.Length ? bytes[i + 1] : (byte)0;
            if (bytes[i] == '~' && next is (byte)'{' or (byte)'}') (pairs, i) = (next == '{', i + 1);
            else if (bytes[i] == '~' && !pairs && next is (byte)'~' or (byte)'\n')
            {
                i++;
                if (next == '~') buffer[written++] = next;
            }
            else buffer[written++] = Set(bytes[i], pairs &= bytes[i] != '\n');
        }
        var text = Simplified.GetString(buffer, 0, written);
        ArrayPool<byte>.Shared.Return(buffer);
        return text;
    }

    private static string Shifted(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(bytes.Length);
        var (written, pairs) = (0, false);
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (b is ShiftOut or ShiftIn) pairs = b == ShiftOut;
            else if (b == Escape && i + 3 < bytes.Length && bytes[i + 1] == '$') i += 3;
            else buffer[written++] = Set(b, pairs);
        }
        var text = encoding.GetString(buffer, 0, written);
        ArrayPool<byte>.Shared.Return(buffer);
        return text;
    }

    private static byte Set(byte b, bool pairs) => pairs && b is > 0x20 and < 0x7F ? (byte)(b | 0x80) : b;
}
