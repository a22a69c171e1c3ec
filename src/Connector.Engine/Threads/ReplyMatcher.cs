using Connector.Engine.Cases;
using Connector.Engine.Settings;

namespace Connector.Engine.Threads;

/// <summary>Which of several open cases a reply is about (domain section 6).</summary>
internal static class ReplyMatcher
{
    public static (Case Case, string Why) Best(IReadOnlyList<Case> cases, MailArrived mail, Channel channel)
    {
        if (cases.Count == 1) return (cases[0], "joins the one open case");
        var scored = cases.Select(c => (Case: c, Score: KeywordScorer.Score(mail.Mail.Subject + "\n" + mail.Mail.ReplyText, c, cases))).OrderByDescending(s => s.Score).ToList();
        return scored[0].Score >= channel.Rules.ReplyMatchThreshold
            ? (scored[0].Case, $"best keyword score {scored[0].Score:0.00}")
            : (cases.MaxBy(c => c.CreatedAt)!, $"no score reaches {channel.Rules.ReplyMatchThreshold:0.00} (best {scored[0].Score:0.00}): the most recently opened case");
    }
}

/// <summary>A deterministic scorer: the share of a reply's words that speak for one case, each weighted by how few cases have it.</summary>
internal static class KeywordScorer
{
    public static double Score(string reply, Case candidate, IReadOnlyList<Case> all)
    {
        var words = Words(reply);
        double mine = 0, any = 0;
        foreach (var word in words)
        {
            var owners = all.Count(c => Words(c.Subject + "\n" + c.Description).Contains(word));
            if (owners == 0) continue;
            var weight = Math.Log(1 + (double)all.Count / owners);
            any += weight;
            if (Words(candidate.Subject + "\n" + candidate.Description).Contains(word)) mine += weight;
        }
        return any == 0 ? 0 : mine / any;
    }

    private static HashSet<string> Words(string text) =>
        [.. text.ToLowerInvariant().Split([.. " \t\r\n.,;:!?()[]{}\"'<>/\\|-_"], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 2)];
}
