using System.Text.RegularExpressions;

namespace Connector.Mail.Tests.Writing;

/// <summary>Regular expressions with a time limit.</summary>
internal static class Patterns
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public static IEnumerable<Match> Find(this string text, string pattern) => Regex.Matches(text, pattern, RegexOptions.Multiline, Limit);

    public static string Change(this string text, string pattern, MatchEvaluator change) => Regex.Replace(text, pattern, change, RegexOptions.None, Limit);
}
