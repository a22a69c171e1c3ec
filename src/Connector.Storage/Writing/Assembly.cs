using System.Collections.Immutable;
using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Transfers;

namespace Connector.Storage.Writing;

/// <summary>Puts gathered rows together, each to its conversation.</summary>
internal sealed class Assembly(ThreadFamilies families, Gathered rows, CaseTargets targets)
{
    private readonly ILookup<long, Engine.WrapUp.WrapUpSegment> _segments = rows.Segments.ToLookup(s => s.InteractionId);
    private readonly ILookup<long, Transfer> _transfers = rows.Transfers.ToLookup(t => t.InteractionId);
    private readonly ILookup<long, Engine.Routing.ExternalRef> _refs = rows.ExternalRefs.ToLookup(r => r.InteractionId);

    /// <summary>The dossier of each thread asked for; of united ones the same.</summary>
    public Dictionary<long, Dossier> PerThread()
    {
        var participants = rows.Participants.ToLookup(p => p.ThreadId);
        var interactions = rows.Interactions.ToLookup(i => families.FinalOf(i.ThreadId!.Value));
        var mails = rows.Mails.ToLookup(m => families.FinalOf(m.ThreadId!.Value));
        var cases = rows.Cases.Where(c => c.ThreadId is not null).ToLookup(c => families.FinalOf(c.ThreadId!.Value));
        var dossiers = rows.Threads.Where(t => families.FinalOf(t.Id) == t.Id).ToDictionary(t => t.Id, t => With(interactions[t.Id], cases[t.Id]) with
        {
            Thread = t,
            United = [.. rows.Threads.Where(u => u.Id != t.Id && families.FinalOf(u.Id) == t.Id)],
            Participants = [.. participants[t.Id]],
            Mails = [.. mails[t.Id].OrderBy(m => m.Id).TakeLast(Dossier.MailsLoaded)],
        });
        return families.Asked.Where(id => dossiers.ContainsKey(families.FinalOf(id))).ToDictionary(id => id, id => dossiers[families.FinalOf(id)]);
    }

    public Dossier WithoutThread() => With(rows.Interactions, rows.Cases);

    private Dossier With(IEnumerable<Interaction> interactions, IEnumerable<Case> cases)
    {
        ImmutableList<Interaction> mine = [.. interactions];
        var linked = mine.Select(i => i.CaseId).OfType<long>().Where(targets.Has).Concat(cases.Select(c => c.Id));
        return new()
        {
            Interactions = mine,
            Cases = [.. linked.Select(targets.Of).DistinctBy(c => c.Id).OrderBy(c => c.Id)],
            Segments = [.. mine.SelectMany(i => _segments[i.Id])],
            Transfers = [.. mine.SelectMany(i => _transfers[i.Id].Any() ? [OpenOrLast(_transfers[i.Id])] : Array.Empty<Transfer>())],
            ExternalRefs = [.. mine.SelectMany(i => _refs[i.Id])],
        };
    }

    private static Transfer OpenOrLast(IEnumerable<Transfer> transfers) => transfers.FirstOrDefault(t => t.IsOpen) ?? transfers.Last();
}
