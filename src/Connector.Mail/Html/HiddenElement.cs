using System.Collections.Frozen;
using System.Globalization;

namespace Connector.Mail.Html;

/// <summary>What a reader of the mail never sees: code, head matter, preheaders and other hidden elements.</summary>
internal static class HiddenElement
{
    private static readonly FrozenSet<string> Unseen = HtmlRules.Names(
        "script style title template svg math iframe object embed applet audio video canvas noembed noframes select datalist textarea meta link base param");

    public static bool Is(HtmlElement element) =>
        Unseen.Contains(element.Name) || element.Attribute("hidden") is not null || IsHiddenBy(element.Style);

    private static bool IsHiddenBy(string style)
    {
        if (style.Length < 8) return false;
        foreach (var part in style.AsSpan().Split(';'))
        {
            var declaration = style.AsSpan()[part];
            var colon = declaration.IndexOf(':');
            if (colon < 0) continue;
            if (Hides(declaration[..colon].Trim(), declaration[(colon + 1)..].Trim())) return true;
        }
        return false;
    }

    // Zero font size alone also removes gaps between table cells, whose children set their own size: not a sign.
    private static bool Hides(ReadOnlySpan<char> property, ReadOnlySpan<char> value) =>
        Is(property, "display") ? Starts(value, "none")
        : Is(property, "visibility") ? Starts(value, "hidden") || Starts(value, "collapse")
        : Is(property, "mso-hide") ? Starts(value, "all")
        : Is(property, "opacity") || Is(property, "max-height") ? IsZero(value)
        : false;

    private static bool IsZero(ReadOnlySpan<char> value)
    {
        var end = value.IndexOfAnyExceptInRange('.', '9');
        return double.TryParse(end < 0 ? value : value[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == 0;
    }

    private static bool Is(ReadOnlySpan<char> text, string name) => text.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static bool Starts(ReadOnlySpan<char> text, string name) => text.StartsWith(name, StringComparison.OrdinalIgnoreCase);
}
