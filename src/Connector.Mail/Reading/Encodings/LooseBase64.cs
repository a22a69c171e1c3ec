using System.Buffers;

namespace Connector.Mail.Reading.Encodings;

/// <summary>Base64 with errors: foreign characters passed over, padding absent or in the middle, a text footer after the end, or no base64 at all.</summary>
internal static class LooseBase64
{
    private static readonly SearchValues<byte> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_=\r\n"u8);

    /// <param name="start">Bytes already taken from the body, without line ends.</param>
    /// <param name="rest">What follows them.</param>
    public static void Decode(ReadOnlySpan<byte> start, ReadOnlySpan<byte> rest, IBufferWriter<byte> to, WarningLog log)
    {
        log.Add(Warning.Base64Mended);
        var quantum = new Quantum(to);
        if (quantum.Take(start)) quantum.Take(rest);
        quantum.End();
    }

    /// <summary>Bytes of one header word; errors mended silently.</summary>
    public static void DecodeWord(ReadOnlySpan<byte> word, IBufferWriter<byte> to)
    {
        var quantum = new Quantum(to);
        quantum.Take(word);
        quantum.End();
    }

    /// <summary>True when this is no base64 at all: its first line is none, and blanks or 8-bit bytes stand between every few characters.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> body)
    {
        var looked = body.Trim(" \t\r\n"u8);
        var rest = looked[..Math.Min(looked.Length, 1_200)];
        var first = Lines.Next(ref rest).TrimEnd(" \t"u8);
        if (first.IndexOfAnyExcept(Alphabet) < 0 && (first.Length % 4 == 0 || first.Length > 200)) return false;
        var (foreign, counted, between) = (0, 0, true);
        foreach (var b in looked)
        {
            if (b == '\r') continue;
            var counts = b is (byte)' ' or >= 0x80;
            if (counts && between) foreign++;
            between = !counts;
            if (++counted == 600) break;
        }
        return foreign * 20 > counted;
    }

    private struct Quantum(IBufferWriter<byte> to)
    {
        private uint held;
        private int bits;

        /// <summary>False when the base64 is over and something else follows.</summary>
        public bool Take(ReadOnlySpan<byte> bytes)
        {
            while (!bytes.IsEmpty)
            {
                var piece = bytes[..Math.Min(bytes.Length, 4096)];
                var padding = piece.IndexOf((byte)'=');
                if (padding >= 0) piece = piece[..padding];
                Write(piece);
                bytes = bytes[piece.Length..];
                if (padding < 0) continue;
                End();
                bytes = bytes.TrimStart("= \t\r\n"u8);
                if (!IsBase64(bytes)) return false;
            }
            return true;
        }

        /// <summary>Bits that make no whole byte are dropped.</summary>
        public void End() => (held, bits) = (0, 0);

        private void Write(ReadOnlySpan<byte> piece)
        {
            var span = to.GetSpan(piece.Length + 1);
            var written = 0;
            foreach (var b in piece)
            {
                var value = Value(b);
                if (value < 0) continue;
                held = held << 6 | (uint)value;
                bits += 6;
                if (bits < 8) continue;
                bits -= 8;
                span[written++] = (byte)(held >> bits);
                held &= (1u << bits) - 1;
            }
            to.Advance(written);
        }

        private static bool IsBase64(ReadOnlySpan<byte> rest)
        {
            var feed = rest.IndexOf((byte)'\n');
            var line = feed < 0 ? rest : rest[..feed];
            return line.IndexOfAnyExcept(Alphabet) < 0 && line.IndexOfAnyExcept((byte)'_', (byte)'-', (byte)'=') is >= 0 && line.TrimEnd((byte)'\r').Length % 4 == 0;
        }

        private static int Value(byte b) => b switch
        {
            >= (byte)'A' and <= (byte)'Z' => b - 'A',
            >= (byte)'a' and <= (byte)'z' => b - 'a' + 26,
            >= (byte)'0' and <= (byte)'9' => b - '0' + 52,
            (byte)'+' or (byte)'-' => 62,
            (byte)'/' or (byte)'_' => 63,
            _ => -1,
        };
    }
}
