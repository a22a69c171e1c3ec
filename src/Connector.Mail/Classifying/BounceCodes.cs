using System.Text.RegularExpressions;
using Connector.Mail.Replies;

namespace Connector.Mail.Classifying;

/// <summary>Status codes in free text: the enhanced one (5.1.1) before the reply code (550).</summary>
internal static partial class BounceCodes
{
    public static string? First(string text)
    {
        var piece = text.Length > 2000 ? text[..2000] : text;
        try
        {
            var found = Enhanced().Match(piece) is { Success: true } enhanced ? enhanced : Reply().Match(piece);
            return found.Success ? found.Groups[1].Value : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"(?:^|[\s#(\[<:;-])([45]\.\d{1,2}\.\d{1,3})\b(?!\.\d)", RegexOptions.None, Patterns.Timeout)]
    private static partial Regex Enhanced();

    [GeneratedRegex(@"(?:^|[\s#(\[<:;""'-])([45][0-7]\d)(?=[\s\-:;,)\]""'>]|$)", RegexOptions.None, Patterns.Timeout)]
    private static partial Regex Reply();
}
