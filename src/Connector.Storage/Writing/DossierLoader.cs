using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Participants;
using Connector.Engine.Threads;
using Connector.Storage.Statements;

namespace Connector.Storage.Writing;

/// <summary>Loads dossiers: one round trip for a thread or several, one more for each step of a redirect or merge.</summary>
internal sealed class DossierLoader(RecordTables tables, Dialect dialect, string tenant)
{
    private readonly ThreadQueries _ofThreads = new(tables, dialect, tenant, ThreadQueries.ById);
    private readonly ThreadQueries _ofMailKey = new(tables, dialect, tenant, ThreadQueries.ByMailKey);
    private readonly Scope _ofInteraction = new(tables, dialect, "\"Id\" IN ({list})", "");
    private readonly Scope _ofCase = new(tables, dialect, "\"CaseId\" IN ({list})", "\"Id\" IN ({list}) OR ");

    private readonly Statement _interaction = tables.Of<Interaction>().Select("WHERE \"Id\" = $1 AND \"Tenant\" = $2");
    private readonly Statement _interactionWithThread = new("SELECT \"Id\" FROM \"Interactions\" WHERE \"CaseId\" = $1 AND \"ThreadId\" IS NOT NULL ORDER BY \"Id\" DESC LIMIT 1");
    private readonly ListStatement _threadsOf = new("SELECT \"Id\", \"ThreadId\" FROM \"Interactions\" WHERE \"Tenant\" = $1 AND \"Id\" IN ({list}) AND \"ThreadId\" IS NOT NULL", before: 1);
    private readonly ListStatement _ofCases = new(tables.Of<Interaction>().Select("WHERE \"Tenant\" = $1 AND \"CaseId\" IN ({list}) ORDER BY \"Id\"").Text, before: 1);
    private readonly ListStatement _merges = new(tables.Of<CaseMerge>().Select("WHERE \"Tenant\" = $1 AND \"SourceId\" IN ({list}) AND \"UndoneAt\" IS NULL ORDER BY \"Id\" DESC").Text, before: 1);
    private readonly ListStatement _cases = new(tables.Of<Case>().Select("WHERE \"Tenant\" = $1 AND \"Id\" IN ({list})").Text, before: 1);

    /// <param name="session">The connection at work.</param>
    /// <param name="id">The interaction.</param>
    /// <param name="cancellation">Its caller's.</param>
    /// <param name="beside">Read after what the dossier holds, in the same round trip: no older than that.</param>
    public async ValueTask<Dossier?> OfInteractionAsync(ISession session, long id, CancellationToken cancellation, Func<Query>? beside = null)
    {
        var interaction = await session.FirstAsync(_interaction.With(id, tenant), tables.Of<Interaction>().Read, cancellation);
        if (interaction is null) return null;
        return interaction.ThreadId is { } thread
            ? (await OfThreadsAsync(session, [thread], cancellation, beside)).GetValueOrDefault(thread)
            : await OfScopeAsync(session, _ofInteraction, id, cancellation, beside);
    }

    /// <summary>The dossiers of many interactions at once; those on no thread are left out.</summary>
    public async ValueTask<Dictionary<long, Dossier>> OfInteractionsAsync(ISession session, IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        Value[] list = [.. ids];
        var threads = await session.ListAsync(_threadsOf.With(list, tenant), row => (Interaction: row.Number(0), Thread: row.Number(1)), cancellation);
        var dossiers = threads.Count == 0 ? [] : await OfThreadsAsync(session, threads.ConvertAll(t => t.Thread).ToHashSet(), cancellation);
        return threads.Where(t => dossiers.ContainsKey(t.Thread)).ToDictionary(t => t.Interaction, t => dossiers[t.Thread]);
    }

    /// <summary>Of the case the given one was merged into, if it was.</summary>
    public async ValueTask<Dossier?> OfCaseAsync(ISession session, long id, CancellationToken cancellation)
    {
        var cases = await session.ListAsync(_cases.With([id], tenant), tables.Of<Case>().Read, cancellation);
        if (cases.Count == 0) return null;
        var target = (await TargetsAsync(session, cases, cancellation)).Of(id);
        if (target.ThreadId is { } thread) return await OfThreadAsync(session, thread, cancellation);
        return await session.NumberAsync(_interactionWithThread.With(target.Id), cancellation) is { } interaction
            ? await OfInteractionAsync(session, interaction, cancellation)
            : await OfScopeAsync(session, _ofCase, target.Id, cancellation);
    }

    /// <summary>Each case as it is stored, with the dossier of the one that stands for it and every interaction that names either.</summary>
    public async ValueTask<IReadOnlyList<CaseHit>> OfCasesAsync(ISession session, IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        Value[] list = [.. ids];
        var cases = await session.ListAsync(_cases.With(list, tenant), tables.Of<Case>().Read, cancellation);
        var merges = await session.ListAsync(_merges.With(list, tenant), tables.Of<CaseMerge>().Read, cancellation);
        var targets = await TargetsAsync(session, cases, cancellation);
        var hits = new List<CaseHit>();
        foreach (var found in cases.DistinctBy(c => c.Id).OrderBy(c => c.Id))
        {
            var final = targets.Of(found.Id).Id;
            var linked = await session.ListAsync(_ofCases.With([found.Id, final], tenant), tables.Of<Interaction>().Read, cancellation);
            var dossier = (await OfCaseAsync(session, found.Id, cancellation))!;
            var all = dossier.Interactions.Concat(linked).DistinctBy(i => i.Id).OrderBy(i => i.Id);
            var merge = merges.Find(m => m.SourceId == found.Id);
            var own = merge?.ThreadId is { } thread ? await _ofThreads.MailsAsync(session, thread, cancellation) : [];
            hits.Add(new(found, dossier with { Interactions = [.. all], Mails = [.. dossier.Mails.Concat(own).DistinctBy(m => m.Id).OrderBy(m => m.Id)] }, final, merge));
        }
        return hits;
    }

    public async ValueTask<Dossier?> OfThreadAsync(ISession session, long id, CancellationToken cancellation) =>
        (await OfThreadsAsync(session, [id], cancellation)).GetValueOrDefault(id);

    /// <summary>The dossier of each thread asked for; several ids of one conversation lead to one and the same.</summary>
    public async ValueTask<Dictionary<long, Dossier>> OfThreadsAsync(ISession session, IReadOnlyCollection<long> ids, CancellationToken cancellation, Func<Query>? beside = null)
    {
        var families = new ThreadFamilies(ids);
        Gathered gathered;
        do
        {
            gathered = new();
            await session.QueryAsync([.. _ofThreads.Of([.. families.Members], gathered), .. And(beside)], cancellation);
        } while (families.Grow(gathered.Threads, gathered.United));
        return await AssembleAsync(session, families, gathered, cancellation);
    }

    /// <summary>The same, from what was read ahead as far as that is enough.</summary>
    public async ValueTask<Dictionary<long, Dossier>> OfThreadsAsync(ISession session, IReadOnlyCollection<long> ids, Gathered ahead, CancellationToken cancellation)
    {
        var families = new ThreadFamilies(ids);
        var isEnough = ids.All(id => ahead.Threads.Exists(thread => thread.Id == id)) && !families.Grow(ahead.Threads, ahead.United);
        return isEnough ? await AssembleAsync(session, families, ahead, cancellation) : await OfThreadsAsync(session, ids, cancellation);
    }

    /// <summary>The conversation of the message that has this key, to be read beside the look-up of keys.</summary>
    public IEnumerable<Query> Ahead(long mailKey, Gathered into) => _ofMailKey.Of([mailKey], into);

    private async ValueTask<Dictionary<long, Dossier>> AssembleAsync(ISession session, ThreadFamilies families, Gathered gathered, CancellationToken cancellation) =>
        new Assembly(families, gathered, await TargetsAsync(session, gathered.Cases, cancellation)).PerThread();

    private static Query[] And(Func<Query>? beside) => beside is null ? [] : [beside()];

    private async ValueTask<Dossier> OfScopeAsync(ISession session, Scope scope, long id, CancellationToken cancellation, Func<Query>? beside = null)
    {
        var gathered = new Gathered();
        await session.QueryAsync([.. scope.Queries([id], gathered), .. And(beside)], cancellation);
        return new Assembly(new([]), gathered, await TargetsAsync(session, gathered.Cases, cancellation)).WithoutThread();
    }

    private async ValueTask<CaseTargets> TargetsAsync(ISession session, IEnumerable<Case> cases, CancellationToken cancellation)
    {
        var targets = new CaseTargets();
        targets.Add(cases);
        for (var missing = targets.Missing; missing.Count > 0;)
        {
            Value[] ids = [.. missing];
            targets.Add(await session.ListAsync(_cases.With(ids, tenant), tables.Of<Case>().Read, cancellation));
            var still = targets.Missing;
            missing = still.SequenceEqual(missing) ? [] : still;
        }
        return targets;
    }
}
