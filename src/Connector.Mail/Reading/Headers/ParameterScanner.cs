namespace Connector.Mail.Reading.Headers;

/// <summary>Takes one <c>name=value</c> after another off a field.</summary>
internal static class ParameterScanner
{
    public static bool Next(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> name, out string value, out bool quoted)
    {
        name = default;
        (value, quoted) = ("", false);
        while (true)
        {
            rest = SkipComment(rest.TrimStart("; \t,"));
            var equals = rest.IndexOf('=');
            if (equals < 0) return false;
            var before = rest[..equals];
            // "charset utf-8; name=x": what has no equals sign before the next separator is no parameter.
            if (before.LastIndexOfAny(";,") is var separator and >= 0)
            {
                rest = rest[(separator + 1)..];
                continue;
            }
            before = before.TrimEnd();
            name = before[(before.LastIndexOfAny(" \t") + 1)..];
            rest = rest[(equals + 1)..].TrimStart(" \t");
            quoted = rest is ['"', ..];
            value = quoted ? Quoted(ref rest) : Token(ref rest);
            if (!name.IsEmpty) return true;
        }
    }

    private static ReadOnlySpan<char> SkipComment(ReadOnlySpan<char> rest)
    {
        if (rest is not ['(', ..]) return rest;
        var end = rest.IndexOf(')');
        return end < 0 ? rest : rest[(end + 1)..].TrimStart("; \t");
    }

    /// <summary>To the quote that ends it: one followed by a separator or the end, so that quotes inside a file name survive.</summary>
    private static string Quoted(ref ReadOnlySpan<char> rest)
    {
        var end = -1;
        for (var i = 1; i < rest.Length; i++)
        {
            if (rest[i] == '\\' && i + 1 < rest.Length && rest[i + 1] is '"' or '\\') i++;
            else if (rest[i] == '"')
            {
                if (end < 0) end = i;
                if (!Ends(rest[(i + 1)..])) continue;
                end = i;
                break;
            }
        }
        if (end < 0)
        {
            // Never closed: up to the next separator.
            rest = rest[1..];
            return Token(ref rest);
        }
        var value = Unescape(rest[1..end]);
        rest = rest[(end + 1)..];
        return value;
    }

    private static bool Ends(ReadOnlySpan<char> after)
    {
        after = after.TrimStart(" \t");
        return after.IsEmpty || after[0] is ';' or ',' or '(' || after[..Math.Min(after.Length, 40)].IndexOf('=') is var equals and > 0 && IsName(after[..equals]);
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '*')) return false;
        return true;
    }

    /// <summary>Up to the separator; a blank inside is kept unless a new parameter follows it.</summary>
    private static string Token(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(';');
        var token = end < 0 ? rest : rest[..end];
        for (var blank = token.IndexOfAny(" \t"); blank >= 0;)
        {
            var after = token[blank..].TrimStart(" \t");
            if (after.IndexOf('=') is var equals and > 0 && IsName(after[..equals].TrimEnd()) && !after.StartsWith("=?"))
            {
                token = token[..blank];
                break;
            }
            var more = after.IndexOfAny(" \t");
            blank = more < 0 ? -1 : token.Length - after.Length + more;
        }
        rest = rest[token.Length..];
        return token.Trim().TrimEnd('"').ToString();
    }

    private static string Unescape(ReadOnlySpan<char> text)
    {
        if (!text.Contains('\\')) return text.ToString();
        Span<char> kept = text.Length <= 512 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && (text[i + 1] == '"' || text[i + 1] == '\\' && i > 0)) i++;
            kept[length++] = text[i];
        }
        return kept[..length].ToString();
    }
}
