using System.Buffers;

namespace Connector.Mail.Reading.Headers;

/// <summary>Message ids: with or without brackets, several, broken by a fold, or not ids at all.</summary>
internal static class IdField
{
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\n\0");

    /// <summary>The one id of a Message-ID field, without brackets; null when there is none to be used.</summary>
    public static string? One(string? value, ReadLimits limits, WarningLog log)
    {
        if (value is null) return null;
        var ids = Many(value, limits with { MaxReferences = int.MaxValue }, log, phrases: false);
        if (ids.Count == 0) log.Add(Warning.IdUnusable, value);
        if (ids.Count > 1) log.Add(Warning.IdMended, "several ids, the first taken");
        return ids.Count == 0 ? null : ids[0];
    }

    /// <summary>All ids of References or In-Reply-To, each once, the last ones if there are too many.</summary>
    public static List<string> Many(string? value, ReadLimits limits, WarningLog log, bool phrases = true)
    {
        var ids = new List<string>();
        if (string.IsNullOrWhiteSpace(value)) return ids;
        if (value.Contains("=?", StringComparison.Ordinal)) value = EncodedWords.Decode(value, log);
        if (value.Contains('<', StringComparison.Ordinal)) Bracketed(value, ids);
        else Bare(value, ids, phrases);
        return Kept(ids, limits, log);
    }

    private static void Bracketed(ReadOnlySpan<char> rest, List<string> ids)
    {
        while (rest.IndexOf('<') is var open and >= 0)
        {
            rest = rest[(open + 1)..];
            var end = rest.IndexOfAny('>', '<');
            var close = end < 0 ? rest.Length : end;
            var tail = end >= 0 && rest[end] == '>' ? TailLength(rest[(end + 1)..], rest[..end]) : 0;
            // <a>@b@c: the brackets are in the wrong place, the id is the whole word.
            var id = tail > 0 ? $"{rest[..close]}{rest.Slice(close + 1, tail)}" : rest[..close].ToString();
            Add(id, ids);
            rest = end < 0 ? default : rest[(end < rest.Length && rest[end] == '<' ? end : end + 1 + tail)..];
        }
    }

    private static int TailLength(ReadOnlySpan<char> after, ReadOnlySpan<char> inside)
    {
        if (after.IsEmpty || after[0] != '@' || inside.Contains('@')) return 0;
        var end = after.IndexOfAny(" \t,<>");
        return end < 0 ? after.Length : end;
    }

    /// <summary>Without brackets only words that look like ids count; one blank-separated phrase around them makes them an address in prose.</summary>
    private static void Bare(string value, List<string> ids, bool phrases)
    {
        var words = value.Split([' ', '\t', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
        if (phrases && !Array.TrueForAll(words, w => w.Contains('@', StringComparison.Ordinal))) return;
        if (!phrases && words.Length > 1 && words.Count(w => w.Contains('@', StringComparison.Ordinal)) != 1)
        {
            Add(value, ids);
            return;
        }
        foreach (var word in words)
            if (word.Contains('@', StringComparison.Ordinal) || words.Length == 1 && !phrases) Add(word, ids);
    }

    private static void Add(string raw, List<string> ids)
    {
        var id = raw.AsSpan().IndexOfAny(Blanks) < 0 ? raw : string.Concat(raw.Split([' ', '\t', '\r', '\n', '\0'], StringSplitOptions.RemoveEmptyEntries));
        id = id.Trim(',', ';', '"', '\'');
        if (id.Length > 0 && id != "@") ids.Add(id);
    }

    private static List<string> Kept(List<string> ids, ReadLimits limits, WarningLog log)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var kept = new List<string>(Math.Min(ids.Count, 16));
        for (var i = ids.Count - 1; i >= 0; i--)
        {
            if (ids[i].Length > limits.MaxIdLength) log.Add(Warning.IdUnusable, "too long");
            else if (kept.Count >= limits.MaxReferences) log.Add(Warning.LimitReached, "references");
            else if (seen.Add(ids[i])) kept.Add(ids[i]);
        }
        kept.Reverse();
        return kept;
    }
}
