using Connector.Engine;
using Connector.Engine.Door;

namespace Connector.Storage.Writing;

/// <summary>The records an input was decided on.</summary>
internal static class Loaded
{
    /// <summary>The record as it was loaded, so that only what changed is written; null when it is not at hand in that version.</summary>
    public static IRecord? Find(Known known, IRecord record) =>
        known.Outbox is { } row && IsIn(record, row) ? row : All(known).FirstOrDefault(r => IsIn(record, r));

    public static void Require(Known known, ExpectedVersion expected)
    {
        var version = All(known).FirstOrDefault(r => r.Id == expected.Id && r.GetType() == expected.Record)?.Version;
        if (version is not { } now || !expected.Versions.Contains(now)) throw new VersionUnexpectedException(version);
    }

    /// <summary>What the decision stands on without changing it: thread, open interactions and cases of each dossier that is changed or was asked for.</summary>
    public static IEnumerable<IRecord> Unchanged(Known known, Outcome outcome) =>
        Dossiers(known).Where(d => ReferenceEquals(d, known.Dossier) || d.Records().Any(r => outcome.Updates.Any(u => Same(u, r))))
            .SelectMany(Anchors).Where(r => !outcome.Updates.Any(u => Same(u, r))).DistinctBy(r => r.Id);

    private static IEnumerable<IRecord> Anchors(Dossier dossier)
    {
        if (dossier.Thread is { } thread) yield return thread;
        foreach (var interaction in dossier.Interactions.Where(i => !i.IsClosed)) yield return interaction;
        foreach (var found in dossier.Cases) yield return found;
    }

    private static IEnumerable<IRecord> All(Known known)
    {
        foreach (var single in new IRecord?[] { known.Message, known.Outbox, known.Quarantined })
            if (single is not null) yield return single;
        foreach (var record in Dossiers(known).SelectMany(d => d.Records().Concat(d.Mails))) yield return record;
        foreach (var record in known.Catalogue?.Records() ?? []) yield return record;
        foreach (var hit in known.Cases)
        {
            yield return hit.Case;
            if (hit.Merge is { } merge) yield return merge;
        }
        foreach (var thread in Dossiers(known).SelectMany(d => d.United)) yield return thread;
        foreach (var record in known.SameMail.Concat(known.NamedMessages).Concat<IRecord>(known.SameQuarantined)) yield return record;
    }

    private static IEnumerable<Dossier> Dossiers(Known known)
    {
        if (known.Dossier is { } dossier) yield return dossier;
        if (known.Target is { } target && !ReferenceEquals(target, known.Dossier)) yield return target;
        foreach (var hit in known.Hits.Select(h => h.Dossier).Concat(known.Cases.Select(c => c.Dossier)).SelectMany(d => d.Related.Prepend(d)).Distinct(ReferenceEqualityComparer.Instance).Cast<Dossier>()) yield return hit;
    }

    private static bool IsIn(IRecord changed, IRecord loaded) => Same(loaded, changed) && loaded.Version == changed.Version;

    private static bool Same(IRecord one, IRecord other) => one.Id == other.Id && one.GetType() == other.GetType();
}
