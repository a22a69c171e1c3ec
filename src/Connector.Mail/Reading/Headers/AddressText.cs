using System.Text;

namespace Connector.Mail.Reading.Headers;

/// <summary>Cleans what stands in an address entry: the display name, and the address itself.</summary>
internal static class AddressText
{
    /// <summary>Quotes and escapes gone, words decoded, blanks folded; null when nothing is left.</summary>
    public static string? Name(string raw, WarningLog log)
    {
        var text = EncodedWords.Decode(Unquote(raw), log);
        text = Squeeze(text);
        if (text.Length > 1 && text[0] == '\'' && text[^1] == '\'') text = text[1..^1].Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>The bare address: no brackets, route, comment or stray blank.</summary>
    public static string Address(ReadOnlySpan<char> raw, WarningLog log)
    {
        var text = raw.Trim("<> \t,;\0\r\n");
        if (text.Contains("=?", StringComparison.Ordinal)) text = EncodedWords.Decode(text.ToString(), log).AsSpan().Trim("<> ");
        if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) text = text[7..];
        if (text is ['@', ..] && text.LastIndexOf(':') is var route and > 0) text = text[(route + 1)..];
        if (text.Contains('(')) text = WithoutComments(text);
        if (text is ['\'', _, .., '\'']) text = text[1..^1];
        return text.ContainsAny(" \t\r\n") || text.Contains('\0') ? WithoutBlanks(text) : text.ToString();
    }

    public static ReadOnlySpan<char> WithoutComments(ReadOnlySpan<char> text)
    {
        if (!text.Contains('(')) return text;
        var kept = new StringBuilder(text.Length);
        var depth = 0;
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"' && depth == 0) quoted = !quoted;
            if (c == '(' && !quoted) depth++;
            if (depth == 0) kept.Append(c);
            if (c == ')' && depth > 0) depth--;
        }
        return depth > 0 ? text : kept.ToString();
    }

    private static string WithoutBlanks(ReadOnlySpan<char> text)
    {
        var kept = new StringBuilder(text.Length);
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"') quoted = !quoted;
            if (quoted && c == ' ' || !char.IsWhiteSpace(c) && !char.IsControl(c)) kept.Append(c);
        }
        return kept.ToString();
    }

    private static string Unquote(string raw)
    {
        if (!raw.AsSpan().ContainsAny('"', '\\')) return raw;
        var kept = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '\\' && i + 1 < raw.Length && raw[i + 1] is '"' or '\\' or '(' or ')' or ',') kept.Append(raw[++i]);
            else if (raw[i] != '"') kept.Append(raw[i]);
        }
        return kept.ToString();
    }

    private static string Squeeze(string text)
    {
        text = text.Trim();
        if (!text.Contains("  ", StringComparison.Ordinal) && !text.Contains('\t')) return text;
        return string.Join(' ', text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
    }
}
