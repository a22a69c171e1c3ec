namespace Connector.Mail.Replies;

/// <summary>Cuts signatures from the stretches of text that are left: the delimiter's, the phone's, and those the HTML names. In doubt text stays.</summary>
internal sealed class SignatureScanner(Page page)
{
    private const int MaxAfterDashes = 15;

    private const int MaxAfterLine = 8;

    private const int MaxAfterLongLine = 25;

    private const int MaxShortLine = 80;

    private const int LastLines = 10;

    public static void Mark(Page page) => new SignatureScanner(page).Run();

    private void Run()
    {
        for (var i = 0; i < page.Lines.Count; i++)
            if (page.CutOf(i) == Cut.None && page.Lines[i].Mark is { IsSignature: true } mark) page.Take(i, i + 1, Cut.Signature, mark.Rule);
        for (var start = 0; start < page.End;)
        {
            var end = start;
            while (end < page.End && (page.CutOf(end) == Cut.None || page.IsBlank(end))) end++;
            if (end > start) Trim(start, end);
            start = end + 1;
        }
    }

    private void Trim(int start, int end)
    {
        for (var i = start; i < end; i++)
            if (DelimiterAt(i, end) is { } rule)
            {
                page.Take(i, end, Cut.Signature, rule);
                end = i;
            }
        TakePhoneLines(start, end);
        TakeDashName(start, end);
    }

    private string? DelimiterAt(int line, int end)
    {
        var text = page[line];
        if (text is "-- " || (text.Trim(' ', '\u00a0') is "--" or "—" or "–" && Filled(line + 1, end) <= MaxAfterDashes)) return "signature-delimiter";
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length < 3 || "-_=~*—–#".IndexOf(trimmed[0], StringComparison.Ordinal) < 0 || trimmed.IndexOfAnyExcept(trimmed[0]) >= 0) return null;
        if (trimmed[0] == '_' && trimmed.Length >= 20) return Filled(line + 1, end) <= MaxAfterLongLine ? "delimiter-line" : null;
        return Filled(line + 1, end) <= MaxAfterLine && AllShort(line + 1, end) ? "delimiter-line" : null;
    }

    private void TakePhoneLines(int start, int end)
    {
        var seen = 0;
        for (var i = end - 1; i >= start && seen < LastLines; i--)
        {
            if (page.IsBlank(i) || page.CutOf(i) != Cut.None) continue;
            seen++;
            if (PhoneSignature.Is(page[i])) page.Take(i, i + 1, Cut.Signature, "mobile-signature");
        }
    }

    // "-Jane" on a line of its own at the very end.
    private void TakeDashName(int start, int end)
    {
        var last = end - 1;
        while (last >= start && (page.IsBlank(last) || page.CutOf(last) != Cut.None)) last--;
        if (last <= start || !page.IsBlank(last - 1)) return;
        var text = page[last].Trim();
        if (text.Length is > 2 and <= 30 && text[0] == '-' && char.IsUpper(text[1]) && text.AsSpan(1).IndexOfAny(Unlike) < 0)
            page.Take(last, last + 1, Cut.Signature, "dash-name");
    }

    private static readonly System.Buffers.SearchValues<char> Unlike = System.Buffers.SearchValues.Create("0123456789:;,?!()/@");

    private int Filled(int from, int end)
    {
        var filled = 0;
        for (var i = from; i < end; i++)
            if (!page.IsBlank(i) && page.CutOf(i) == Cut.None) filled++;
        return filled;
    }

    private bool AllShort(int from, int end)
    {
        for (var i = from; i < end; i++)
            if (page[i].Length > MaxShortLine) return false;
        return true;
    }
}
