using System.Buffers;
using System.Text;

namespace Connector.Mail.Writing;

/// <summary>Parameters of Content-Type and Content-Disposition: quoted where short ASCII, else RFC 2231 in pieces.</summary>
internal static class Parameter
{
    private const int LongestQuoted = 60;
    private const int PieceRoom = 58;

    private static readonly SearchValues<byte> AttributeText = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$&+-.^_`{}~"u8);

    public static void Add(HeaderField field, string name, string value)
    {
        Separate(field);
        // Many readers decode what looks like an encoded word even inside quotes.
        if (value.Length <= LongestQuoted && Ascii.IsValid(value) && !value.Contains("=?", StringComparison.Ordinal)) field.Add($"{name}={Quoted(value)}");
        else AddExtended(field, name, value);
    }

    /// <summary>The same value for readers without RFC 2231, spelt in ASCII.</summary>
    public static void AddFallback(HeaderField field, string name, string value)
    {
        Separate(field);
        field.Add($"{name}={Quoted(FileName.Fallback(value))}");
    }

    private static void Separate(HeaderField field) => field.Append(";");

    private static void AddExtended(HeaderField field, string name, string value)
    {
        var pieces = Pieces("utf-8''", value);
        for (var i = 0; i < pieces.Count; i++)
            field.Add($"{name}*{(pieces.Count == 1 ? "" : $"{i}*")}={pieces[i]}{(i == pieces.Count - 1 ? "" : ";")}");
    }

    private static List<string> Pieces(string start, string value)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder(start);
        foreach (var rune in value.EnumerateRunes())
        {
            var text = Escaped(rune);
            if (piece.Length + text.Length > PieceRoom)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }
            piece.Append(text);
        }
        pieces.Add(piece.ToString());
        return pieces;
    }

    private static string Escaped(Rune rune)
    {
        Span<byte> bytes = stackalloc byte[4];
        var text = "";
        foreach (var b in bytes[..rune.EncodeToUtf8(bytes)])
            text += AttributeText.Contains(b) ? ((char)b).ToString() : $"%{b:X2}";
        return text;
    }

    private static string Quoted(string value) =>
        '"' + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';
}
