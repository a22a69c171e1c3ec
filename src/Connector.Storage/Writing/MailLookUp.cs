using System.Collections.Immutable;
using Connector.Engine.Cases;
using Connector.Engine.Contacts;
using Connector.Engine.Door;
using Connector.Engine.Messages;
using Connector.Engine.Threads;
using Connector.Storage.Statements;

namespace Connector.Storage.Writing;

/// <summary>
/// Looks up all keys of a mail in one round trip, on PostgreSQL with the conversation of the mail it answers; those that other keys lead to, in a second.
/// </summary>
internal sealed class MailLookUp(RecordTables tables, DossierLoader dossiers, string tenant)
{
    private readonly ListStatement _messages = new(tables.Of<Message>().Select("WHERE \"Tenant\" = $1 AND \"MailKey\" IN ({list}) AND \"MailKey\" <> 0 ORDER BY \"Id\"").Text, before: 1);
    private readonly Statement _quarantine = tables.Of<QuarantineItem>().Select("WHERE \"MailKey\" = $1 AND \"Tenant\" = $2 AND \"State\" = 0 ORDER BY \"Id\"");
    private readonly Statement _released = tables.Of<QuarantineItem>().Select("WHERE \"Id\" = $1 AND \"Tenant\" = $2 AND \"State\" = 0 AND \"MailKey\" <> $3");
    private readonly ListStatement _receipts = new(tables.Of<Receipt>().Select("WHERE \"MessageId\" IN ({list}) ORDER BY \"Id\"").Text);
    private readonly Statement _people = tables.Of<Person>().Select("WHERE \"Tenant\" = $1 AND \"Address\" = $2 AND \"Kind\" <> 2 ORDER BY \"Id\" LIMIT 1");
    private readonly Statement _automatic = tables.Of<AutomaticSent>().Select("WHERE \"AddressHash\" = $1 AND \"Tenant\" = $2 AND \"At\" > $3 ORDER BY \"Id\" DESC LIMIT 2000");
    private readonly Statement _overall = new("SELECT \"Kind\", COUNT(*) FROM \"AutomaticSent\" WHERE \"Tenant\" = $1 AND \"At\" > $2 GROUP BY \"Kind\"");
    private readonly ListStatement _tokens = new("SELECT \"Token\", \"Id\" FROM \"Threads\" WHERE \"Tenant\" = $1 AND \"Token\" IN ({list})", before: 1);
    private readonly ListStatement _caseNumbers = new(tables.Of<Case>().Select("WHERE \"Tenant\" = $1 AND \"Number\" IN ({list})").Text, before: 1);
    private readonly CaseTextLoader _texts = new(tables);
    private readonly HistoryLoader _history = new(tables);
    private readonly RelatedLoader _related = new(tables, dossiers, tenant);
    private readonly ListStatement _missing = new("SELECT \"Key\", \"ThreadId\" FROM \"MissingMails\" WHERE \"Tenant\" = $1 AND \"Key\" IN ({list})", before: 1);
    private readonly Statement _clientIndex = new("SELECT \"Id\" FROM \"Threads\" WHERE \"ClientIndex\" = $1 AND \"Tenant\" = $2");

    public async ValueTask<Known> LoadAsync(ISession session, MailKeys keys, CancellationToken cancellation)
    {
        var found = new Found();
        await session.QueryAsync([.. KeyQueries(keys, found), .. Ahead(session, keys, found)], cancellation);
        var known = new Known
        {
            SameMail = [.. found.Messages.Where(m => m.MailKey == keys.Own)],
            SameQuarantined = [.. found.Quarantined],
            Customer = found.Customer,
            Automatic = keys.Answerable is null ? null : new([.. found.Automatic], found.SentInHour, found.HeldBack),
            NamedMessages = [.. keys.Named.Distinct().SelectMany(key => found.Messages.Where(m => m.MailKey == key))],
        };
        if (known.SameMail.IsEmpty && known.NamedMessages.IsEmpty && found.Threads.Count == 0 && found.Cases.Count == 0) return known;
        return known with
        {
            Receipts = await ReceiptsAsync(session, known.SameMail, cancellation),
            Hits = await HitsAsync(session, known, found, ThreadHit.OfAwaited(keys.Own), cancellation),
        };
    }

    private IEnumerable<Query> KeyQueries(MailKeys keys, Found found)
    {
        Value[] mailKeys = [keys.Own, .. keys.Named.Where(key => key != keys.Own).Distinct()];
        yield return new(_messages.With(mailKeys, tenant), row => found.Messages.Add(tables.Of<Message>().Read(row)));
        yield return new(_missing.With(mailKeys, tenant), row => found.Threads.Add((ThreadHit.OfAwaited(row.Number(0)), row.Number(1))));
        yield return new(_quarantine.With(keys.Own, tenant), row => found.Quarantined.Add(tables.Of<QuarantineItem>().Read(row)));
        if (keys.ReleasedFrom is { } released)
            yield return new(_released.With(released, tenant, keys.Own), row => found.Quarantined.Add(tables.Of<QuarantineItem>().Read(row)));
        if (keys.Sender.Length > 0)
            yield return new(_people.With(tenant, keys.Sender), row => found.Customer = tables.Of<Person>().Read(row));
        if (keys.Answerable is { } address)
        {
            yield return new(_automatic.With(address, tenant, keys.At - AutomaticTraffic.Longest), row => found.Automatic.Add(tables.Of<AutomaticSent>().Read(row)));
            yield return new(_overall.With(tenant, keys.At - TimeSpan.FromHours(1)), found.Count);
        }
        if (keys.ThreadTokens.Count > 0)
            yield return new(_tokens.With([.. keys.ThreadTokens.Select(Value.Of)], tenant), row => found.Threads.Add((ThreadHit.OfToken(row.Text(0)), row.Number(1))));
        if (keys.CaseNumbers.Count > 0)
            yield return new(_caseNumbers.With([.. keys.CaseNumbers.Select(n => (Value)n)], tenant), row => found.Cases.Add(tables.Of<Case>().Read(row)));
        if (keys.ClientIndex is { } index)
            yield return new(_clientIndex.With(index, tenant), row => found.Threads.Add((ThreadHit.OfClientIndex(index), row.Number(0))));
    }

    private IEnumerable<Query> Ahead(ISession session, MailKeys keys, Found found) =>
        session.Dialect.HasRoundTrips && keys.Named.Count > 0 ? dossiers.Ahead(keys.Named[0], found.Ahead) : [];

    private async ValueTask<ImmutableList<Receipt>> ReceiptsAsync(ISession session, ImmutableList<Message> messages, CancellationToken cancellation) =>
        messages.IsEmpty ? [] : [.. await session.ListAsync(_receipts.With([.. messages.Select(m => (Value)m.Id)]), tables.Of<Receipt>().Read, cancellation)];

    private async ValueTask<ImmutableList<ThreadHit>> HitsAsync(ISession session, Known known, Found found, string own, CancellationToken cancellation)
    {
        var stored = known.SameMail.Concat(known.NamedMessages).Select(m => m.ThreadId).OfType<long>().Distinct();
        List<(string Key, long Thread)> wanted = [.. stored.Select(id => (ThreadHit.OfThread(id), id)), .. found.Threads];
        var loaded = wanted.Count == 0 ? [] : await dossiers.OfThreadsAsync(session, [.. wanted.Select(w => w.Thread).Distinct()], found.Ahead, cancellation);
        var hits = wanted.Where(w => loaded.ContainsKey(w.Thread)).Select(w => new ThreadHit(w.Key, loaded[w.Thread])).ToList();
        foreach (var numbered in found.Cases)
        {
            var dossier = await dossiers.OfCaseAsync(session, numbered.Id, cancellation);
            if (dossier is not null) hits.Add(new(ThreadHit.OfCaseNumber(numbered.Number), Shared(hits, dossier)));
        }
        return await WithContextAsync(session, hits, own, cancellation);
    }

    /// <summary>Where a reply has several cases to choose from, their texts; where nothing is open, where the request went on; where something waits for the mail, everything.</summary>
    private async ValueTask<ImmutableList<ThreadHit>> WithContextAsync(ISession session, List<ThreadHit> hits, string own, CancellationToken cancellation)
    {
        var isAwaited = hits.Exists(h => h.Key == own);
        var whole = new Dictionary<Dossier, Dossier>(ReferenceEqualityComparer.Instance);
        foreach (var dossier in hits.Select(h => h.Dossier).Where(d => !whole.ContainsKey(d)))
            whole[dossier] = await _texts.ReadAsync(session, await _related.ReadAsync(session, isAwaited ? await _history.ReadAllAsync(session, dossier, cancellation) : dossier, cancellation), cancellation);
        return [.. hits.Select(h => h with { Dossier = whole[h.Dossier] })];
    }

    /// <summary>Keys that lead to one conversation share one dossier.</summary>
    private static Dossier Shared(List<ThreadHit> hits, Dossier dossier) =>
        dossier.Thread is { } thread && hits.Find(hit => hit.Dossier.Thread?.Id == thread.Id) is { } same ? same.Dossier : dossier;

    private sealed class Found
    {
        public List<Message> Messages { get; } = [];
        public List<QuarantineItem> Quarantined { get; } = [];
        public List<(string Key, long Thread)> Threads { get; } = [];
        public List<Case> Cases { get; } = [];
        public Gathered Ahead { get; } = new();
        public List<AutomaticSent> Automatic { get; } = [];
        public long SentInHour { get; private set; }
        public bool HeldBack { get; private set; }
        public Person? Customer { get; set; }

        public void Count(IRow row)
        {
            if (row.Number(0) == (long)AutomaticKind.Sent) SentInHour = row.Number(1);
            else HeldBack = true;
        }
    }
}
