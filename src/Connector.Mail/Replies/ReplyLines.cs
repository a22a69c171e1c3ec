using Connector.Mail.Html;

namespace Connector.Mail.Replies;

/// <summary>Runs the scanners over the lines of one body and puts the two halves together.</summary>
internal static class ReplyLines
{
    public const string KeptWhole = "quote-only-kept";

    public static ReplyParts Split(IEnumerable<TextLine> lines, string whole)
    {
        var page = new Page([.. GluedAttribution.Separate([.. lines])]);
        QuoteScanner.Mark(page);
        SignatureScanner.Mark(page);
        if (Join(page, cut => cut == Cut.None) is { Length: > 0 } reply) return new ReplyParts(reply, Join(page, cut => cut != Cut.None), page.Rules);
        if (Join(page, cut => cut != Cut.Quote) is { Length: > 0 } signed) return new ReplyParts(signed, Join(page, cut => cut == Cut.Quote), page.Rules);
        return new ReplyParts(whole, "", [KeptWhole]);
    }

    // Blank lines follow the line above them, so that neither half is torn open.
    private static string Join(Page page, Func<Cut, bool> wanted)
    {
        var kept = new List<string>();
        for (var i = 0; i < page.Lines.Count; i++)
        {
            if (page.IsBlank(i))
            {
                if (kept.Count > 0 && kept[^1].Length > 0) kept.Add("");
            }
            else if (wanted(page.CutOf(i))) kept.Add(page[i].TrimEnd());
        }
        return string.Join('\n', kept).Trim('\n');
    }
}
