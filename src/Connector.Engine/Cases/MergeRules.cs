using System.Collections.Immutable;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Participants;
using Connector.Engine.Threads;

namespace Connector.Engine.Cases;

/// <summary>Merges cases: states, links, interactions, people and threads in one go. Nobody gets a mail about it.</summary>
internal static class MergeRules
{
    public static Outcome Decide(MergeCases command, Known known, Given given)
    {
        if (CaseCommandRules.Forbidden(command) is { } forbidden) return new Outcome(forbidden);
        if (command.All.FirstOrDefault(id => known.Case(id) is null) is var missing and not 0) return CaseCommandRules.Missing(missing);
        var target = command.Target is { } named ? known.Case(named)! : command.All.Select(id => known.Case(id)!).MinBy(h => (h.Case.CreatedAt, h.Case.Id))!;
        var sources = command.All.Select(id => known.Case(id)!).Where(h => h.Case.Id != target.Case.Id).ToList();
        if (Refusal(target, sources) is { } refused) return new Outcome(refused);
        sources.RemoveAll(h => LeadsTo(h, target));
        return sources.Count == 0
            ? new Outcome(new Answer.Nothing("merged already", new MergeResult(target.Case.Id, [])))
            : Carry(target, sources, command, given);
    }

    private static Answer.Refused? Refusal(CaseHit target, List<CaseHit> sources)
    {
        if (sources.Count == 0) return new Answer.Refused(RuleNames.MergeIntoItself, $"case {target.Case.NumberText} cannot be merged into itself");
        if (target.Case.MergedInto is not null) return new Answer.Refused(RuleNames.CaseMerged, $"case {target.Case.NumberText} is merged into another already; name that one");
        if (!target.Case.IsActive) return new Answer.Refused(RuleNames.NotAllowedInState, $"case {target.Case.NumberText} is closed and takes no other");
        if (sources.Find(h => h.Case.MergedInto is not null && !LeadsTo(h, target)) is { } taken) return new Answer.Refused(RuleNames.CaseMerged, $"case {taken.Case.NumberText} is merged into another already");
        return sources.Find(h => h.Case is { MergedInto: null, IsActive: false }) is { } closed
            ? new Answer.Refused(RuleNames.NotAllowedInState, $"case {closed.Case.NumberText} is closed; only active cases are merged")
            : null;
    }

    private static bool LeadsTo(CaseHit source, CaseHit target) => source.Case.MergedInto is not null && source.Final == target.Case.Id;

    private static Outcome Carry(CaseHit target, List<CaseHit> sources, MergeCases command, Given given)
    {
        var p = new Proceedings(United(target, sources), command, given);
        var threads = new Dictionary<long, CaseThread>();
        foreach (var source in sources) One(p, source, target.Case.Id, threads);
        var outcome = p.Close(new Answer.Done(new MergeResult(target.Case.Id, [.. sources.Select(s => s.Case.Id)])));
        return outcome with { Updates = [.. outcome.Updates, .. threads.Values] };
    }

    /// <summary>All records of the cases, on the target's thread; the sources' threads lead to it afterwards.</summary>
    private static Dossier United(CaseHit target, List<CaseHit> sources)
    {
        Dossier[] all = [target.Dossier, .. sources.Select(s => s.Dossier)];
        return target.Dossier with
        {
            Thread = target.Dossier.Thread ?? all.Select(d => d.Thread).FirstOrDefault(t => t is not null),
            Participants = target.Dossier.Thread is not null ? target.Dossier.Participants : all.FirstOrDefault(d => d.Thread is not null)?.Participants ?? [],
            Interactions = Distinct(all, d => d.Interactions),
            Cases = Distinct(all, d => d.Cases),
            Segments = Distinct(all, d => d.Segments),
            Transfers = Distinct(all, d => d.Transfers),
            ExternalRefs = Distinct(all, d => d.ExternalRefs),
        };
    }

    private static ImmutableList<T> Distinct<T>(Dossier[] all, Func<Dossier, IEnumerable<T>> records)
        where T : IRecord => [.. all.SelectMany(records).DistinctBy(r => r.Id).OrderBy(r => r.Id)];

    private static void One(Proceedings p, CaseHit source, long target, Dictionary<long, CaseThread> threads)
    {
        var before = p.Dossier.Case(source.Case.Id);
        var gave = p.Dossier.Case(target).ThreadId is null && source.Dossier.Thread?.Id == p.Dossier.Thread?.Id && before.ThreadId is not null;
        if (gave) p.Set(p.Dossier.Case(target) with { ThreadId = p.Dossier.Thread!.Id });
        var moved = Supersede(p, p, before, target);
        var thread = source.Dossier.Thread is { } own && own.Id != p.Dossier.Thread!.Id && threads.TryAdd(own.Id, own with { RedirectTo = p.Dossier.Thread.Id }) ? own : null;
        p.Add(Kept(p, before, target, moved) with { ThreadId = thread?.Id, GaveThread = gave, People = thread is null ? "" : CaseMerge.Join(Join(p, source.Dossier.Participants)) });
    }

    /// <summary>One case into that of another conversation, when the two are united; undone like any other merge.</summary>
    /// <param name="from">Of the case that is given up.</param>
    /// <param name="to">Of the target.</param>
    /// <param name="joined">People who came over with it.</param>
    public static void Absorb(Proceedings from, Proceedings to, Case source, long target, IEnumerable<long> joined)
    {
        var moved = Supersede(from, to, source, target);
        from.Add(Kept(from, source, target, moved) with { ThreadId = from.Dossier.Thread!.Id, People = CaseMerge.Join(joined) });
    }

    /// <summary>One case into another of the same conversation. Undone, it comes back alone: its mails stay with the work they went to.</summary>
    public static void Absorb(Proceedings p, Case source, long target) => p.Add(Kept(p, source, target, Supersede(p, p, source, target)));

    private static List<Interaction> Supersede(Proceedings from, Proceedings to, Case source, long target)
    {
        from.Take(CaseRules.Decide(source, new CaseInput.Supersede(target, Merged: true), CaseCommandRules.FactsOf(from, source)));
        to.Raise(new CaseTouched(target) { Why = $"case {source.NumberText} was merged into it" });
        var moved = from.Dossier.Interactions.FindAll(i => i.CaseId == source.Id);
        foreach (var interaction in moved) Relink(from, interaction, target, "its case was merged");
        return [.. moved];
    }

    private static CaseMerge Kept(Proceedings p, Case before, long target, List<Interaction> moved) => new()
    {
        Id = p.Given.Fresh.Id(),
        Tenant = before.Tenant,
        SourceId = before.Id,
        TargetId = target,
        At = p.Now,
        By = p.Input.By.Name,
        SourceState = before.State,
        SourceCloseDue = before.CloseDue,
        Interactions = CaseMerge.Join(moved.Select(i => i.Id)),
    };

    /// <summary>The interaction's case is another one from now on; the line stands in both histories.</summary>
    public static void Relink(Proceedings p, Interaction interaction, long target, string why)
    {
        p.Set(interaction with { CaseId = target });
        p.Log(nameof(CaseLinked), why, interaction.Id, target, before: RecordId.Case(interaction.CaseId), after: RecordId.Case(target));
    }

    /// <summary>People of another thread, as far as they are not here; the ids of their rows.</summary>
    public static List<long> Join(Proceedings p, IEnumerable<Participant> people)
    {
        var joined = new List<long>();
        foreach (var person in UnitedPeople.Missing(people, p.Dossier.Participants))
        {
            var thread = p.Dossier.Thread! with { Numbered = p.Dossier.Thread!.Numbered + 1 };
            p.Set(thread);
            p.Set(person with { Id = p.Given.Fresh.Id(), Version = 0, ThreadId = thread.Id, Ordinal = thread.Numbered, AddedBy = p.Input.By.Name, AddedAt = p.Now });
            joined.Add(p.Dossier.Participants[^1].Id);
        }
        return joined;
    }
}

/// <summary>The people two united threads have together. The old rows stay on the old thread: who was on which is never lost.</summary>
internal static class UnitedPeople
{
    /// <summary>Those the target lacks, as what they are there: it has one requester, so another's becomes a CC; nobody has seen its mails yet.</summary>
    public static IEnumerable<Participant> Missing(IEnumerable<Participant> source, IReadOnlyCollection<Participant> target) => source
        .Where(s => s.Role != ParticipantRole.Agent && !target.Any(t => t.Address == s.Address && (t.Role == s.Role || s.Role != ParticipantRole.Follower)))
        .Select(s => s with { Role = s.Role == ParticipantRole.Requester && target.Any(t => t.Role == ParticipantRole.Requester) ? ParticipantRole.Cc : s.Role, SeenUpTo = 0 })
        .ToList();
}
