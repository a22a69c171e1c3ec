using System.Buffers;

namespace Connector.Mail.Reading.Headers;

/// <summary>Cuts an address list into its entries in one pass, whatever is left open in it.</summary>
internal ref struct AddressSplitter(ReadOnlySpan<char> value)
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\"(<,;:=");

    private readonly ReadOnlySpan<char> value = value;
    private readonly int lastGroupEnd = value.LastIndexOf(';');
    private int position;
    private int start;
    private int angle = -1;
    private int angleLength;
    private int comment = -1;
    private int commentLength;
    private bool afterComma;
    private bool quotesOver;
    private bool commentsOver;

    public AddressPiece Current { get; private set; }

    public readonly AddressSplitter GetEnumerator() => this;

    public bool MoveNext()
    {
        if (start > value.Length) return false;
        while (position < value.Length)
        {
            var step = value[position..].IndexOfAny(Marks);
            if (step < 0) break;
            position += step;
            if (Mark(value[position])) return true;
        }
        position = value.Length;
        Cut(comma: false);
        return true;
    }

    /// <summary>Passes one special character; true when an entry ends with it.</summary>
    private bool Mark(char mark)
    {
        switch (mark)
        {
            case ',' or ';':
                Cut(mark == ',');
                return true;
            case '"' when !quotesOver:
                position += QuotedLength(value[position..]);
                return false;
            case '(' when !commentsOver:
                Remark();
                return false;
            case '<' when angle >= 0:
                // A comma was forgotten: the entry ended with the brackets before.
                position = angle + angleLength;
                Cut(comma: false, skip: 0);
                return true;
            case '<':
                Bracket();
                return false;
            case ':' when angle < 0 && position < lastGroupEnd && !value[start..position].Contains('@'):
                start = ++position;
                return false;
            case '=' when EncodedWord.TryRead(AtWord(), out _, out var length, out var whole) && whole:
                position += length;
                return false;
            default:
                position++;
                return false;
        }
    }

    private readonly ReadOnlySpan<char> AtWord() => position + 1 < value.Length && value[position + 1] == '?' ? value[position..] : "=?";

    private void Cut(bool comma, int skip = 1)
    {
        Current = new AddressPiece(start, position - start, angle, angleLength, comment, commentLength, afterComma);
        afterComma = comma;
        start = position += skip;
        (angle, comment) = (-1, -1);
    }

    private void Bracket()
    {
        var rest = value[position..];
        var local = LocalPartLength(rest);
        var close = rest[local..].IndexOf('>') is var end and >= 0 ? local + end : -1;
        if (close < 0) close = rest.IndexOfAny(',', ';') is var comma and >= 0 ? comma - 1 : rest.Length - 1;
        (angle, angleLength) = (position, close + 1);
        position += angleLength;
    }

    /// <summary>Length of an opening bracket and the quoted local part after it, in which brackets mean nothing; 0 when there is none.</summary>
    private static int LocalPartLength(ReadOnlySpan<char> from)
    {
        if (from is not ['<', '"', ..]) return 0;
        var close = from[2..].IndexOf('"');
        return close >= 0 && from[(close + 3)..] is ['@', ..] ? close + 3 : 0;
    }

    private void Remark()
    {
        var (depth, at) = (0, position);
        for (; at < value.Length; at++)
        {
            if (value[at] == '\\') at++;
            else if (value[at] == '(') depth++;
            else if (value[at] == ')' && --depth == 0) break;
        }
        commentsOver = at >= value.Length;
        if (!commentsOver) (comment, commentLength) = (position, at + 1 - position);
        position = commentsOver ? position + 1 : at + 1;
    }

    /// <summary>Length of a quoted string; 1 when the quote is a stray one.</summary>
    private int QuotedLength(ReadOnlySpan<char> from)
    {
        for (var i = 1; i < from.Length; i++)
        {
            if (from[i] == '\\') i++;
            else if (from[i] == '"') return IsStray(from[1..i], from[(i + 1)..]) ? 1 : i + 1;
        }
        quotesOver = true;
        return 1;
    }

    /// <summary>A "quoted" text that ends in an address and a comma, and goes on with a word, began with a quote that was never closed.</summary>
    private static bool IsStray(ReadOnlySpan<char> inside, ReadOnlySpan<char> after) =>
        inside.TrimEnd() is [.., ','] && inside.Contains('@') && inside.Contains('<') && after.TrimStart() is [not ('<' or ',' or ';' or '@' or '('), ..];
}
