namespace Connector.Mail.Html;

/// <summary>HTML as text a person can read.</summary>
public static class HtmlText
{
    public static string ToText(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        return string.Join('\n', Render(html).Select(line => line.Text));
    }

    /// <summary>The lines, each with the mark that <paramref name="mark"/> gave the innermost marked element around it.</summary>
    internal static IReadOnlyList<TextLine> Render(string html, Func<HtmlElement, TextMark?>? mark = null)
    {
        var sink = new TextRenderer(mark ?? (_ => null));
        HtmlReader.Read(html, sink);
        return sink.Finish();
    }
}
