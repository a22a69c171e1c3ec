using System.Text;

namespace Connector.Mail.Reading.Bodies;

/// <summary>
/// Text whose lines were broken for the way only (RFC 3676): a blank at a line's end says that the paragraph goes on. Quoted lines and signatures stay
/// as they are, and so do the last lines above a quotation, which are its attribution more often than text.
/// </summary>
internal static class FlowedText
{
    private const int AboveQuote = 3;

    public static string Of(string text, MailPart part)
    {
        if (!Says(part, "format", "flowed") || text.Length == 0) return text;
        var lines = text.Split('\n');
        var joined = new StringBuilder(text.Length);
        var blanksGo = Says(part, "delsp", "yes");
        var quote = NextQuote(lines, 0);
        var signed = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (quote < i) quote = NextQuote(lines, i);
            var line = Unstuffed(lines[i]);
            signed = line is "-- " || IsRule(line) || (signed && !line.IsWhiteSpace());
            var flows = !signed && GoesOn(line) && i + 1 < lines.Length && TakesMore(lines[i + 1]) && !IsAttribution(i, quote, lines);
            joined.Append(flows && blanksGo ? line[..^1] : line);
            if (!flows && i + 1 < lines.Length) joined.Append('\n');
        }
        return joined.ToString();
    }

    private static bool Says(MailPart part, string name, string value) =>
        part.Parameters.TryGetValue(name, out var said) && said.Trim().Equals(value, StringComparison.OrdinalIgnoreCase);

    private static bool IsQuote(string line) => line.StartsWith('>');

    private static ReadOnlySpan<char> Unstuffed(string line) => line.StartsWith(' ') ? line.AsSpan(1) : line;

    private static bool IsRule(ReadOnlySpan<char> line) => line.Trim() is { Length: >= 3 } rule && "-_=*~".Contains(rule[0], StringComparison.Ordinal) && !rule.ContainsAnyExcept(rule[0]);

    private static bool GoesOn(ReadOnlySpan<char> line) => line.EndsWith(' ') && line[0] != '>' && !line.IsWhiteSpace();

    private static bool TakesMore(string next) => !IsQuote(next) && next is not "-- " && !string.IsNullOrWhiteSpace(next);

    private static bool IsAttribution(int i, int quote, string[] lines)
    {
        if (quote >= lines.Length) return false;
        var seen = 0;
        for (var line = quote - 1; line > i && seen <= AboveQuote; line--)
            if (!string.IsNullOrWhiteSpace(lines[line])) seen++;
        return seen < AboveQuote;
    }

    private static int NextQuote(string[] lines, int from)
    {
        while (from < lines.Length && !IsQuote(lines[from])) from++;
        return from;
    }
}
