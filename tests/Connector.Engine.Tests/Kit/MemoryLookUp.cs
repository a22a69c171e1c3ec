using System.Collections.Immutable;
using Connector.Engine.Cases;
using Connector.Engine.Codes;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Outbound;
using Connector.Engine.Participants;
using Connector.Engine.Routing;
using Connector.Engine.Threads;
using Connector.Engine.Transfers;
using Connector.Engine.WrapUp;

namespace Connector.Engine.Tests.Kit;

/// <summary>Finds what an input names, as a store must: redirects and merges followed, only what the dossier promises.</summary>
internal sealed class MemoryLookUp(MemoryStore store)
{
    public Known Find(LookUp lookUp) => lookUp switch
    {
        LookUp.Interaction l => new() { Dossier = store.Find<Interaction>(l.Id) is { } i ? Around(i) : null, Lane = l.Lane is { } instance ? Lane(l.Id, instance) : [] },
        LookUp.Case l => new() { Dossier = store.Find<Case>(l.Id) is { } c ? Around(c) : null },
        LookUp.Cases l => new() { Cases = [.. store.Where<Case>(c => l.Ids.Contains(c.Id)).Select(Hit)] },
        LookUp.External l => Present(l) is { } r ? new() { Dossier = Around(store.Get<Interaction>(r.InteractionId)), Lane = Lane(r.InteractionId, l.Instance) } : Known.Nothing,
        LookUp.OfMessage l => new() { Message = store.Find<Message>(l.Id), Dossier = store.Find<Message>(l.Id)?.ThreadId is { } t ? OfThread(t) : null },
        LookUp.Outbox l when store.Find<OutboxRow>(l.Id) is { } row && CodeCalls.Concerns(row) => new() { Outbox = row, Catalogue = CatalogueOf(row.Destination) },
        LookUp.Codes l => new() { Catalogue = CatalogueOf(l.Instance) },
        LookUp.WithCode l => Find(l.Work) with { Catalogue = CatalogueOf(l.Instance) },
        LookUp.Transfer l => store.Find<Transfer>(l.Id) is { } t
            ? new() { Dossier = Around(store.Get<Interaction>(t.InteractionId)), Outbox = store.Where<OutboxRow>(r => r.TransferId == l.Id).LastOrDefault() }
            : Known.Nothing,
        LookUp.Outbox l => store.Find<OutboxRow>(l.Id) is { } row ? new() { Outbox = row, Dossier = Around(store.Get<Interaction>(row.InteractionId)) } : Known.Nothing,
        LookUp.Quarantined l => new() { Quarantined = store.Find<QuarantineItem>(l.Id) },
        LookUp.Mail l => OfMail(l.Keys),
        _ => Known.Nothing,
    };

    public Catalogue CatalogueOf(string? instance) => Catalogue.Of("default", store.All<CatalogueCode>(), store.All<CodeMapping>(), store.All<VendorEntry>().Where(e => e.Instance == instance));

    public Dossier Around(Interaction i) => i.ThreadId is { } thread ? OfThread(thread) : Gather(null, x => x.Id == i.Id, c => c.Id == i.CaseId);

    private Dossier Around(Case found)
    {
        var target = Final(found);
        return target.ThreadId is { } thread ? OfThread(thread) : Gather(null, i => i.CaseId == target.Id, c => c.Id == target.Id);
    }

    private CaseHit Hit(Case found)
    {
        var final = Final(found).Id;
        var dossier = Around(found);
        var linked = store.Where<Interaction>(i => i.CaseId == found.Id || i.CaseId == final);
        return new(found, dossier with { Interactions = [.. dossier.Interactions.Concat(linked).DistinctBy(i => i.Id).OrderBy(i => i.Id)] }, final,
            store.Where<CaseMerge>(m => m.SourceId == found.Id && m.UndoneAt is null).LastOrDefault());
    }

    private Dossier OfThread(long id) => Related(Texts(Alone(id)));

    private Dossier Alone(long id)
    {
        var thread = FinalThread(id);
        var family = store.Where<CaseThread>(t => FinalThread(t.Id).Id == thread.Id).ConvertAll(t => (long?)t.Id);
        return Gather(thread, i => family.Contains(i.ThreadId), c => family.Contains(c.ThreadId));
    }

    private Dossier Gather(CaseThread? thread, Func<Interaction, bool> mine, Func<Case, bool> ours)
    {
        var interactions = store.Where(mine);
        var ids = interactions.ConvertAll(i => i.Id);
        return new Dossier
        {
            Thread = thread,
            United = store.Where<CaseThread>(t => thread is not null && t.Id != thread.Id && FinalThread(t.Id).Id == thread.Id),
            Participants = store.Where<Participant>(p => p.ThreadId == thread?.Id),
            Interactions = interactions,
            Cases = [.. store.Where<Case>(c => ours(c) || interactions.Exists(i => i.CaseId == c.Id)).Select(Final).DistinctBy(c => c.Id)],
            Segments = store.Where<WrapUpSegment>(s => ids.Contains(s.InteractionId)),
            Transfers = [.. store.Where<Transfer>(t => ids.Contains(t.InteractionId)).GroupBy(t => t.InteractionId).Select(g => g.FirstOrDefault(t => t.IsOpen) ?? g.Last())],
            ExternalRefs = store.Where<ExternalRef>(r => ids.Contains(r.InteractionId)),
            Mails = [.. store.Where<Message>(m => m.Kind == MessageKind.Mail && thread is not null && m.ThreadId is { } t && FinalThread(t).Id == thread.Id).TakeLast(Dossier.MailsLoaded)],
        };
    }

    private Known OfMail(MailKeys keys)
    {
        var same = store.Where<Message>(m => m.MailKey == keys.Own);
        var named = keys.Named.Distinct().SelectMany(k => store.Where<Message>(m => m.MailKey == k)).ToImmutableList();
        var threads = same.Concat(named).Select(m => m.ThreadId).OfType<long>().Distinct().Select(id => (Key: ThreadHit.OfThread(id), Thread: id))
            .Concat(keys.ThreadTokens.SelectMany(t => store.Where<CaseThread>(x => x.Token == t).Select(x => (Key: ThreadHit.OfToken(t), Thread: x.Id))))
            .Concat(store.Where<CaseThread>(x => keys.ClientIndex is not null && x.ClientIndex == keys.ClientIndex).Select(x => (Key: ThreadHit.OfClientIndex(keys.ClientIndex!.Value), Thread: x.Id)));
        threads = threads.Concat(store.All<MissingMail>().Where(m => m.Key == keys.Own || keys.Named.Contains(m.Key)).Select(m => (Key: ThreadHit.OfAwaited(m.Key), Thread: m.ThreadId)));
        var numbered = keys.CaseNumbers.SelectMany(n => store.Where<Case>(c => c.Number == n)).Select(c => new ThreadHit(ThreadHit.OfCaseNumber(c.Number), Around(c)));
        var isAwaited = store.All<MissingMail>().Any(m => m.Key == keys.Own);
        return new Known
        {
            Customer = store.Where<Contacts.Person>(p => p.Address == keys.Sender && p.Kind != Contacts.PersonKind.Agent).FirstOrDefault(),
            Automatic = keys.Answerable is { } address ? Traffic(address, keys.At) : null,
            SameMail = same,
            Receipts = [.. store.All<Receipt>().Where(r => same.Exists(m => m.Id == r.MessageId))],
            SameQuarantined = store.Where<QuarantineItem>(q => q.MailKey == keys.Own && q.State == QuarantineState.Held),
            NamedMessages = named,
            Hits = [.. threads.Select(t => new ThreadHit(t.Key, isAwaited ? Whole(OfThread(t.Thread)) : OfThread(t.Thread))), .. numbered],
        };
    }

    private Dossier Whole(Dossier d) => d with
    {
        History = [.. store.Where<Message>(m => m.ThreadId is { } t && FinalThread(t).Id == d.Thread!.Id).TakeLast(Dossier.MailsLoaded)
            .Select(m => new KeptMail(m, store.All<RawMail>().FirstOrDefault(r => r.Id == m.Id)?.Bytes ?? []))],
    };

    private AutomaticTraffic Traffic(long address, DateTimeOffset now)
    {
        var hour = store.All<AutomaticSent>().Where(s => s.At > now.AddHours(-1)).ToList();
        return new([.. store.All<AutomaticSent>().Where(s => s.AddressHash == address && s.At > now - AutomaticTraffic.Longest)],
            hour.Count(s => s.Kind == AutomaticKind.Sent), hour.Exists(s => s.Kind == AutomaticKind.HeldBack));
    }

    private ExternalRef? Present(LookUp.External l) =>
        store.Where<ExternalRef>(r => r.Instance == l.Instance && r.ExternalId == l.ExternalId).OrderBy(r => r.Until is not null).ThenByDescending(r => r.Id).FirstOrDefault();

    private ImmutableList<LaneCall> Lane(long interaction, string instance) =>
        [.. store.Where<OutboxRow>(r => r.InteractionId == interaction && r.Destination == instance && r.DoneAt is null).OrderBy(r => (r.LaneVersion, r.LaneNumber, r.Id)).Select(r => new LaneCall(r.Operation, r.State))];

    private Dossier Texts(Dossier d) => !d.HasCasesToChoose ? d : d with
    {
        CaseTexts = d.Cases.Where(c => c.IsActive).ToImmutableDictionary(c => c.Id, c =>
        {
            var mine = store.Where<Message>(m => m.CaseId == c.Id || store.Where<Interaction>(i => i.CaseId == c.Id).Exists(i => i.Id == m.InteractionId));
            return string.Join('\n', mine.Where(m => m.Kind == MessageKind.Note).Select(m => m.Text)
                .Concat(mine.Where(m => m.Kind == MessageKind.Mail).TakeLast(5).Select(m => Connector.Mail.MailReader.Read(store.Raw(m.Id))).Select(m => $"{m.Subject}\n{m.ReplyText}")));
        }),
    };

    /// <summary>Where the request went on: follow-ups, and interactions of one customer that refer to each other.</summary>
    private Dossier Related(Dossier start)
    {
        if (start.HasOpenWork) return start;
        List<Dossier> all = [start];
        for (var n = 0; n < all.Count; n++)
            foreach (var id in Onward(all[n]).ToList())
                if (Alone(id) is var next && all.TrueForAll(d => d.Thread!.Id != next.Thread!.Id)) all.Add(next);
        return start with { Related = [.. all.Skip(1)] };
    }

    private IEnumerable<long> Onward(Dossier d) => store.Where<Case>(c => d.Cases.Exists(x => x.Id == c.FollowUpOf)).Select(c => c.ThreadId)
        .Concat(store.Where<Interaction>(i => d.Interactions.Exists(x => (x.Id == i.RefersTo || x.RefersTo == i.Id) && (x.CustomerType, x.CustomerId) == (i.CustomerType, i.CustomerId))).Select(i => i.ThreadId))
        .OfType<long>();

    private CaseThread FinalThread(long id)
    {
        var thread = store.Get<CaseThread>(id);
        return thread.RedirectTo is { } next ? FinalThread(next) : thread;
    }

    private Case Final(Case found) => found.MergedInto is { } target ? Final(store.Get<Case>(target)) : found;
}
