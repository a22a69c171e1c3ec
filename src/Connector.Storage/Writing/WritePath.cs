using Connector.Engine.Door;
using Connector.Engine.Settings;
using Connector.Engine.Threads;
using Connector.Storage.Opening;
using Connector.Storage.Statements;

namespace Connector.Storage.Writing;

/// <summary>The door's way to the store: look up, decide, write, commit, answer. Everything that happens takes it.</summary>
public sealed class WritePath
{
    private readonly IDatabase _database;
    private readonly RecordTables _tables;
    private readonly IRules _rules;
    private readonly Func<Setup> _setup;
    private readonly KnownLoader _loader;
    private readonly MailTurns _turns;

    internal WritePath(IDatabase database, RecordTables tables, string tenant, IRules rules, Func<Setup> setup)
    {
        (_database, _tables, _rules, _setup) = (database, tables, rules, setup);
        _loader = new(tables, database.Dialect, tenant);
        _turns = new(tenant);
    }

    /// <summary>Decides on the input and stores what came of it; returns after the commit. An exception means nothing was stored.</summary>
    public Task<Outcome> HandleAsync(Input input, Urgency urgency, CancellationToken cancellation = default) =>
        HandleAsync(input, new Handling(urgency), cancellation);

    public Task<Outcome> HandleAsync(Input input, Handling handling, CancellationToken cancellation = default)
    {
        var lookUp = _rules.LookUpFor(input);
        return _database.DecideAsync(
            async session => await DecideAsync(session, input, await _loader.LoadAsync(session, lookUp, cancellation), handling, cancellation),
            handling.Urgency, handling.Lane, cancellation);
    }

    /// <summary>A page of inputs in one transaction; each sees what the earlier ones did. One that throws fails the page.</summary>
    public Task<IReadOnlyList<Outcome>> HandleAllAsync(IReadOnlyList<Input> inputs, Urgency urgency, CancellationToken cancellation = default) =>
        HandleAllAsync(inputs, urgency, null, cancellation);

    public Task<IReadOnlyList<Outcome>> HandleAllAsync(IReadOnlyList<Input> inputs, Urgency urgency, Beside<IReadOnlyList<Outcome>>? beside, CancellationToken cancellation = default) =>
        _database.WriteAsync(async session =>
        {
            var outcomes = await DecideAllAsync(session, inputs, cancellation);
            await session.WriteBesideAsync(_tables, beside, outcomes, cancellation);
            return outcomes;
        }, urgency, cancellation);

    /// <summary>What would come of the inputs, one after the other; nothing is stored.</summary>
    public Task<IReadOnlyList<Outcome>> DryRunAsync(IReadOnlyList<Input> inputs, CancellationToken cancellation = default) =>
        _database.RehearseAsync(session => DecideAllAsync(session, inputs, cancellation), cancellation);

    private async ValueTask<IReadOnlyList<Outcome>> DecideAllAsync(ISession session, IReadOnlyList<Input> inputs, CancellationToken cancellation)
    {
        var lookUps = inputs.Select(_rules.LookUpFor).ToList();
        var page = await PagePreload.OfAsync(session, _loader, lookUps, cancellation);
        var outcomes = new List<Outcome>(inputs.Count);
        var writes = new PageWrites(session);
        for (var n = 0; n < inputs.Count; n++)
        {
            var ready = page.Ready(lookUps[n]);
            if (ready is null) await writes.SendAsync(cancellation);
            var known = ready ?? await _loader.LoadAsync(session, lookUps[n], cancellation);
            outcomes.Add(ready is null ? await DecideAsync(session, inputs[n], known, new(Urgency.Sweep), cancellation) : Decide(session, inputs[n], known, writes));
            page.Note(known, outcomes[n]);
        }
        await writes.SendAsync(cancellation);
        return outcomes;
    }

    /// <summary>Writes with the others of its page.</summary>
    private Outcome Decide(ISession session, Input input, Known known, PageWrites writes)
    {
        var outcome = _rules.Decide(input, known, new(_setup(), session.Fresh));
        writes.Add(WritesOf(outcome, known, []));
        return outcome;
    }

    private async ValueTask<Outcome> DecideAsync(ISession session, Input input, Known known, Handling handling, CancellationToken cancellation)
    {
        if (handling.Expected is { } expected) Loaded.Require(known, expected);
        var outcome = _rules.Decide(input, known, new(_setup(), session.Fresh));
        var writes = WritesOf(outcome, known, handling.Beside?.Invoke(outcome, session.Fresh) ?? []);
        if (outcome.HasWrites && _database.Dialect.HasGuards && input is MailArrived mail) writes.InsertRange(0, _turns.Of(mail.Signals.Keys, known));
        if (writes.Count > 0) await session.WriteAsync(writes, cancellation);
        return outcome;
    }

    private List<Write> WritesOf(Outcome outcome, Known known, IEnumerable<object> beside)
    {
        var writes = new List<Write>(outcome.Inserts.Count + outcome.Updates.Count);
        for (var n = 0; n < outcome.Inserts.Count; n++) writes.Add(_tables.Insert(outcome.Inserts[n]));
        foreach (var row in beside) writes.Add(_tables.Insert(row));
        if (_database.Dialect.HasGuards) writes.AddRange(Held(outcome, known).OrderBy(held => held.Id).Select(held => held.Write));
        else for (var n = 0; n < outcome.Updates.Count; n++) writes.Add(_tables.Update(outcome.Updates[n], Loaded.Find(known, outcome.Updates[n])));
        return writes;
    }

    /// <summary>Changes and guards together in order of id, so that no two inputs wait for each other in a circle.</summary>
    private IEnumerable<(long Id, Write Write)> Held(Outcome outcome, Known known)
    {
        foreach (var record in outcome.Updates) yield return (record.Id, _tables.Update(record, Loaded.Find(known, record)));
        if (!outcome.HasWrites) yield break;
        foreach (var record in Loaded.Unchanged(known, outcome)) yield return (record.Id, _tables.Guard(record));
    }
}
