namespace Connector.Mail.Html;

/// <summary>HTML that an agent's screen may show: built anew from what is allowed, so that it runs nothing, loads nothing and covers nothing.</summary>
public static class HtmlSanitizer
{
    /// <param name="html">The HTML body as sent.</param>
    /// <param name="cidKnown">Whether a Content-ID (without <c>cid:</c> and brackets) names a part of this mail.</param>
    public static string Sanitize(string html, Func<string, bool> cidKnown)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(cidKnown);
        var writer = new SanitizingWriter(new ImageSource(cidKnown));
        HtmlReader.Read(html, writer);
        return writer.ToString();
    }
}
