using Connector.Engine;
using Connector.Engine.Door;
using Connector.Storage.Statements;

namespace Connector.Storage.Writing;

/// <summary>
/// The dossiers of a page of inputs that name interactions, loaded together. One that an earlier input of the page may have changed is loaded anew, so
/// that each input sees what the earlier ones did.
/// </summary>
internal sealed class PagePreload(KnownLoader loader, IReadOnlyDictionary<long, Dossier> dossiers)
{
    private readonly HashSet<Dossier> _touched = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<long> _changed = [];

    public static async ValueTask<PagePreload> OfAsync(ISession session, KnownLoader loader, IEnumerable<LookUp> lookUps, CancellationToken cancellation)
    {
        List<long> ids = [.. lookUps.OfType<LookUp.Interaction>().Select(l => l.Id).Distinct()];
        return new(loader, ids.Count > 1 ? await loader.OfInteractionsAsync(session, ids, cancellation) : new Dictionary<long, Dossier>());
    }

    public async ValueTask<Known> LoadAsync(ISession session, LookUp lookUp, CancellationToken cancellation) =>
        lookUp is LookUp.Interaction { Id: var id, WithHistory: false } && dossiers.TryGetValue(id, out var dossier) && IsFresh(dossier)
            ? new Known { Dossier = dossier }
            : await loader.LoadAsync(session, lookUp, cancellation);

    public void Note(Known known, Outcome outcome)
    {
        if (!outcome.HasWrites) return;
        if (known.Dossier is { } dossier) _touched.Add(dossier);
        foreach (var record in outcome.Updates.Concat(outcome.Inserts.OfType<IRecord>())) _changed.Add(record.Id);
    }

    private bool IsFresh(Dossier dossier) => !_touched.Contains(dossier) && !dossier.Records().Any(r => _changed.Contains(r.Id));
}
