namespace Connector.Runtime.Settings.Binding;

/// <summary>Which known word was probably meant.</summary>
internal static class Spelling
{
    public static string? Nearest(string written, IEnumerable<string> known)
    {
        var allowed = written.Length < 4 ? 1 : Math.Max(2, written.Length / 3);
        return known.Select(k => (Word: k, Distance: Distance(written.ToLowerInvariant(), k.ToLowerInvariant())))
            .Where(c => c.Distance <= allowed)
            .OrderBy(c => c.Distance).ThenBy(c => c.Word, StringComparer.Ordinal)
            .Select(c => c.Word).FirstOrDefault();
    }

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }
}
