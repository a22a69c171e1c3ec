using Connector.Engine;
using Connector.Engine.Cases;
using Connector.Engine.Door;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Outbound;
using Connector.Engine.Participants;
using Connector.Engine.Routing;
using Connector.Engine.Threads;
using Connector.Engine.Transfers;
using Connector.Engine.WrapUp;
using Connector.Storage;
using Connector.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Connector.Host.Operations.Passport;

/// <summary>All rows about one interaction or case.</summary>
internal sealed record PassportSource
{
    public Case? Case { get; init; }
    public CaseThread? Thread { get; init; }
    public IReadOnlyList<Interaction> Interactions { get; init; } = [];
    public IReadOnlyList<Participant> People { get; init; } = [];
    public IReadOnlyList<Message> Messages { get; init; } = [];
    public IReadOnlyList<Activity> Activities { get; init; } = [];
    public IReadOnlyList<OutboxRow> Calls { get; init; } = [];
    public IReadOnlyList<WrapUpSegment> Segments { get; init; } = [];
    public IReadOnlyList<Transfer> Transfers { get; init; } = [];
    public IReadOnlyList<ExternalRef> ExternalIds { get; init; } = [];
    public IReadOnlyList<CapacityEntry> Capacity { get; init; } = [];
    public IReadOnlyList<Notification> Notifications { get; init; } = [];

    /// <summary>By <c>i-17</c>, <c>c-4</c>, a case number or a thread id; a message leads to its interaction.</summary>
    public static async Task<PassportSource> FindAsync(Store store, string id, CancellationToken cancellation)
    {
        await using var db = store.Read();
        var (found, interactions) = await NamedAsync(db, store.Tenant, id, cancellation);
        if (found is null && interactions.Count == 0) throw OperationRefusedException.NoSuch("interaction, case, thread or message", id);
        return await LoadAsync(db, found, interactions, cancellation);
    }

    private static async Task<(Case? Case, List<Interaction> Interactions)> NamedAsync(ConnectorDb db, string tenant, string id, CancellationToken cancellation)
    {
        var all = db.Interactions.Where(i => i.Tenant == tenant);
        if (RecordId.TryParse(id, 'i', out var interaction)) return (null, await all.Where(i => i.Id == interaction).ToListAsync(cancellation));
        if (RecordId.TryParse(id, 'm', out var message))
        {
            var of = await db.Messages.Where(m => m.Id == message && m.Tenant == tenant).Select(m => new { m.InteractionId, m.ThreadId }).FirstOrDefaultAsync(cancellation);
            return (null, of is null ? [] : await all.Where(i => of.InteractionId != null ? i.Id == of.InteractionId : i.ThreadId == of.ThreadId && of.ThreadId != null).OrderBy(i => i.Id).ToListAsync(cancellation));
        }
        if (RecordId.TryParse(id, 'c', out var number) || long.TryParse(id, System.Globalization.NumberStyles.None, null, out number))
        {
            var byId = id[0] is 'c' or 'C';
            var found = await db.Cases.FirstOrDefaultAsync(c => c.Tenant == tenant && (byId ? c.Id == number : c.Number == number), cancellation);
            return (found, found is null ? [] : await all.Where(i => i.CaseId == found.Id).OrderBy(i => i.Id).ToListAsync(cancellation));
        }
        var token = id.ToUpperInvariant();
        var thread = await db.Threads.Where(t => t.Tenant == tenant && t.Token == token).Select(t => (long?)t.Id).FirstOrDefaultAsync(cancellation);
        return (null, thread is null ? [] : await all.Where(i => i.ThreadId == thread).OrderBy(i => i.Id).ToListAsync(cancellation));
    }

    private static async Task<PassportSource> LoadAsync(ConnectorDb db, Case? of, List<Interaction> interactions, CancellationToken cancellation)
    {
        var ids = interactions.Select(i => i.Id).ToList();
        var thread = of?.ThreadId ?? interactions.Select(i => i.ThreadId).FirstOrDefault();
        var caseId = of?.Id ?? interactions.Select(i => i.CaseId).FirstOrDefault(c => c is not null);
        return new()
        {
            Case = of ?? await db.Cases.FirstOrDefaultAsync(c => c.Id == caseId, cancellation),
            Interactions = interactions,
            Thread = await db.Threads.FirstOrDefaultAsync(t => t.Id == thread, cancellation),
            People = await db.Participants.Where(p => p.ThreadId == thread).OrderBy(p => p.Id).ToListAsync(cancellation),
            Messages = await EachAsync<Message>(m => m.Id, cancellation,
                db.Messages.Where(m => m.InteractionId != null && ids.Contains(m.InteractionId.Value)),
                of is null ? null : db.Messages.Where(m => m.CaseId == of.Id),
                thread is null ? null : db.Messages.Where(m => m.ThreadId == thread && m.InteractionId == null)),
            Activities = await EachAsync<Activity>(a => a.Id, cancellation,
                db.Activities.Where(a => a.InteractionId != null && ids.Contains(a.InteractionId.Value)), of is null ? null : db.Activities.Where(a => a.CaseId == of.Id)),
            Calls = await db.Outbox.Where(r => ids.Contains(r.InteractionId)).OrderBy(r => r.Id).ToListAsync(cancellation),
            Segments = await db.Segments.Where(s => ids.Contains(s.InteractionId)).OrderBy(s => s.Id).ToListAsync(cancellation),
            Transfers = await db.Transfers.Where(t => ids.Contains(t.InteractionId)).OrderBy(t => t.Id).ToListAsync(cancellation),
            ExternalIds = await db.ExternalRefs.Where(r => ids.Contains(r.InteractionId)).OrderBy(r => r.Id).ToListAsync(cancellation),
            Capacity = await db.CapacityEntries.Where(e => ids.Contains(e.InteractionId)).OrderBy(e => e.Id).ToListAsync(cancellation),
            Notifications = await db.Notifications.Where(n => n.InteractionId != null && ids.Contains(n.InteractionId.Value)).OrderBy(n => n.Id).ToListAsync(cancellation),
        };
    }

    /// <summary>One query for each index.</summary>
    private static async Task<IReadOnlyList<T>> EachAsync<T>(Func<T, long> id, CancellationToken cancellation, params IQueryable<T>?[] queries)
    {
        var rows = new List<T>();
        foreach (var query in queries.OfType<IQueryable<T>>()) rows.AddRange(await query.ToListAsync(cancellation));
        return [.. rows.DistinctBy(id).OrderBy(id)];
    }
}
