using System.Buffers;
using System.Text;

namespace Connector.Mail.Html;

/// <summary>Serialises the allowed part of a document, always balanced, quoted and escaped.</summary>
internal sealed class SanitizingWriter(ImageSource images) : IHtmlSink
{
    // Attributes that are added to many links can make more than what was read.
    private const int MaxLength = 3_000_000;

    private const int MostStyles = 200;

    private static readonly SearchValues<char> Marks = SearchValues.Create("&<>\"`\u00a0\0");

    private readonly StringBuilder _out = new();

    // One program writes the same few styles over and over.
    private readonly Dictionary<string, string> _styles = new(StringComparer.Ordinal);

    public bool IsFull => _out.Length > MaxLength;

    public override string ToString() => _out.ToString();

    public bool Open(HtmlElement element)
    {
        if (AllowedHtml.Dropped.Contains(element.Name)) return false;
        if (!AllowedHtml.Elements.Contains(element.Name)) return true;
        _out.Append('<').Append(element.Name);
        foreach (var attribute in element.Attributes) Allow(element, attribute.Name, attribute.Value ?? "");
        _out.Append('>');
        return true;
    }

    public void Close(HtmlElement element)
    {
        if (AllowedHtml.Elements.Contains(element.Name) && !HtmlRules.Void.Contains(element.Name))
            _out.Append("</").Append(element.Name).Append('>');
    }

    public void Text(ReadOnlySpan<char> text) => Escape(text);

    private void Allow(HtmlElement element, string name, string value)
    {
        if (name == "href" && element.Name == "a") AllowLink(value);
        else if (name == "src" && element.Name == "img") AllowImage(value);
        else if (name == "style" && Style(value) is { Length: > 0 } style) Attribute("style", style);
        else if (AllowedHtml.Attributes.Contains(name)) Attribute(name, value);
    }

    private string Style(string value)
    {
        if (_styles.TryGetValue(value, out var known)) return known;
        var style = SafeStyle.Keep(value);
        if (_styles.Count < MostStyles && value.Length < 1000) _styles.Add(value, style);
        return style;
    }

    private void AllowLink(string value)
    {
        if (SafeLink.Keep(value) is not { } link) return;
        Attribute("href", link);
        Attribute("rel", "noopener noreferrer nofollow");
        Attribute("target", "_blank");
    }

    private void AllowImage(string value)
    {
        if (images.Keep(value) is { } kept) Attribute("src", kept);
        else if (SafeLink.IsRemote(value)) Attribute("data-remote-src", SafeLink.Plain(value));
    }

    private void Attribute(string name, string value)
    {
        _out.Append(' ').Append(name).Append("=\"");
        Escape(value);
        _out.Append('"');
    }

    // The backtick goes as well: old engines took it for a quote.
    private void Escape(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Marks) is >= 0 and var at)
        {
            _out.Append(text[..at]).Append(text[at] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '`' => "&#96;",
                '\u00a0' => "&nbsp;",
                _ => "",
            });
            text = text[(at + 1)..];
        }
        _out.Append(text);
    }
}
