namespace Connector.Engine.Threads;

/// <summary>
/// A deterministic scorer: of the reply's words that speak for any of the cases, the share that speaks for this one. A word counts the more the fewer cases
/// have it, and nothing when all have it; one with a digit (an order, a serial number) counts double. A little is held against everyone, so that a
/// single shared word is no proof.
/// </summary>
internal static class KeywordScorer
{
    private const double Doubt = 0.25;

    /// <summary>Words of four letters and more that stand in every text. Shorter ones count only with a digit.</summary>
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "about", "after", "again", "also", "been", "before", "could", "dear", "does", "doesn", "don", "from", "have", "hello", "here", "just", "kind", "more", "much", "need", "please",
        "regards", "should", "some", "still", "thank", "thanks", "that", "their", "them", "then", "there", "they", "this", "very", "want", "were", "what", "when", "where", "which",
        "will", "with", "would", "your", "yours",
        "aber", "auch", "bitte", "danke", "dass", "diese", "dieser", "eine", "einen", "einer", "freundlichen", "gruß", "grüße", "grüßen", "haben", "hallo", "ihnen", "ihre", "immer",
        "kann", "kein", "keine", "können", "mein", "meine", "nach", "nicht", "noch", "oder", "sehr", "sich", "sind", "über", "wenn", "werden", "wieder", "wird", "wurde",
    };

    public static IReadOnlyDictionary<long, double> Scores(string reply, IReadOnlyList<CaseText> cases)
    {
        var known = cases.ToDictionary(c => c.CaseId, c => Words(c.Text));
        var any = Doubt * Math.Log(cases.Count);
        var mine = cases.ToDictionary(c => c.CaseId, _ => 0.0);
        foreach (var word in Words(reply).Order(StringComparer.Ordinal))
        {
            var owners = cases.Where(c => known[c.CaseId].Contains(word)).ToList();
            if (owners.Count == 0) continue;
            var weight = Math.Log((double)cases.Count / owners.Count) * (word.Any(char.IsDigit) ? 2 : 1);
            any += weight;
            foreach (var owner in owners) mine[owner.CaseId] += weight;
        }
        return mine.ToDictionary(m => m.Key, m => any == 0 ? 0 : m.Value / any);
    }

    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            var word = text[start..i].ToLowerInvariant();
            if (word.Any(char.IsDigit) || word.Length > 3 && !Common.Contains(word)) words.Add(word);
            start = -1;
        }
        return words;
    }
}
