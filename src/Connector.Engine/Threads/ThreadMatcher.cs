using System.Text.Json;
using Connector.Engine.Contacts;
using Connector.Engine.Door;
using Connector.Engine.Messages;
using Connector.Engine.Participants;
using Connector.Engine.Settings;
using Connector.Mail;

namespace Connector.Engine.Threads;

/// <summary>Where a mail belongs: the first signal that leads to a thread its author may name.</summary>
/// <param name="Won">The signal that decided, or null when nothing did.</param>
/// <param name="Thread">Its thread, redirects followed.</param>
/// <param name="Stranger">Weak signals led here, where the author is a stranger, whatever thread another signal leads to: for <c>StrangerPolicy</c>; it stays untouched.</param>
public sealed record ThreadMatch(Signal? Won, Dossier? Thread, Dossier? Stranger, IReadOnlyList<Candidate> Candidates, IReadOnlyList<string> Conflicts, IReadOnlyList<string> Flags)
{
    /// <summary>The author's record, when there is one.</summary>
    public Person? Customer { get; init; }

    /// <summary>Automatic mail sent lately to the author.</summary>
    public AutomaticTraffic? Automatic { get; init; }

    /// <summary>The mail named a closed conversation and goes on to the one that follows it.</summary>
    public bool WentOn { get; init; }

    /// <summary>The mail it answers, if we have it: named in In-Reply-To, else last in References.</summary>
    public Message? Answered { get; init; }

    /// <summary>The mail of ours or theirs whose id decided.</summary>
    public Message? Named { get; init; }

    /// <summary>It came after answers to it: what it says of people is older than what is known.</summary>
    public bool IsLate { get; init; }

    /// <summary>Keys of the mails it names that are not here, the first one first; of a stranger's, what the thread waits for that it named, too: that mail may let them in.</summary>
    public IReadOnlyList<long> Missing { get; init; } = [];

    /// <summary>Other conversations that wait for this very mail: for <c>Uniting</c>.</summary>
    public IReadOnlyList<Dossier> Awaiting { get; init; } = [];
}

/// <summary>Tries the signals in order (threading rules a). One hit wins; every further thread named is recorded, and a different one is a conflict. Quotes, and ids in
/// References behind the first that leads anywhere, are history.</summary>
public static class ThreadMatcher
{
    public static ThreadMatch Find(MailArrived mail, Known known, Channel channel, Setup setup)
    {
        Signal? won = null;
        Dossier? thread = null, stranger = null;
        var candidates = new List<Candidate>();
        var conflicts = new List<string>();
        var chains = new HashSet<MatchedBy>();
        var awaiting = new List<Dossier>();
        foreach (var (signal, dossier) in Hits(mail, known, channel, setup))
        {
            var own = signal.Awaited && signal.Text == mail.Mail.MessageId;
            if (own) awaiting.Add(dossier);
            if (own && won is not null) continue;
            var refusal = Refusal(signal, dossier, mail.Mail, setup);
            candidates.Add(CandidateOf(signal, dossier, refusal ?? (won is null ? "first signal that leads to a thread" : "names a thread too")));
            if (refusal == NotOnThread && !signal.Awaited) stranger ??= dossier;
            if (refusal is not null) continue;
            var history = signal.Quoted || signal.Awaited || signal.Chain && !chains.Add(signal.By);
            if (won is null) (won, thread) = (signal, dossier);
            else if (dossier.Thread!.Id != thread!.Thread!.Id && !history && signal != won && !GoesOn(thread, dossier) && !MayBeOne(thread, dossier)) conflicts.Add($"{Name(won.By)} names thread {Name(thread)}, {Name(signal.By)} names {Name(dossier)}");
        }
        var late = awaiting.Find(d => d.Thread!.Id == thread?.Thread?.Id);
        return new ThreadMatch(won, late ?? thread, stranger?.Thread!.Id == thread?.Thread!.Id ? null : stranger, candidates, conflicts, [.. mail.Signals.Flags.Concat(Unrecognised(mail.Signals, known, won)).Distinct()])
        {
            Customer = known.Customer,
            Automatic = known.Automatic,
            Answered = AnsweredBy(mail.Mail, known),
            Named = known.NamedMessages.Find(m => m.MailId == won?.Text),
            IsLate = late is not null,
            Missing = [.. NotHere(mail.Signals.Keys, known), .. stranger is null ? [] : MissingMail.Of(stranger.Thread!)],
            Awaiting = [.. awaiting.Where(d => d.Thread!.Id != thread?.Thread?.Id)],
        };
    }

    private static IEnumerable<long> NotHere(MailKeys keys, Known known) =>
        keys.Named.Where(key => key != keys.Own && !known.NamedMessages.Exists(m => m.MailKey == key)).Reverse();

    private static Message? AnsweredBy(MailMessage mail, Known known)
    {
        var parents = mail.InReplyTo.Count > 0 ? mail.InReplyTo : [.. mail.References.TakeLast(1)];
        return parents.Select(id => known.NamedMessages.Find(m => m.MailId == id)).FirstOrDefault(m => m is not null);
    }

    private static IEnumerable<(Signal Signal, Dossier Dossier)> Hits(MailArrived mail, Known known, Channel channel, Setup setup)
    {
        foreach (var signal in mail.Signals.Ordered)
            foreach (var dossier in signal switch
            {
                { Awaited: true } when signal.Text == mail.Mail.MessageId => Begun(Waiting(signal, known, channel), mail),
                { Awaited: true } => Waiting(signal, known, channel),
                { By: MatchedBy.MessageId } => ByMessage(signal, known, channel, setup),
                _ => ByKey(signal.Key, known),
            })
                yield return (signal, dossier);
    }

    /// <summary>A client's thread index may stand on several conversations: the subject tells which.</summary>
    private static IEnumerable<Dossier> ByKey(string key, Known known) =>
        known.Hits.Where(h => h.Key == key).Select(h => h.Dossier).DistinctBy(d => d.Thread?.Id).OrderByDescending(d => d.Thread?.LastActivityAt);

    private static IEnumerable<Dossier> Waiting(Signal signal, Known known, Channel channel) =>
        ByKey(signal.Key, known).Where(d => d.Thread is { } thread && thread.MailboxGroup == channel.MailboxGroup && MissingMail.Of(thread).Contains(MailKey.OfId(signal.Text)));

    /// <summary>Of several that wait for one mail it goes where somebody works, else where its author is the requester, else to the oldest.</summary>
    private static IEnumerable<Dossier> Begun(IEnumerable<Dossier> awaiting, MailArrived mail) => awaiting
        .OrderBy(Untouched.Is)
        .ThenByDescending(d => d.Participants.Exists(p => p.Role == ParticipantRole.Requester && p.Address == MailRows.Sender(mail)))
        .ThenBy(d => d.Thread?.Id);

    /// <summary>Known ids count within the tenant's mailbox group; of several records the most recently active one comes first.</summary>
    private static IEnumerable<Dossier> ByMessage(Signal signal, Known known, Channel channel, Setup setup) => known.NamedMessages
        .Where(m => m.MailId == signal.Text && m.ThreadId is not null && InGroup(m, channel, setup))
        .SelectMany(m => ByKey(ThreadHit.OfThread(m.ThreadId!.Value), known))
        .DistinctBy(d => d.Thread!.Id)
        .OrderByDescending(d => d.Thread!.LastActivityAt);

    private static bool InGroup(Message message, Channel channel, Setup setup) =>
        message.Channel == channel.Id || setup.Channel(message.Channel)?.MailboxGroup == channel.MailboxGroup;

    private const string NotOnThread = "the sender is not on the thread and the signal is not signed";

    /// <summary>Null when the author may name this thread by this signal, else why not.</summary>
    private static string? Refusal(Signal signal, Dossier dossier, MailMessage mail, Setup setup)
    {
        if (dossier.Thread is null) return "the case has no emails yet";
        if (signal.By == MatchedBy.ThreadIndex && !SubjectOf.IsKnown(mail.Subject, dossier))
            return "same thread index, another subject";
        if (signal.Awaited && signal.Text != mail.MessageId && !SubjectOf.IsKnown(mail.Subject, dossier))
            return "answers the same mail, another subject";
        if (signal.Awaited && signal.Text == mail.MessageId && !SubjectOf.IsKnown(mail.Subject, dossier) && !LateMails.BegunBy(dossier).Contains(mail.MessageId))
            return "named there beside others, another subject";
        if (signal.Signed || mail.From.Count == 0) return null;
        return Author.Of(mail.From[0].Address, mail.From[0].Name ?? "", proven: false, dossier, setup).IsStranger ? NotOnThread : null;
    }

    /// <summary>One grew from the other: the answers in a follow-up name the conversation before it too, and contradict nothing.</summary>
    private static bool GoesOn(Dossier one, Dossier other) => Follows(one, other) || Follows(other, one);

    /// <summary>One of them waits for a mail still, under the same subject: they may turn out to be one, and contradict nothing.</summary>
    private static bool MayBeOne(Dossier one, Dossier other) => (one.Thread!.Missing ?? other.Thread!.Missing) is not null && SubjectOf.IsKnown(other.Thread!.BareSubject, one);

    private static bool Follows(Dossier later, Dossier earlier) =>
        later.Cases.Exists(c => c.FollowUpOf is { } old && earlier.Cases.Exists(o => o.Id == old))
        || later.Interactions.Exists(i => i.RefersTo is { } old && earlier.Interactions.Exists(o => o.Id == old));

    private static IEnumerable<string> Unrecognised(MailSignals signals, Known known, Signal? won) =>
        won is null && signals.Ordered.Any(s => IsThreadId(s) && !known.Hits.Exists(h => h.Key == s.Key))
            ? ["ThreadIdUnrecognised"] : [];

    private static bool IsThreadId(Signal signal) => signal.Signed || signal.By is MatchedBy.Subject or MatchedBy.Body && ThreadIds.IsWellFormed(signal.Text);

    private static Candidate CandidateOf(Signal signal, Dossier dossier, string reason) => new(signal.By,
        dossier.Interactions.Count > 0 ? RecordId.Interaction(dossier.Interactions[^1].Id) : null,
        dossier.Cases.Count > 0 ? RecordId.Case(dossier.Cases[^1].Id) : null, null, reason);

    private static string Name(MatchedBy signal) => JsonSerializer.Serialize(signal, DecisionJson.Default.MatchedBy).Trim('"');

    private static string Name(Dossier dossier) => dossier.Thread!.Token ?? $"#{dossier.Thread.Id}";
}
