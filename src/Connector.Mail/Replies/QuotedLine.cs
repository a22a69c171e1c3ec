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
        return text[0] is '>' or '│' or '＞' ? !text.StartsWith(">>> ") && !text.StartsWith(">From ") && !text.StartsWith(">= ") : HasInitials(text);
    }

    /// <summary>What a program's prompt and a thrice quoted line share.</summary>
    public static bool IsPrompt(string line) => line.StartsWith(">>> ", StringComparison.Ordinal) && !line.StartsWith(">>> >>>", StringComparison.Ordinal);

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
        if (IsLinkEnd(before, line, '<', '>') || IsLinkEnd(before, line, '(', ')') || IsLinkAlone(line.AsSpan().Trim())) return true;
        return before.Length >= LongLine && line.Length < LongLine && char.IsLower(line[0]) && before.TrimEnd()[^1] is not ('.' or '?' or '!' or ':');
    }

    private static bool IsLinkEnd(string before, string line, char open, char close) =>
        before.LastIndexOf(open) is > 0 and var at && before.IndexOf(close, at) < 0 && line.TrimEnd().EndsWith(close) && !line.Trim().Contains(' ', StringComparison.Ordinal);

    // "(https://example.org/…) >": the link of the line above, with the sign of the line below.
    private static bool IsLinkAlone(ReadOnlySpan<char> line) =>
        line.StartsWith("(http", StringComparison.Ordinal) && line.EndsWith(") >", StringComparison.Ordinal) && line[..^2].IndexOf(' ') < 0;

    private static bool HasInitials(ReadOnlySpan<char> text)
    {
        var sign = text.IndexOf('>');
        return sign is > 0 and <= 3 && text[..sign].IndexOfAnyExceptInRange('A', 'Z') < 0 && (text.Length == sign + 1 || text[sign + 1] == ' ');
    }
}
