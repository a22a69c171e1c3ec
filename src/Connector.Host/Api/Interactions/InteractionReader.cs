using Connector.Contracts;
using Connector.Engine.Interactions;
using Connector.Engine.Transfers;
using Connector.Host.Api.Requests;
using Connector.Host.Api.Security;
using Connector.Runtime.Hosting;
using Connector.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Connector.Host.Api.Interactions;

/// <summary>Reads interactions with what stands beside them.</summary>
internal sealed class InteractionReader(ConnectorApp app)
{
    public async Task<InteractionView> OneAsync(long id, Caller caller, CancellationToken cancellation)
    {
        await using var db = app.Store.Read();
        var found = await FindAsync(db, id, cancellation);
        return (await ViewsAsync(db, [found], caller, cancellation))[0];
    }

    public async Task<Interaction> FindAsync(ConnectorDb db, long id, CancellationToken cancellation) =>
        await db.Interactions.FirstOrDefaultAsync(i => i.Id == id && i.Tenant == app.Store.Tenant, cancellation)
        ?? throw Ids.NoSuch("interaction", Engine.RecordId.Interaction(id));

    public async Task<Page<InteractionView>> ListAsync(InteractionFilter filter, PageRequest page, Caller caller, CancellationToken cancellation)
    {
        await using var db = app.Store.Read();
        var read = await filter.Apply(db.Interactions.Where(i => i.Tenant == app.Store.Tenant && i.Id < page.Before), db, caller)
            .OrderByDescending(i => i.Id).Take(page.Limit + 1).ToListAsync(cancellation);
        var views = (await ViewsAsync(db, read, caller, cancellation)).Zip(read).ToList();
        return page.Cut(views, v => v.Second.Id, v => v.First);
    }

    public async Task<IReadOnlyList<InteractionView>> ViewsAsync(ConnectorDb db, IReadOnlyList<Interaction> interactions, Caller caller, CancellationToken cancellation)
    {
        var threads = interactions.Select(i => i.ThreadId).OfType<long>().Distinct().ToList();
        var cases = interactions.Select(i => i.CaseId).OfType<long>().Distinct().ToList();
        var ids = interactions.Select(i => i.Id).ToList();
        var tokens = await db.Threads.Where(t => threads.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Token, cancellation);
        var numbers = cases.Count == 0 ? [] : await db.Cases.Where(c => cases.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Number, cancellation);
        var moving = await db.Transfers.Where(t => ids.Contains(t.InteractionId) && (t.State == TransferState.Requested || t.State == TransferState.Accepted))
            .Select(t => t.InteractionId).ToListAsync(cancellation);
        return [.. interactions.Select(i => InteractionView.Of(i, new(
            i.ThreadId is { } thread ? tokens.GetValueOrDefault(thread) : null,
            i.CaseId is { } known && numbers.TryGetValue(known, out var number) ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
            moving.Contains(i.Id),
            app.Setup.CapabilitiesOf(i.Instance)), caller))];
    }
}
