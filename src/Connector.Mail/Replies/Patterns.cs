using System.Text.RegularExpressions;

namespace Connector.Mail.Replies;

/// <summary>One way to ask a pattern: over a bounded piece of text, and with "no" for an answer when time runs out.</summary>
internal static class Patterns
{
    public const int Timeout = 250;

    public const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const int MaxLength = 600;

    public static bool Matches(Regex pattern, ReadOnlySpan<char> text)
    {
        try
        {
            return pattern.IsMatch(text.Length > MaxLength ? text[..MaxLength] : text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
