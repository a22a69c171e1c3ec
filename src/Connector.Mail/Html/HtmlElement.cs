using AngleSharp.Html.Parser.Tokens;

namespace Connector.Mail.Html;

/// <summary>An open element on the way through a document. A bounded chain of these is all there is of a tree.</summary>
internal sealed class HtmlElement(string name, HtmlTagToken tag, HtmlElement? parent)
{
    public string Name => name;

    public HtmlElement? Parent => parent;

    public IReadOnlyList<HtmlAttributeToken> Attributes => tag.Attributes;

    /// <summary>The value, or null when the attribute is absent.</summary>
    public string? Attribute(string key)
    {
        foreach (var attribute in tag.Attributes)
            if (attribute.Name.Equals(key, StringComparison.OrdinalIgnoreCase)) return attribute.Value;
        return null;
    }

    public string Style => Attribute("style") ?? "";
}
