using Connector.Engine;
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
        List<long> rows = [.. lookUps.OfType<LookUp.Outbox>().Select(l => l.Id).Distinct()];
        var calls = rows.Count > 1 ? await loader.OfCallsAsync(session, rows, cancellation) : [];
        List<long> ids = [.. lookUps.OfType<LookUp.Interaction>().Select(l => l.Id).Concat(calls.Values.Select(row => row.InteractionId)).Distinct()];
        return new(calls, ids.Count > 1 ? await loader.OfInteractionsAsync(session, ids, cancellation) : []);
    }

    /// <summary>What was loaded, as long as no earlier input of the page changed it; null: it is to be loaded now.</summary>
    public Known? Ready(LookUp lookUp) => lookUp switch
    {
        LookUp.Interaction { WithHistory: false } of => Ready(of.Id, null),
        LookUp.Outbox of when calls.TryGetValue(of.Id, out var row) && !_changed.Contains(row.Id) => Ready(row.InteractionId, row),
        _ => null,
    };

    private Known? Ready(long interaction, OutboxRow? row) =>
        dossiers.TryGetValue(interaction, out var dossier) && IsFresh(dossier) ? new() { Outbox = row, Dossier = dossier } : null;

    public void Note(Known known, Outcome outcome)
    {
        if (!outcome.HasWrites) return;
        if (known.Dossier is { } dossier) _touched.Add(dossier);
        foreach (var record in outcome.Updates.Concat(outcome.Inserts.OfType<IRecord>())) _changed.Add(record.Id);
    }

    private bool IsFresh(Dossier dossier) => !_touched.Contains(dossier) && !dossier.Records().Any(r => _changed.Contains(r.Id));
}
