namespace Connector.Host.Cli.Running;

/// <summary>Which known word was probably meant: the one that needs the fewest letters changed, left out, added or swapped.</summary>
internal static class Meant
{
    public static string? Nearest(string written, IEnumerable<string> known)
    {
        var allowed = Math.Max(1, written.Length / 3);
        return known.Select(word => (Word: word, Changes: Changes(written.ToLowerInvariant(), word.ToLowerInvariant())))
            .Where(c => c.Changes <= allowed)
            .OrderBy(c => c.Changes).ThenBy(c => c.Word, StringComparer.Ordinal)
            .Select(c => c.Word).FirstOrDefault();
    }

    private static int Changes(string a, string b)
    {
        var at = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) at[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) at[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                at[i, j] = Math.Min(Math.Min(at[i - 1, j], at[i, j - 1]) + 1, at[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) at[i, j] = Math.Min(at[i, j], at[i - 2, j - 2] + 1);
            }
        return at[a.Length, b.Length];
    }
}
