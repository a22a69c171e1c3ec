using System.Buffers;
using System.Text;

namespace Connector.Mail.Html;

/// <summary>Keeps the declarations of a style attribute that only colour and space text: nothing that loads, hides behind escapes or leaves its place.</summary>
internal static class SafeStyle
{
    private const int MaxLength = 16 * 1024;

    // No backslash, at-sign, colon, braces or angle brackets: escapes, rules, protocols and markup need one of them.
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 #%.,()'\"!-_+/\t\r\n");

    private static readonly SearchValues<char> Separators = SearchValues.Create(" ,()\t\r\n!");

    private static readonly string[] Functions = ["rgb", "rgba", "hsl", "hsla"];

    private static readonly string[] MayNotBeNegative = ["margin", "text-indent", "padding", "letter-spacing", "word-spacing"];

    public static string Keep(string style)
    {
        if (style.Length > MaxLength) return "";
        var kept = new StringBuilder();
        foreach (var range in style.AsSpan().Split(';'))
        {
            var declaration = style.AsSpan()[range];
            var colon = declaration.IndexOf(':');
            if (colon <= 0) continue;
            var property = declaration[..colon].Trim().ToString().ToLowerInvariant();
            var value = declaration[(colon + 1)..].Trim();
            if (!AllowedHtml.StyleProperties.Contains(property) || !IsSafe(property, value)) continue;
            if (kept.Length > 0) kept.Append(';');
            kept.Append(property).Append(':').Append(value);
        }
        return kept.ToString();
    }

    private static bool IsSafe(string property, ReadOnlySpan<char> value) =>
        !value.IsEmpty && value.Length <= 400 && value.IndexOfAnyExcept(Plain) < 0 && value.IndexOf("/*", StringComparison.Ordinal) < 0
        && HasBalancedQuotes(value) && CallsOnlyColours(value) && !LeavesItsPlace(property, value);

    private static bool HasBalancedQuotes(ReadOnlySpan<char> value) => value.Count('"') % 2 == 0 && value.Count('\'') % 2 == 0;

    private static bool CallsOnlyColours(ReadOnlySpan<char> value)
    {
        for (var rest = value; rest.IndexOf('(') is >= 0 and var open; rest = rest[(open + 1)..])
        {
            var name = rest[..open];
            var start = name.LastIndexOfAny(Separators);
            if (!Matches(name[(start + 1)..], Functions)) return false;
        }
        return value.Count('(') == value.Count(')');
    }

    private static bool LeavesItsPlace(string property, ReadOnlySpan<char> value) =>
        MayNotBeNegative.Any(p => property.StartsWith(p, StringComparison.Ordinal))
        && (value.StartsWith("-") || value.IndexOf(" -", StringComparison.Ordinal) >= 0);

    private static bool Matches(ReadOnlySpan<char> name, string[] names)
    {
        foreach (var known in names)
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
