using System.Buffers;
using System.Text;

namespace Connector.Mail.Writing;

/// <summary>RFC 2047 words in UTF-8: Q where it stays half readable, else B; no character is ever split between two words.</summary>
internal static class EncodedWord
{
    public const int MaxLength = 75;
    private const int Frame = 12;

    /// <summary>What may stand in a Q word inside a display name, the strictest place.</summary>
    private static readonly SearchValues<byte> Safe = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!*+-/"u8);

    public static List<string> Encode(string value, int firstRoom)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        var readable = QLength(bytes) <= bytes.Length * 9 / 4;
        var words = new List<string>();
        for (var start = 0; start < bytes.Length;)
        {
            var room = Math.Min(words.Count == 0 ? firstRoom : MaxLength, MaxLength) - Frame;
            var rest = bytes.AsSpan(start);
            var inB = readable ? 0 : FittingB(rest, room);
            var length = inB > 0 ? inB : FittingQ(rest, room);
            words.Add(inB > 0 ? $"=?utf-8?B?{Convert.ToBase64String(rest[..length])}?=" : $"=?utf-8?Q?{Q(rest[..length])}?=");
            start += length;
        }
        return words;
    }

    /// <summary>
    /// How many bytes, in whole characters, give at most <paramref name="room"/> characters of base64. All of them, or so many that no padding is needed:
    /// readers that join words before decoding stop at it. 0 when there is no such place.
    /// </summary>
    private static int FittingB(ReadOnlySpan<byte> bytes, int room)
    {
        var (taken, unpadded) = (0, 0);
        while (taken < bytes.Length)
        {
            Rune.DecodeFromUtf8(bytes[taken..], out _, out var size);
            taken += size;
            if ((taken + 2) / 3 * 4 > room) return unpadded;
            if (taken % 3 == 0) unpadded = taken;
        }
        return taken;
    }

    /// <summary>The same for Q; one character at least.</summary>
    private static int FittingQ(ReadOnlySpan<byte> bytes, int room)
    {
        var taken = 0;
        for (var length = 0; taken < bytes.Length;)
        {
            Rune.DecodeFromUtf8(bytes[taken..], out _, out var size);
            length += QLength(bytes.Slice(taken, size));
            if (length > room && taken > 0) break;
            taken += size;
        }
        return taken;
    }

    private static int QLength(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        foreach (var b in bytes) length += b == ' ' || Safe.Contains(b) ? 1 : 3;
        return length;
    }

    private static string Q(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length * 3);
        foreach (var b in bytes)
        {
            if (b == ' ') text.Append('_');
            else if (Safe.Contains(b)) text.Append((char)b);
            else text.Append('=').Append(b.ToString("X2"));
        }
        return text.ToString();
    }
}
