using System.Collections.Immutable;
using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Transfers;

namespace Connector.Storage.Writing;

/// <summary>Puts gathered rows together.</summary>
internal static class Assembly
{
    public static Dictionary<long, Dossier> PerThread(ThreadFamilies families, Gathered rows, CaseTargets cases)
    {
        var dossiers = new Dictionary<long, Dossier>();
        foreach (var thread in rows.Threads.Where(t => families.FinalOf(t.Id) == t.Id))
            dossiers[thread.Id] = families.Members.Count == 1 ? Whole(rows, cases) : Part(families, rows, cases, thread.Id);
        var found = new Dictionary<long, Dossier>();
        foreach (var id in families.Asked)
            if (dossiers.TryGetValue(families.FinalOf(id), out var dossier)) found[id] = dossier;
        return found;
    }

    public static Dossier WithoutThread(Gathered rows, CaseTargets cases) => Whole(rows, cases);

    private static Dossier Whole(Gathered rows, CaseTargets cases) => new()
    {
        Thread = rows.Threads.FirstOrDefault(),
        Participants = [.. rows.Participants],
        Interactions = [.. rows.Interactions],
        Cases = Final(rows.Cases, cases),
        Segments = [.. rows.Segments],
        Transfers = OpenOrLast(rows.Transfers),
        ExternalRefs = [.. rows.ExternalRefs],
        Mails = [.. rows.Mails.OrderBy(m => m.Id).TakeLast(Dossier.MailsLoaded)],
    };

    private static Dossier Part(ThreadFamilies families, Gathered rows, CaseTargets cases, long final)
    {
        bool IsHere(long? thread) => thread is { } id && families.FinalOf(id) == final;
        var interactions = rows.Interactions.Where(i => IsHere(i.ThreadId)).ToImmutableList();
        var ids = interactions.Select(i => i.Id).ToHashSet();
        var linked = interactions.Select(i => i.CaseId).OfType<long>().ToHashSet();
        return new()
        {
            Thread = rows.Threads.First(t => t.Id == final),
            Participants = [.. rows.Participants.Where(p => IsHere(p.ThreadId))],
            Interactions = interactions,
            Cases = Final(rows.Cases.Where(c => IsHere(c.ThreadId) || linked.Contains(c.Id)), cases),
            Segments = [.. rows.Segments.Where(s => ids.Contains(s.InteractionId))],
            Transfers = OpenOrLast(rows.Transfers.Where(t => ids.Contains(t.InteractionId))),
            ExternalRefs = [.. rows.ExternalRefs.Where(r => ids.Contains(r.InteractionId))],
            Mails = [.. rows.Mails.Where(m => IsHere(m.ThreadId)).OrderBy(m => m.Id).TakeLast(Dossier.MailsLoaded)],
        };
    }

    private static ImmutableList<Case> Final(IEnumerable<Case> found, CaseTargets targets) => [.. found.Select(c => targets.Of(c.Id)).DistinctBy(c => c.Id)];

    private static ImmutableList<Transfer> OpenOrLast(IEnumerable<Transfer> transfers) =>
        [.. transfers.GroupBy(t => t.InteractionId).Select(group => group.FirstOrDefault(t => t.IsOpen) ?? group.Last())];
}
