using System.Text.RegularExpressions;

namespace Connector.Mail.Reading.Bodies;

/// <summary>text/enriched (RFC 1896) and the older text/richtext without their marks.</summary>
internal static partial class EnrichedText
{
    public static string Strip(string text)
    {
        text = Parameter().Replace(text, "");
        text = Mark().Replace(text, "");
        return text.Replace("<<", "<", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"<param>[^<]*</param>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"</?[A-Za-z][A-Za-z0-9-]{0,60}>", RegexOptions.NonBacktracking)]
    private static partial Regex Mark();
}
