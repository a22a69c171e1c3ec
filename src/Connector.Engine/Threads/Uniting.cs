using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Participants;
using Connector.Engine.Settings;

namespace Connector.Engine.Threads;

/// <summary>What became of the conversations that waited for a mail.</summary>
/// <param name="Target">Where the mail belongs now.</param>
/// <param name="Why">For the decision; empty when none waited.</param>
internal sealed record UnitedThreads(Target Target, string? CaseNumber, IReadOnlyList<Candidate> Candidates, string Why);

/// <summary>
/// Conversations that waited for the mail that has come are one with its thread from now on, if their mails would have joined it in the right order. What
/// nobody has touched goes over whole, on either side; where somebody works on both, only the threads become one.
/// </summary>
internal static class Uniting
{
    public static UnitedThreads With(Proceedings p, MailArrived mail, ThreadMatch match, Author author, Target target, Channel channel, long message, IReadOnlyList<string> removed)
    {
        var place = new UnitingPlace(target.Interaction, target.Case, message, Quiet: target.Flags.Contains(ReopenLimit.Flag), [.. p.Dossier.Interactions.Select(i => i.Id)], removed);
        var united = new List<Dossier>();
        var apart = new Dictionary<Dossier, Apart>(ReferenceEqualityComparer.Instance);
        var left = match.Awaiting.Where(d => d.Thread!.Id != p.Dossier.Thread!.Id).OrderBy(Untouched.Is).ToList();
        // One that is united may let in the people of another: those left are asked again.
        for (var before = -1; before != united.Count && left.Count > 0;)
        {
            before = united.Count;
            foreach (var early in left.ToList())
            {
                var (mails, refusal) = UnitingRules.Judge(p, mail, match, author, place, early, channel);
                if (refusal is not null)
                {
                    apart[early] = refusal;
                    continue;
                }
                place = UnitingActs.Take(p, early, mails, place, channel, mail.Signals.Keys.Own);
                if (IntoWork.Of(p, match.Thread!, early, place) is { } work) place = IntoWork.Go(p, early, work, place, channel, harmless: !author.IsCustomerSide);
                united.Add(early);
                left.Remove(early);
            }
        }
        foreach (var early in left.Where(e => apart[e].NotYet)) Link(p, early, place, mail.Signals.Keys.Own);
        return new((place.Joined ?? target) with { Interaction = place.Interaction, Case = place.Case }, place.CaseNumber ?? p.Dossier.Cases.Find(c => c.Id == place.Case)?.NumberText,
            [.. united.Select(e => CandidateOf(e, "waited for this mail: united")), .. left.Select(e => CandidateOf(e, $"waited for this mail, stays apart: {apart[e].Why}"))],
            united.Count == 0 ? "" : $"; united with {string.Join(", ", united.Select(NameOf))}, which waited for it");
    }

    /// <summary>As a stranger's mail that names the thread: it refers to the interaction, and waits for what else it names or the thread waits for, which may let them in.</summary>
    private static void Link(Proceedings p, Dossier early, UnitingPlace place, long come)
    {
        var thread = MissingMail.Await(p, early.Thread!, MissingMail.Of(early.Thread!).Concat(MissingMail.Of(p.Dossier.Thread!)).Except(early.History.Select(k => k.Message.MailKey).Append(come)));
        if (thread != early.Thread) p.Change(thread);
        if (Untouched.Is(early) && place.Interaction is { } interaction && early.Interactions.Find(i => !i.IsClosed) is { RefersTo: null } open) p.Change(open with { RefersTo = interaction });
    }

    private static Candidate CandidateOf(Dossier early, string why) =>
        new(MatchedBy.MessageId, RecordId.Interaction(early.Interactions.LastOrDefault()?.Id), RecordId.Case(early.Cases.LastOrDefault()?.Id), null, why);

    private static string NameOf(Dossier early) =>
        RecordId.Interaction(early.Interactions.LastOrDefault()?.Id) ?? RecordId.Case(early.Cases.LastOrDefault()?.Id) ?? "a conversation";
}

/// <summary>Where the mail itself went, and what waited for it goes too.</summary>
/// <param name="Quiet">It was kept, and nothing moves there today.</param>
/// <param name="Here">The interactions of its thread, and of what was united with it by now.</param>
/// <param name="Removed">Whom the mail took off.</param>
/// <param name="Joined">The work the mail joined instead, which somebody had begun on a conversation that waited for it.</param>
internal sealed record UnitingPlace(long? Interaction, long? Case, long Message, bool Quiet, IReadOnlyCollection<long> Here, IReadOnlyList<string> Removed, string? CaseNumber = null, Target? Joined = null)
{
    /// <summary>What went over by now, as it lies here.</summary>
    public IReadOnlyList<Message> Filed { get; init; } = [];

    public bool IsOpen => Interaction is not null || Case is not null;

    public string Name => RecordId.Interaction(Interaction) ?? RecordId.Case(Case) ?? "a closed conversation";
}

/// <summary>When it is safe (the table in the README). Naming an id lets nobody see what they could not have seen.</summary>
internal static class UnitingRules
{
    public static (IReadOnlyList<LateMail> Mails, Apart? Refusal) Judge(Proceedings p, MailArrived mail, ThreadMatch match, Author author, UnitingPlace place, Dossier early, Channel channel)
    {
        if (match.Conflicts.Count > 0) return ([], new(Apart.TwoThreads));
        if (early.Thread!.Tenant != p.Dossier.Thread!.Tenant || early.Thread.MailboxGroup != p.Dossier.Thread.MailboxGroup) return ([], new(Apart.AnotherGroup));
        if (!author.IsCustomerSide && author is not { Agent: not null, Proven: true }) return ([], new(Apart.Stranger));
        if (!SubjectOf.IsKnown(early.Thread.BareSubject, p.Dossier)) return ([], new(Apart.AnotherSubject));
        var known = LateMails.IsCustomer(early, author.Address) || Named(early, place) || WasHere(p, early, place.Message);
        if (!known && !LateMails.Left(early, author.Address)) return ([], new(Apart.NotOnIt));
        if (early.History.Count is 0 or >= Dossier.MailsLoaded) return ([], new(Apart.TooMany));
        if (LateMails.BegunBy(early).Count == 0) return ([], new(Apart.OwnBeginning));
        var (mails, after, stranger) = LateMails.Read(early, p.Dossier, place.Removed, channel, p.Given.Setup);
        if (stranger is not null) return ([], new(stranger, NotYet: true));
        if (!known && LateMails.IsCustomer(after, author.Address)) return ([], new(Apart.NotOnIt));
        if (!Untouched.Is(early)) return SamePeople(p.Dossier, early) && SamePeople(after, early) ? (mails, null) : ([], new(Apart.OtherPeople));
        return MayGo(p, place, hasCase: !early.Cases.IsEmpty) is { } why ? ([], new(why)) : (mails, null);
    }

    /// <summary>Null when work that nobody has touched may go there, else why not.</summary>
    public static string? MayGo(Proceedings p, UnitingPlace place, bool hasCase) => place switch
    {
        { Quiet: true } => Apart.Reopened,
        { IsOpen: false } => Apart.NothingOpen,
        _ => !hasCase || place.Case is null || p.Dossier.Cases.Exists(c => c.Id == place.Case && c.IsActive) ? null : Apart.CaseClosed,
    };

    /// <summary>Somebody on it named the thread, and was not there then.</summary>
    private static bool Named(Dossier early, UnitingPlace place) => early.Interactions.Exists(i => i.RefersTo is { } old && place.Here.Contains(old));

    /// <summary>The requester was on the thread before the other conversation began: not brought by this mail, and not for its sake.</summary>
    private static bool WasHere(Proceedings p, Dossier early, long message) =>
        early.Participants.Find(x => x.Role == ParticipantRole.Requester) is { } requester
        && p.Dossier.Participants.Exists(x => x.Address == requester.Address && x.Role is ParticipantRole.Requester or ParticipantRole.Cc && x.AddedByMessage != message && x.AddedAt <= early.Thread!.CreatedAt);

    private static bool SamePeople(Dossier thread, Dossier early) => Customers(thread).SetEquals(Customers(early));

    private static HashSet<string> Customers(Dossier dossier) =>
        [.. dossier.Participants.Where(x => x.Role is ParticipantRole.Requester or ParticipantRole.Cc).Select(x => x.Address)];
}
