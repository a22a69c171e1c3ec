using Connector.Mail.Html;

namespace Connector.Mail.Replies;

/// <summary>A plain text in lines: each of the first thousands by itself, all behind them as one, which nothing looks into.</summary>
internal static class PlainLines
{
    private const int Most = 20_000;

    public static IReadOnlyList<TextLine> Of(string text)
    {
        var lines = new List<TextLine>();
        var rest = text.AsSpan();
        while (lines.Count < Most)
        {
            var end = rest.IndexOfAny(Ends);
            if (end < 0) break;
            lines.Add(new TextLine(rest[..end].ToString()));
            rest = rest[(rest[end..].StartsWith("\r\n") ? end + 2 : end + 1)..];
        }
        lines.Add(new TextLine(rest.ToString()));
        return lines;
    }

    // As string.ReplaceLineEndings has them.
    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create("\r\n\f\u0085\u2028\u2029");
}
