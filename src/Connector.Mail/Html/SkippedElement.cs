using AngleSharp.Html.Parser.Tokens;

namespace Connector.Mail.Html;

/// <summary>An element dropped with everything in it: counts its own kind until the matching end tag.</summary>
internal struct SkippedElement(HtmlTagToken tag)
{
    private readonly string? _name = tag.Name;
    private int _depth = tag.IsSelfClosing && HtmlRules.Foreign.Contains(tag.Name) ? 0 : 1;

    public readonly bool Active => _depth > 0;

    /// <summary>True when the start tag belongs to what is dropped. HTML inside an unclosed drawing ends the drawing, as in browsers.</summary>
    public bool Swallows(HtmlTagToken start)
    {
        if (!Active) return false;
        if (HtmlRules.Foreign.Contains(_name!) && HtmlRules.BreaksOutOfForeign.Contains(start.Name))
        {
            _depth = 0;
            return false;
        }
        if (start.Name == _name && !HtmlRules.Void.Contains(start.Name)) _depth++;
        return true;
    }

    public void End(string name)
    {
        if (name == _name) _depth--;
    }
}
