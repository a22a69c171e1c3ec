using Connector.Engine;
using Connector.Engine.Codes;
using Connector.Engine.Door;
using Connector.Engine.Outbound;
using Connector.Storage.Statements;

namespace Connector.Storage.Writing;

/// <summary>
/// The dossiers of a page of inputs that name interactions, loaded together. One that an earlier input of the page may have changed is loaded anew, so
/// that each input sees what the earlier ones did.
/// </summary>
internal sealed class PagePreload(IReadOnlyDictionary<long, OutboxRow> calls, IReadOnlyDictionary<long, Dossier> dossiers)
{
    private readonly HashSet<Dossier> _touched = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<long> _changed = [];

    public static async ValueTask<PagePreload> OfAsync(ISession session, KnownLoader loader, IEnumerable<LookUp> lookUps, CancellationToken cancellation)
    {
        List<LookUp.Outbox> named = [.. lookUps.OfType<LookUp.Outbox>().DistinctBy(l => l.Id)];
        var calls = named.Count > 1 ? await CallsAsync(session, loader, named, cancellation) : [];
        var around = named.Where(l => !l.Alone && calls.ContainsKey(l.Id)).Select(l => calls[l.Id].InteractionId);
        List<long> ids = [.. lookUps.OfType<LookUp.Interaction>().Select(l => l.Id).Concat(around).Distinct()];
        return new(calls, ids.Count > 1 ? await loader.OfInteractionsAsync(session, ids, cancellation) : []);
    }

    /// <summary>Rows that their callers hold are not read: one that is in another version by now fails the page when it is written, and alone it is read.</summary>
    private static async ValueTask<Dictionary<long, OutboxRow>> CallsAsync(ISession session, KnownLoader loader, List<LookUp.Outbox> named, CancellationToken cancellation)
    {
        var held = named.Select(l => l.Held).OfType<OutboxRow>().Where(row => !CodeCalls.Concerns(row)).ToDictionary(row => row.Id);
        List<long> others = [.. named.Where(l => l.Held is null).Select(l => l.Id)];
        foreach (var (id, row) in others.Count > 0 ? await loader.OfCallsAsync(session, others, cancellation) : []) held.Add(id, row);
        return held;
    }

    /// <summary>What was loaded, as long as no earlier input of the page changed it; null: it is to be loaded now.</summary>
    public Known? Ready(LookUp lookUp) => lookUp switch
    {
        LookUp.Interaction { WithHistory: false, Lane: null } of => Ready(of.Id, null),
        LookUp.Outbox of when calls.TryGetValue(of.Id, out var row) && !_changed.Contains(row.Id) => of.Alone ? new() { Outbox = row } : Ready(row.InteractionId, row),
        _ => null,
    };

    private Known? Ready(long interaction, OutboxRow? row) =>
        dossiers.TryGetValue(interaction, out var dossier) && IsFresh(dossier) ? new() { Outbox = row, Dossier = dossier } : null;

    public void Note(Known known, Outcome outcome)
    {
        if (!outcome.HasWrites) return;
        if (known.Dossier is { } dossier) _touched.Add(dossier);
        for (var n = 0; n < outcome.Updates.Count; n++) _changed.Add(outcome.Updates[n].Id);
        for (var n = 0; n < outcome.Inserts.Count; n++)
            if (outcome.Inserts[n] is IRecord record) _changed.Add(record.Id);
    }

    private bool IsFresh(Dossier dossier) => !_touched.Contains(dossier) && !dossier.Records().Any(r => _changed.Contains(r.Id));
}
