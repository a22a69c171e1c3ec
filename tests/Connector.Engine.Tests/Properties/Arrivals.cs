using System.Text;
using System.Text.RegularExpressions;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Participants;
using Connector.Engine.Settings;
using Connector.Engine.Tests.Kit;
using Connector.Engine.Threads;

namespace Connector.Engine.Tests.Properties;

/// <summary>The mails of a tree as they came to one channel, and what has become of them.</summary>
internal sealed class Arrivals(MailTree tree, string channel, Setup setup)
{
    private const string NotOnThread = "the sender is not on the thread and the signal is not signed";

    private static readonly HashSet<string> Reasons =
        [Apart.TwoThreads, Apart.AnotherSubject, Apart.Stranger, Apart.NotOnIt, Apart.NotThere, Apart.OwnBeginning, Apart.OtherPeople, NotOnThread, "names a thread too"];

    private readonly Dictionary<int, (int At, MailDecision Decision, IReadOnlyList<long> AwaitedBy)> _came = [];
    private readonly StringBuilder _story = new();

    public Scenario S { get; } = new(setup);

    public int Open => S.Store.All<Interaction>().Count(i => !i.IsClosed);

    public Arrivals Play(IEnumerable<int> order, Action<Scenario>? after = null)
    {
        foreach (var n in order)
        {
            var key = MailKey.OfId(tree.Mails[n].Id);
            var awaitedBy = S.Store.Where<CaseThread>(t => MissingMail.Of(t).Contains(key)).ConvertAll(t => t.Id);
            var decision = S.Mail(tree.Mails[n], channel);
            _story.AppendLine(tree.Line(n, decision));
            _came.TryAdd(n, (_came.Count, decision, awaitedBy));
            IsAnybodyTakenOff |= S.Store.All<Participant>().Any(p => p.Role == ParticipantRole.Former) || IsRefused(decision);
            IsTakenOffByAnother |= IsAnybodyTakenOff && S.Store.All<Participant>().Any(p => p.Role == ParticipantRole.Requester && p.Address != tree.Mails[0].From && (IsRefused(decision) || S.People(p.ThreadId, ParticipantRole.Former).Count > 0));
            after?.Invoke(S);
            S.Pass(TimeSpan.FromMinutes(1));
        }
        return this;
    }

    /// <summary>One open interaction a thread, unless somebody works on each of them.</summary>
    public void HaveOneInteractionEach()
    {
        foreach (var thread in S.Store.All<Interaction>().Where(i => !i.IsClosed).GroupBy(i => Final(i.ThreadId!.Value)))
            Assert.True(thread.Count() == 1 || thread.All(i => i.Owner is not null), $"{thread.Count()} on one thread\n{_story}");
    }

    /// <summary>A mail of one thread names one of another that was there, or waited for it: of two such, one that came later says why.</summary>
    public void SayWhyTheyAreApart()
    {
        var apart = tree.Written.SelectMany(n => tree.Named(n).Select(m => (n, m))).Where(x => ThreadOf(x.n) != ThreadOf(x.m) && (_came[x.n].At > _came[x.m].At || _came[x.m].AwaitedBy.Any(t => Final(t) == ThreadOf(x.n))));
        foreach (var threads in apart.GroupBy(x => (Math.Min(ThreadOf(x.n), ThreadOf(x.m)), Math.Max(ThreadOf(x.n), ThreadOf(x.m)))))
            Assert.True(threads.Any(x => IsExplained(_came[x.n].At > _came[x.m].At ? x.n : x.m)), $"{string.Join(" ", threads)} are apart\n{_story}");
    }

    private bool IsExplained(int later) => _came[later].Decision.Candidates.Any(c => Reasons.Any(r => c.Reason.EndsWith(r, StringComparison.Ordinal)));

    /// <summary>Who wrote first here is the requester, and somebody was taken off: by other rights than in the right order.</summary>
    public bool IsTakenOffByAnother { get; private set; }

    /// <summary>Be it only for a while, or if they had been united.</summary>
    public bool IsAnybodyTakenOff { get; private set; }

    /// <summary>Somebody wrote who was off: what they began is a conversation of its own, and what answers it.</summary>
    public bool HasOneWhoIsOffWritten => _came.Values.Any(c => c.Decision.Candidates.Any(x => x.Reason == NotOnThread));

    /// <summary>What left the requester out is internal, but for what the requester wrote.</summary>
    public void HideWhatLeftTheRequesterOut()
    {
        foreach (var n in tree.Written.Where(n => MessageOf(n).Visibility == Visibility.Public))
        {
            var requester = S.People(ThreadOf(n), ParticipantRole.Requester).Single().Address;
            Assert.True(tree.Mails[n].From == requester || tree.Mails[n].Cc.Contains(requester), $"{n} is public\n{_story}");
        }
    }

    /// <summary>Somebody on a thread was left out of a public mail there that named no other (nothing moves then): a mail names them that is not older than it by what lies there, or that came later.</summary>
    public void ShowNothingToWhomItLeftOut()
    {
        foreach (var n in tree.Written.Where(n => MessageOf(n).Visibility == Visibility.Public && _came[n].Decision.Conflicts.Count == 0))
            foreach (var person in S.People(ThreadOf(n), ParticipantRole.Cc).Where(p => p.Address != tree.Mails[n].From && !tree.Mails[n].Cc.Contains(p.Address)))
                Assert.True(tree.Written.Any(x => ThreadOf(x) == ThreadOf(n) && tree.Mails[x].Cc.Contains(person.Address) && !IsOlder(x, n)), $"{n} left out {person.Address}\n{_story}");
    }

    private static bool IsRefused(MailDecision decision) => decision.Candidates.Any(c => c.Reason.EndsWith($" {Apart.NotThere}", StringComparison.Ordinal));

    private bool IsOlder(int x, int n) => tree.Before(n, m => ThreadOf(m) == ThreadOf(n)).Contains(x) && (_came[x].At <= Settled(n) || _came[x].AwaitedBy.Contains(MessageOf(x).ThreadId!.Value));

    /// <summary>When it came to the thread it lies on.</summary>
    private int Settled(int n)
    {
        var united = Regex.Matches(DecisionJson.Read(MessageOf(n).Decision)!.Reason, "by mail (?<id>m-[0-9]+), which it waited for").Select(m => _came.Values.First(c => c.Decision.MessageId == m.Groups["id"].Value).At);
        return united.Append(_came[n].At).Max();
    }

    private Message MessageOf(int n) => S.MessageOf(_came[n].Decision);

    private long ThreadOf(int n) => Final(MessageOf(n).ThreadId!.Value);

    private long Final(long thread) => S.Store.Get<CaseThread>(thread).RedirectTo is { } next ? Final(next) : thread;

    public override string ToString() => _story.ToString();
}
