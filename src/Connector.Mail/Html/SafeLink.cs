using System.Text;

namespace Connector.Mail.Html;

/// <summary>Which targets a link may have. Browsers drop white space and controls before they read a scheme, so that is done first.</summary>
internal static class SafeLink
{
    private const int MaxLength = 8192;

    /// <summary>The target, cleaned, or null when its scheme is not on the list or it is relative (a mail has no base).</summary>
    public static string? Keep(string value)
    {
        if (value.Length > MaxLength) return null;
        var link = Plain(value);
        if (link.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return "http://" + link;
        var colon = link.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && AllowedHtml.LinkSchemes.Contains(link[..colon].ToLowerInvariant()) ? link : null;
    }

    public static bool IsRemote(string value)
    {
        if (value.Length > MaxLength) return false;
        var link = Plain(value);
        return link.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || link.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
    }

    public static string Plain(string value)
    {
        var plain = new StringBuilder(value.Length);
        foreach (var c in value.AsSpan().Trim())
            if (c == ' ') plain.Append("%20");
            else if (!char.IsControl(c) && !IsInvisible(c)) plain.Append(c);
        return plain.ToString();
    }

    private static bool IsInvisible(char c) => c is '\u200b' or '\u200c' or '\u200d' or '\u2028' or '\u2029' or '\ufeff' or '\u00ad';
}
