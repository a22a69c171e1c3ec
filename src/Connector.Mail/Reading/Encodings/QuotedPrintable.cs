using System.Buffers;

namespace Connector.Mail.Reading.Encodings;

/// <summary>Quoted-printable; an "=" that introduces nothing stays as it is.</summary>
internal static class QuotedPrintable
{
    private static readonly SearchValues<byte> Marks = SearchValues.Create("=\r"u8);

    public static void Decode(ReadOnlySpan<byte> body, IBufferWriter<byte> to, WarningLog log)
    {
        const int Piece = 8 * 1024;
        while (!body.IsEmpty)
        {
            var piece = body.Length <= Piece ? body : body[..Whole(body, Piece)];
            to.Advance(DecodePiece(piece, to.GetSpan(piece.Length), log));
            body = body[piece.Length..];
        }
    }

    /// <summary>A cut that does not fall into an escape or a line end.</summary>
    private static int Whole(ReadOnlySpan<byte> body, int length)
    {
        var feed = body[..length].LastIndexOf((byte)'\n');
        if (feed > 0) return feed + 1;
        var mark = body[(length - 3)..length].IndexOfAny(Marks);
        return mark < 0 ? length : length - 3 + mark;
    }

    private static int DecodePiece(ReadOnlySpan<byte> from, Span<byte> to, WarningLog log)
    {
        var written = 0;
        while (true)
        {
            var plain = from.IndexOfAny(Marks);
            if (plain < 0) plain = from.Length;
            from[..plain].CopyTo(to[written..]);
            written += plain;
            from = from[plain..];
            if (from.IsEmpty) return written;
            from = from[Marked(from, to, ref written, log)..];
        }
    }

    private static int Marked(ReadOnlySpan<byte> from, Span<byte> to, ref int written, WarningLog log)
    {
        if (from[0] == '\r')
        {
            if (from.Length == 1 || from[1] != '\n') to[written++] = (byte)'\r';
            return 1;
        }
        if (from.Length > 2 && Hex(from[1]) is var high and >= 0 && Hex(from[2]) is var low and >= 0)
        {
            to[written++] = (byte)(high << 4 | low);
            return 3;
        }
        var soft = SoftBreak(from);
        if (soft > 0) return soft;
        log.Add(Warning.QuotedPrintableMended);
        to[written++] = (byte)'=';
        return 1;
    }

    /// <summary>"=" with blanks up to the line's end joins the lines; one at the very end joins nothing.</summary>
    private static int SoftBreak(ReadOnlySpan<byte> from)
    {
        var at = 1;
        while (at < from.Length && from[at] is (byte)' ' or (byte)'\t') at++;
        if (at == from.Length) return at;
        if (from[at] == '\n') return at + 1;
        if (from[at] != '\r') return 0;
        return at + 1 < from.Length && from[at + 1] == '\n' ? at + 2 : at + 1;
    }

    public static int Hex(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        _ => -1,
    };
}
