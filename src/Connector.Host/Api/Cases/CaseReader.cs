using Connector.Engine.Cases;
using Connector.Engine.Settings;
using Connector.Host.Api.Interactions;
using Connector.Host.Api.Messages;
using Connector.Host.Api.Requests;
using Connector.Host.Api.Security;
using Connector.Host.Operations.Passport;
using Connector.Runtime.Hosting;
using Connector.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Connector.Host.Api.Cases;

/// <summary>Reads cases: the record alone, or whole with its five sections.</summary>
internal sealed class CaseReader(ConnectorApp app, InteractionReader interactions)
{
    public async Task<Case> FindAsync(ConnectorDb db, string written, CancellationToken cancellation)
    {
        var (id, number) = Ids.Case(written);
        return await db.Cases.FirstOrDefaultAsync(c => c.Tenant == app.Store.Tenant && (c.Id == id || c.Number == number), cancellation) ?? throw Ids.NoSuch("case", written);
    }

    public CaseView View(Case c, Caller caller) =>
        CaseView.Of(c, CaseActions.Of(c, caller, new(app.Clock.Now, app.Setup.Channel(c.Channel)?.Rules ?? new Rules())));

    public async Task<CaseView> OneAsync(long id, Caller caller, CancellationToken cancellation)
    {
        await using var db = app.Store.Read();
        return View(await db.Cases.FirstAsync(c => c.Id == id, cancellation), caller);
    }

    public async Task<Page<CaseView>> ListAsync(CaseFilter filter, PageRequest page, Caller caller, CancellationToken cancellation)
    {
        await using var db = app.Store.Read();
        var read = await filter.Apply(db.Cases.Where(c => c.Tenant == app.Store.Tenant && c.Id < page.Before), db).OrderByDescending(c => c.Id).Take(page.Limit + 1).ToListAsync(cancellation);
        return page.Cut(read, c => c.Id, c => View(c, caller));
    }

    public async Task<CaseFile> WholeAsync(string written, Caller caller, CancellationToken cancellation)
    {
        await using var db = app.Store.Read();
        var found = await FindAsync(db, written, cancellation);
        var family = await MergedFamily.OfAsync(db, found, cancellation);
        var linked = await db.Interactions.Where(i => i.CaseId == found.Id).OrderBy(i => i.Id).ToListAsync(cancellation);
        var views = await interactions.ViewsAsync(db, linked, caller, cancellation);
        var messages = await MessageReader.LastAsync(db, family.Messages(db, [.. linked.Select(i => i.Id)]), cancellation);
        var ids = linked.Select(i => (long?)i.Id).ToList();
        var history = await db.Activities.Where(a => a.CaseId != null && family.Cases.Contains(a.CaseId.Value) || ids.Contains(a.InteractionId)).OrderBy(a => a.Id).ToListAsync(cancellation);
        return new CaseFile(View(found, caller))
        {
            Interactions = views,
            Timeline = [.. CaseSections.Timeline(messages, linked)],
            Discussion = messages,
            Documents = [.. messages.SelectMany(CaseSections.Documents)],
            Assignments = [.. history.Select(CaseSections.Assignment).OfType<AssignmentView>()],
            Deadlines = [.. CaseSections.Deadlines(found, linked)],
            History = [.. history.Select(ActivityView.Of)],
        };
    }
}
