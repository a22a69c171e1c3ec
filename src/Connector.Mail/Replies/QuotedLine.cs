namespace Connector.Mail.Replies;

/// <summary>Lines that carry a quotation sign in front.</summary>
internal static class QuotedLine
{
    private const int LongLine = 60;

    public static bool Is(string line)
    {
        var text = line.AsSpan().TrimStart('\u00a0');
        var indent = text.IndexOfAnyExcept(' ');
        if (indent is < 0 or > 3) return false;
        text = text[indent..];
        return text[0] is '>' or '│' or '＞' ? !text.StartsWith(">>> ") && !text.StartsWith(">From ") : HasInitials(text);
    }

    /// <summary>A sign followed by a blank, another sign or nothing; <c>&gt;50%</c> is prose.</summary>
    public static bool IsSure(string line)
    {
        var text = line.AsSpan().TrimStart();
        return text.Length == 1 || text[1] is ' ' or '>' or '\t' or '\u00a0' || HasInitials(text);
    }

    public static string Content(string line) => line.TrimStart(' ', '>', '│', '＞', '\t', '\u00a0');

    /// <summary>What a narrow program broke off a long quoted line: the next line is quoted again and this one goes on in lower case, or ends a link.</summary>
    public static bool IsBrokenOff(string before, string line, string after)
    {
        if (!Is(before) || !Is(after) || line.Length == 0) return false;
        var opened = before.LastIndexOf('<') is > 0 and var open && before.IndexOf('>', open) < 0;
        if (opened && line.TrimEnd().EndsWith('>') && !line.Trim().Contains(' ', StringComparison.Ordinal)) return true;
        return before.Length >= LongLine && line.Length < LongLine && char.IsLower(line[0]) && before.TrimEnd()[^1] is not ('.' or '?' or '!' or ':');
    }

    private static bool HasInitials(ReadOnlySpan<char> text)
    {
        var sign = text.IndexOf('>');
        return sign is > 0 and <= 3 && text[..sign].IndexOfAnyExceptInRange('A', 'Z') < 0 && (text.Length == sign + 1 || text[sign + 1] == ' ');
    }
}
