using Connector.Engine;
using Connector.Engine.Interactions;
using Connector.Engine.WrapUp;
using Connector.Host.Api.Requests;
using Connector.Runtime.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Connector.Host.Api.WrapUp;

/// <summary><c>/wrap-up-segments</c>: who wrapped up what, with which code, when, and whether the vendor confirmed it.</summary>
internal static class SegmentEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/wrap-up-segments", async (string? interaction, string? agent, int? limit, string? cursor, ConnectorApp app, CancellationToken cancellation) =>
        {
            var page = PageRequest.Of(limit, cursor);
            await using var db = app.Store.Read();
            var segments = db.Segments.Where(s => s.Tenant == app.Store.Tenant && s.Id < page.Before);
            if (interaction is not null) segments = segments.Where(s => s.InteractionId == Ids.Interaction(interaction));
            if (agent is not null) segments = segments.Where(s => s.Agent == agent);
            var read = await segments.OrderByDescending(s => s.Id).Take(page.Limit + 1).ToListAsync(cancellation);
            return page.Cut(read, s => s.Id, SegmentView.Of);
        }).WithTags("Wrap-up").WithSummary("Wrap-up segments, newest first");
}

internal sealed record SegmentView(
    string Id, string InteractionId, string? Agent, SegmentState State, string? Code, CodeSource? Source, string Notes,
    DateTimeOffset OpenedAt, DateTimeOffset? SubmittedAt, DateTimeOffset? ConfirmedAt, bool AwaitingConfirmation, bool AppliedLate)
{
    public static SegmentView Of(WrapUpSegment s) => new(
        $"w-{s.Id}", RecordId.Interaction(s.InteractionId), s.Agent, s.State, s.Code, s.Source, s.Notes,
        s.OpenedAt, s.SubmittedAt, s.ConfirmedAt, s.AwaitingConfirmation, s.AppliedLate);
}
