namespace Connector.Mail.Html;

/// <summary>HTML as text a person can read.</summary>
public static class HtmlText
{
    public static string ToText(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        return ToText(Render(html, _ => null, out _));
    }

    internal static string ToText(IReadOnlyList<TextLine> lines) => string.Join('\n', lines.Select(line => line.Text));

    /// <summary>The lines, each with the mark that <paramref name="mark"/> gave the innermost marked element around it, and whether they grew beyond all bounds and were cut there.</summary>
    internal static IReadOnlyList<TextLine> Render(string html, Func<HtmlElement, TextMark?> mark, out bool cut)
    {
        var sink = new TextRenderer(mark);
        HtmlReader.Read(html, sink);
        cut = sink.IsFull;
        return sink.Finish();
    }
}
