using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Settings;
using Connector.Mail;

namespace Connector.Engine.Threads;

/// <summary>The case a reply is about, why, and what every case scored.</summary>
internal sealed record MatchedCase(Case Case, string Why, IReadOnlyList<Candidate> Scored)
{
    public MatchedCase(Case only, string why)
        : this(only, why, [])
    {
    }
}

/// <summary>Which of several open cases a reply is about (domain section 6).</summary>
internal static class ReplyMatcher
{
    public static MatchedCase Best(IReadOnlyList<Case> cases, MailArrived mail, Dossier thread, Channel channel, Setup setup)
    {
        if (cases.Count == 1) return new(cases[0], "joins the one open case");
        var texts = cases.Select(c => new CaseText(c.Id, $"{c.Subject}\n{c.Description}\n{thread.CaseTexts.GetValueOrDefault(c.Id)}")).ToList();
        var (scores, kind, note) = Scores(mail.Mail, texts, channel, setup);
        var (best, score) = cases.Select(c => (Case: c, Score: scores.GetValueOrDefault(c.Id))).MaxBy(s => (s.Score, s.Case.CreatedAt, s.Case.Id));
        var sure = score >= channel.Rules.ReplyMatchThreshold;
        var chosen = sure ? best : cases.MaxBy(c => (c.CreatedAt, c.Id))!;
        var why = sure
            ? string.Create(Invariant, $"best {kind} score {score:0.00}{note}")
            : string.Create(Invariant, $"no score reaches {channel.Rules.ReplyMatchThreshold:0.00} (best {kind} score {score:0.00}{note}): the most recently opened case");
        return new(chosen, why, [.. cases.Select(c => new Candidate(MatchedBy.ReplyOnClosed, null, RecordId.Case(c.Id), Math.Round(scores.GetValueOrDefault(c.Id), 4), c.Id == chosen.Id ? why : $"{kind} score{note}"))]);
    }

    private static readonly IFormatProvider Invariant = System.Globalization.CultureInfo.InvariantCulture;

    private static (IReadOnlyDictionary<long, double> Scores, string Kind, string Note) Scores(MailMessage mail, IReadOnlyList<CaseText> cases, Channel channel, Setup setup)
    {
        var reply = $"{mail.Subject}\n{mail.ReplyText}";
        if (!setup.AiReplyMatch) return (Keywords(mail, reply, cases, channel), "keyword", " (Entitlements:AiReplyMatch is off)");
        if (setup.AiReplyScorer is not { } scorer) return (Keywords(mail, reply, cases, channel), "keyword", " (entitled, but no AI matcher is there)");
        return scorer.Scores(reply, cases) is { } scores ? (scores, "AI", "") : (Keywords(mail, reply, cases, channel), "keyword", " (the AI matcher could not tell)");
    }

    /// <summary>The subject of an answer tells what the conversation began with: what was written now comes first, and the subject helps only where that is not enough.</summary>
    private static IReadOnlyDictionary<long, double> Keywords(MailMessage mail, string reply, IReadOnlyList<CaseText> cases, Channel channel)
    {
        var (text, whole) = (KeywordScorer.Scores(mail.ReplyText, cases), KeywordScorer.Scores(reply, cases));
        return text.Values.Max() >= channel.Rules.ReplyMatchThreshold || text.Values.Max() >= whole.Values.Max() ? text : whole;
    }
}

/// <summary>All that is known of what a case is about: subject, description, comments and last mails.</summary>
public sealed record CaseText(long CaseId, string Text);

/// <summary>An AI matcher in front of the keywords, used only with the entitlement. It is asked within a decision: it answers at once, from what it is given.</summary>
public interface IReplyScorer
{
    /// <summary>0 to 1 for each case; null when it cannot tell.</summary>
    IReadOnlyDictionary<long, double>? Scores(string reply, IReadOnlyList<CaseText> cases);
}
