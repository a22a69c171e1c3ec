namespace Connector.Mail.Replies;

/// <summary>The header of the quoted message as text: three or more of From, Sent, To, Cc, Subject in one place, in any of many languages.</summary>
internal static class HeaderBlock
{
    private const int MaxLines = 16;

    private const int Needed = 3;

    /// <summary>The last line of the block that begins at this line, or -1.</summary>
    public static int EndOf(Page page, int start)
    {
        if (HeaderLabels.Of(page[start]) is HeaderLabel.None or HeaderLabel.Other) return EndOfTable(page, start);
        var seen = new HashSet<HeaderLabel>();
        var last = start;
        for (var i = start; i < page.Count && i < start + MaxLines; i++)
        {
            var label = HeaderLabels.Of(page[i]);
            if (label == HeaderLabel.None && i - last > (page.IsBlank(i) ? 1 : 2)) break;
            if (label is HeaderLabel.None) continue;
            if (label is not HeaderLabel.Other && !seen.Add(label) && label == HeaderLabel.From) break;
            last = i;
        }
        return IsEnough(page, start, seen) ? last : -1;
    }

    private static bool IsEnough(Page page, int start, HashSet<HeaderLabel> seen)
    {
        if (!seen.Contains(HeaderLabel.From)) return IsLastPair(page, start);
        var above = page.PreviousFilled(start);
        var announced = above >= 0 && (Banners.IsRule(page[above]) || Banners.IsOriginal(page[above]));
        return seen.Count >= (announced || IsPlainPair(page, start) ? Needed - 1 : Needed);
    }

    // Two lines are enough when they hold what they promise: an address, and a date right below.
    private static bool IsPlainPair(Page page, int start) =>
        start + 1 < page.Count && HeaderLabels.Of(page[start]) == HeaderLabel.From && page[start].Contains('@', StringComparison.Ordinal)
        && HeaderLabels.Of(page[start + 1]) == HeaderLabel.Date && page[start + 1].Count(char.IsAsciiDigit) >= 5;

    // A date and an address to write to, with nothing below: the head of a quotation that was taken away.
    private static bool IsLastPair(Page page, int start) =>
        HeaderLabels.Of(page[start]) == HeaderLabel.Date && page[start].Count(char.IsAsciiDigit) >= 5 && page[start].Contains(':', StringComparison.Ordinal)
        && start + 1 < page.Count && HeaderLabels.Of(page[start + 1]) == HeaderLabel.To && page[start + 1].Contains('@', StringComparison.Ordinal) && page.NextFilled(start + 1) >= page.Count;

    // Lotus Notes writes labels and values on lines of their own, under the name and the date.
    private static int EndOfTable(Page page, int start)
    {
        var subject = -1;
        var to = false;
        for (var i = start; i < page.Count && i < start + MaxLines; i++)
        {
            var word = page[i].AsSpan().Trim(" \t:>");
            if (word.Length > 10) continue;
            to |= IsOneOf(word, "To", "An", "Para", "A", "Aan", "Pour");
            if (to && IsOneOf(word, "Subject", "Thema", "Objet", "Asunto", "Oggetto", "Onderwerp", "Betreff")) subject = i;
        }
        return subject > start && IsLotusName(page, start) ? subject : -1;
    }

    private static bool IsLotusName(Page page, int start) =>
        page[start].Length <= 120 && (page[start].Contains('@', StringComparison.Ordinal) || page[start].Contains('/', StringComparison.Ordinal))
        && page.NextFilled(start) is var next && next < page.Count && page[next].Any(char.IsAsciiDigit);

    private static bool IsOneOf(ReadOnlySpan<char> word, params ReadOnlySpan<string> words)
    {
        foreach (var known in words)
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
