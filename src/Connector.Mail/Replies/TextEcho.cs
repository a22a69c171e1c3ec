using System.Text;

namespace Connector.Mail.Replies;

/// <summary>Compares two renderings of one mail by their letters and digits, and carries what the HTML shows over to the plain text.</summary>
internal static class TextEcho
{
    private const int MaxCompared = 200_000;

    private const int MaxLines = 1000;

    private const int Telling = 12;

    /// <summary>Whether the text is this rendering, white space aside.</summary>
    public static bool IsSame(string text, IEnumerable<string> lines)
    {
        var rest = text.AsSpan();
        var compared = 0;
        foreach (var line in lines)
        {
            foreach (var c in line)
            {
                if (char.IsWhiteSpace(c)) continue;
                rest = rest.TrimStart();
                if (rest.IsEmpty || (rest[0] != c && char.ToLowerInvariant(rest[0]) != char.ToLowerInvariant(c))) return false;
                rest = rest[1..];
            }
            if ((compared += line.Length) > MaxCompared) return true;
        }
        return rest.IsWhiteSpace();
    }

    /// <summary>The plain text split where either way of looking finds the first mark.</summary>
    public static ReplyParts Agree(ReplyParts plain, ReplyParts html, string text)
    {
        if (!html.Rules.Any(rule => rule.StartsWith("html-", StringComparison.Ordinal))) return plain;
        var plainLetters = Letters([plain.ReplyText]);
        var htmlLetters = Letters([html.ReplyText]);
        if (plainLetters == htmlLetters || htmlLetters.Length == 0) return plain;
        if (plainLetters.StartsWith(htmlLetters, StringComparison.Ordinal)) return SplitAt(plain, html, htmlLetters.Length);
        return plain.QuotedText.Length == 0 ? SplitByLine(text, html, htmlLetters) : plain;
    }

    private static ReplyParts SplitAt(ReplyParts plain, ReplyParts html, int letters)
    {
        var lines = plain.ReplyText.Split('\n');
        var kept = 0;
        for (var seen = 0; kept < lines.Length && seen < letters; kept++) seen += Letters([lines[kept]]).Length;
        var quoted = string.Join('\n', lines.Skip(kept).Append(plain.QuotedText)).Trim('\n');
        return new ReplyParts(string.Join('\n', lines.Take(kept)).Trim('\n'), quoted, [.. html.Rules.Union(plain.Rules)]);
    }

    private static ReplyParts SplitByLine(string text, ReplyParts html, string htmlLetters)
    {
        var quotedLetters = Letters([html.QuotedText]);
        List<string> reply = [], quoted = [];
        var inQuote = false;
        foreach (var (index, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            var letters = index < MaxLines ? Letters([line]) : "";
            if (letters.Length >= Telling) inQuote = !htmlLetters.Contains(letters, StringComparison.Ordinal) && quotedLetters.Contains(letters, StringComparison.Ordinal);
            (inQuote ? quoted : reply).Add(line);
        }
        if (quoted.Count == 0) return new ReplyParts(text, "", []);
        return reply.All(string.IsNullOrWhiteSpace)
            ? new ReplyParts(text, "", [ReplyLines.KeptWhole])
            : new ReplyParts(string.Join('\n', reply).Trim('\n'), string.Join('\n', quoted).Trim('\n'), html.Rules);
    }

    private static string Letters(IEnumerable<string> lines)
    {
        var picked = new StringBuilder();
        foreach (var line in lines)
        {
            foreach (var c in line)
                if (char.IsLetterOrDigit(c)) picked.Append(char.ToLowerInvariant(c));
            if (picked.Length > MaxCompared) break;
        }
        return picked.ToString();
    }
}
