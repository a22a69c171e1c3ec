using Connector.Engine.WrapUp;
using Connector.Host.Api.Requests;
using Connector.Runtime.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Connector.Host.Api.WrapUp;

/// <summary><c>/wrap-up-segments</c>: who wrapped up what, with which code, when, and whether the vendor confirmed it. One is made by closing an interaction and changed by its wrap-up.</summary>
internal static class SegmentEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/wrap-up-segments").WithTags("Wrap-up");
        group.MapGet("", ListAsync).WithSummary("Wrap-up segments, newest first");
        group.MapGet("/{id}", OneAsync).WithSummary("One wrap-up segment, with the codes on offer");
    }

    private static async Task<Page<SegmentView>> ListAsync(string? interaction, string? agent, int? limit, string? cursor, ConnectorApp app, CancellationToken cancellation)
    {
        var page = PageRequest.Of(limit, cursor);
        await using var db = app.Store.Read();
        var segments = db.Segments.Where(s => s.Tenant == app.Store.Tenant && s.Id < page.Before);
        if (interaction is not null) segments = segments.Where(s => s.InteractionId == Ids.Interaction(interaction));
        if (agent is not null) segments = segments.Where(s => s.Agent == agent);
        var read = await segments.OrderByDescending(s => s.Id).Take(page.Limit + 1).ToListAsync(cancellation);
        var views = await WithInteractionsAsync(app, read, cancellation);
        return page.Cut(read, s => s.Id, s => views[s.Id]);
    }

    private static async Task<SegmentView> OneAsync(string id, ConnectorApp app, CancellationToken cancellation)
    {
        var number = Ids.Segment(id);
        await using var db = app.Store.Read();
        var read = await db.Segments.Where(s => s.Id == number && s.Tenant == app.Store.Tenant).ToListAsync(cancellation);
        return read.Count == 0 ? throw Ids.NoSuch("wrap-up segment", id) : (await WithInteractionsAsync(app, read, cancellation))[number];
    }

    private static async Task<Dictionary<long, SegmentView>> WithInteractionsAsync(ConnectorApp app, List<WrapUpSegment> segments, CancellationToken cancellation)
    {
        var ids = segments.Select(s => s.InteractionId).Distinct().ToList();
        await using var db = app.Store.Read();
        var interactions = await db.Interactions.Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancellation);
        var counts = await db.Segments.Where(s => ids.Contains(s.InteractionId)).GroupBy(s => s.InteractionId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var setup = app.Setup;
        return segments.ToDictionary(s => s.Id, s => SegmentView.Of(s, interactions[s.InteractionId], counts[s.InteractionId] > 1, setup));
    }
}
