using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Storage.Statements;

namespace Connector.Storage.Writing;

/// <summary>
/// Where a request goes on in whose conversation no interaction is open: other conversations of its cases, follow-ups of them, and interactions that refer to
/// one another and have the same customer, through any number of steps (no more than are reasonable).
/// </summary>
internal sealed class RelatedLoader(RecordTables tables, DossierLoader dossiers, string tenant)
{
    private const int MaxSteps = 10;

    private readonly ListStatement _followUps = new("SELECT \"ThreadId\" FROM \"Cases\" WHERE \"Tenant\" = $1 AND \"FollowUpOf\" IN ({list}) AND \"ThreadId\" IS NOT NULL", before: 1);
    private readonly ListStatement _ofCases = new("SELECT \"ThreadId\" FROM \"Interactions\" WHERE \"Tenant\" = $1 AND \"CaseId\" IN ({list}) AND \"ThreadId\" IS NOT NULL", before: 1);
    private readonly ListStatement _referring = new(tables.Of<Interaction>().Select("WHERE \"Tenant\" = $1 AND \"RefersTo\" IN ({list}) AND \"ThreadId\" IS NOT NULL").Text, before: 1);
    private readonly ListStatement _referred = new(tables.Of<Interaction>().Select("WHERE \"Tenant\" = $1 AND \"Id\" IN ({list}) AND \"ThreadId\" IS NOT NULL").Text, before: 1);

    public async ValueTask<Dossier> ReadAsync(ISession session, Dossier dossier, CancellationToken cancellation)
    {
        if (dossier.Interactions.Exists(i => !i.IsClosed) || dossier.Thread is not { } thread) return dossier;
        var seen = new HashSet<long>(dossier.United.Select(t => t.Id)) { thread.Id };
        var related = new List<Dossier>();
        IReadOnlyList<Dossier> latest = [dossier];
        for (var step = 0; step < MaxSteps && latest.Count > 0; step++)
        {
            var next = (await ThreadsAsync(session, latest, cancellation)).Where(seen.Add).ToList();
            var loaded = next.Count == 0 ? [] : await dossiers.OfThreadsAsync(session, next, cancellation);
            latest = [.. loaded.Values.Distinct().Where(d => d.Thread!.Id != thread.Id)];
            foreach (var found in latest) seen.UnionWith(found.United.Select(t => t.Id).Append(found.Thread!.Id));
            related.AddRange(latest);
        }
        return related.Count == 0 ? dossier : dossier with { Related = [.. related.DistinctBy(d => d.Thread!.Id)] };
    }

    private async ValueTask<IReadOnlyList<long>> ThreadsAsync(ISession session, IReadOnlyList<Dossier> from, CancellationToken cancellation)
    {
        Value[] cases = [.. from.SelectMany(d => d.Cases).Select(c => (Value)c.Id)];
        var here = from.SelectMany(d => d.Interactions).DistinctBy(i => i.Id).ToDictionary(i => i.Id);
        var threads = cases.Length == 0 ? [] : await session.ListAsync(_followUps.With(cases, tenant), row => row.Number(0), cancellation);
        if (cases.Length > 0) threads = [.. threads, .. await session.ListAsync(_ofCases.With(cases, tenant), row => row.Number(0), cancellation)];
        if (here.Count == 0) return threads;
        var referring = await session.ListAsync(_referring.With([.. here.Keys.Select(id => (Value)id)], tenant), tables.Of<Interaction>().Read, cancellation);
        Value[] named = [.. here.Values.Select(i => i.RefersTo).OfType<long>().Where(id => !here.ContainsKey(id)).Select(id => (Value)id)];
        var referred = named.Length == 0 ? [] : await session.ListAsync(_referred.With(named, tenant), tables.Of<Interaction>().Read, cancellation);
        var same = referring.Where(r => SameCustomer(r, here[r.RefersTo!.Value])).Concat(referred.Where(r => here.Values.Any(h => h.RefersTo == r.Id && SameCustomer(h, r))));
        return [.. threads, .. same.Select(i => i.ThreadId!.Value)];
    }

    private static bool SameCustomer(Interaction one, Interaction other) => one.CustomerType == other.CustomerType && one.CustomerId == other.CustomerId;
}
