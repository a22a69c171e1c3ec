using System.Buffers;
using System.Text;

namespace Connector.Mail.Writing;

/// <summary>Text people typed, as words a header can carry.</summary>
internal static class PlainWords
{
    private const int Longest = 72;

    private static readonly SearchValues<char> Printable =
        SearchValues.Create("!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>
    /// Every run of spaces and control characters (line breaks and NUL among them) becomes one space, as folding cannot keep more for every reader;
    /// ends are trimmed; halves of surrogate pairs become U+FFFD.
    /// </summary>
    public static string Clean(string value)
    {
        var clean = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            if (!IsGap(rune)) clean.Append(rune);
            else if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
        }
        return clean.ToString().TrimEnd(' ');
    }

    public static bool IsPrintableAscii(string value) => value.AsSpan().IndexOfAnyExcept(Printable) < 0;

    /// <summary>Whether a word must be an encoded one: not ASCII, taken for an encoded one, or too long to fold.</summary>
    public static bool NeedsEncoding(string word) =>
        word.Length > Longest || !IsPrintableAscii(word) || word.Contains("=?", StringComparison.Ordinal);

    private static bool IsGap(Rune rune) => rune.Value is ' ' or 0x2028 or 0x2029 || Rune.IsControl(rune);
}
