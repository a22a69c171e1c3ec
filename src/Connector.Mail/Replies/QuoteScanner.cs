namespace Connector.Mail.Replies;

/// <summary>Walks the lines from the top and decides which are quoted. A quotation with signs of its own ends with them; one without reaches to the end.</summary>
internal sealed class QuoteScanner(Page page)
{
    private const int SureRun = 3;

    private const int MaxPrompts = 50;

    private bool _introduced;
    private bool _fenced;

    public static void Mark(Page page) => new QuoteScanner(page).Run();

    private void Run()
    {
        for (var i = 0; i < page.Count && i < page.End;) i = Step(i);
        if (page.End == page.Count) TakeTail();
    }

    private int Step(int i)
    {
        if (page.IsBlank(i)) return i + 1;
        if (page.IsMarkedQuote(i)) return OnMarked(i);
        if (page[i].TrimStart().StartsWith("```", StringComparison.Ordinal)) _fenced = !_fenced;
        if (_fenced) return i + 1;
        return IsQuoted(i) ? OnRun(i) : OnText(i);
    }

    private int OnMarked(int i)
    {
        if (BeginsForward(i)) return KeepRest(i);
        _introduced = true;
        var end = i;
        while (end < page.Count && (page.IsMarkedQuote(end) || page.IsBlank(end))) end++;
        page.Take(i, end, Cut.Quote, page.Lines[i].Mark!.Rule);
        return end;
    }

    private int OnText(int i)
    {
        if (Banners.IsOwnSeparator(page[i])) return TakeRest(i, "own-separator");
        if (Banners.IsForward(page[i])) return KeepRest(i);
        if (Banners.IsOriginal(page[i])) return OnIntroduction(i, i, "original-message-banner");
        if (Attribution.EndOf(page, i) is >= 0 and var attribution) return OnIntroduction(i, attribution, "attribution-line");
        if (HeaderBlock.EndOf(page, i) is >= 0 and var block) return OnIntroduction(i, block, "header-block");
        return i + 1;
    }

    private int OnIntroduction(int first, int last, string rule)
    {
        var next = page.NextFilled(last);
        if (next < page.Count && BeginsForward(next, reach: 1) && rule != "attribution-line") return KeepRest(first);
        first = Banners.WithSeparatorsAbove(page, first);
        if (next < page.Count && !page.IsMarkedQuote(next) && !QuotedLine.Is(page[next]) && !IsIntroduction(next)) return TakeRest(first, rule);
        _introduced = true;
        page.Take(first, last + 1, Cut.Quote, rule);
        return last + 1;
    }

    // A banner and the headers under it, or two attributions: the second decides how far the quotation reaches.
    private bool IsIntroduction(int i) =>
        Banners.IsOriginal(page[i]) || Attribution.EndOf(page, i) >= 0 || HeaderBlock.EndOf(page, i) >= 0;

    private int OnRun(int i)
    {
        var end = i;
        var sure = 0;
        while (end < page.Count && BelongsToRun(end))
        {
            if (IsQuoted(end) && QuotedLine.IsSure(page[end])) sure++;
            end++;
        }
        if (!_introduced && BeginsForward(i)) return KeepRest(i);
        var atEdge = page.NextFilled(end - 1) >= page.Count;
        if (_introduced || sure > 0 || end - i >= SureRun || atEdge) page.Take(i, end, Cut.Quote, "quoted-lines");
        return end;
    }

    private bool BelongsToRun(int i) =>
        !page.IsMarkedQuote(i)
        && (IsQuoted(i) || (i > 0 && i + 1 < page.Count && QuotedLine.IsBrokenOff(page[i - 1], page[i], page[i + 1])));

    private bool IsQuoted(int i) => QuotedLine.Is(page[i]) || (QuotedLine.IsPrompt(page[i]) && TouchesQuote(i));

    // Among quoted lines, or right below what introduces them, the sign is no prompt.
    private bool TouchesQuote(int i)
    {
        var (above, below) = (i - 1, i + 1);
        while (above >= 0 && i - above < MaxPrompts && QuotedLine.IsPrompt(page[above]) && page.CutOf(above) == Cut.None) above--;
        while (below < page.Count && below - i < MaxPrompts && QuotedLine.IsPrompt(page[below])) below++;
        if (below < page.Count && QuotedLine.Is(page[below])) return true;
        if (above >= 0 && page.IsBlank(above)) above = page.PreviousFilled(above);
        return above >= 0 && (page.CutOf(above) == Cut.Quote || QuotedLine.Is(page[above]));
    }

    private bool BeginsForward(int i, int reach = 3)
    {
        for (var seen = 0; seen < reach && i < page.Count; seen++, i = page.NextFilled(i))
            if (Banners.IsForward(QuotedLine.Content(page[i]))) return true;
        return false;
    }

    private int TakeRest(int i, string rule)
    {
        page.TakeRest(i, rule);
        return page.Count;
    }

    private int KeepRest(int i)
    {
        page.KeepRest(i);
        return page.Count;
    }

    private void TakeTail()
    {
        for (var i = page.Count; i < page.Lines.Count; i++)
            if (page.IsMarkedQuote(i) || (QuotedLine.Is(page[i]) && !page[i].Contains('\n', StringComparison.Ordinal))) page.Take(i, i + 1, Cut.Quote, "quoted-lines");
    }
}
