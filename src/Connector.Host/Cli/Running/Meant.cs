namespace Connector.Host.Cli.Running;

/// <summary>Which known word was probably meant: the one that shares most pairs of letters, if it shares enough.</summary>
internal static class Meant
{
    private const double Enough = 0.4;

    public static string? Nearest(string written, IEnumerable<string> known) =>
        known.Select(word => (Word: word, Score: Likeness(Pairs(written), Pairs(word))))
            .Where(c => c.Score >= Enough)
            .OrderByDescending(c => c.Score).ThenBy(c => c.Word, StringComparer.Ordinal)
            .Select(c => c.Word).FirstOrDefault();

    private static double Likeness(HashSet<string> a, HashSet<string> b) =>
        a.Count + b.Count == 0 ? 0 : 2.0 * a.Intersect(b).Count() / (a.Count + b.Count);

    private static HashSet<string> Pairs(string word)
    {
        var framed = $" {word.ToLowerInvariant()} ";
        return [.. Enumerable.Range(0, framed.Length - 1).Select(i => framed.Substring(i, 2))];
    }
}
