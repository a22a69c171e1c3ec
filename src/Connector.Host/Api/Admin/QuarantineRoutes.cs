using Connector.Engine.Messages;
using Connector.Host.Api.Requests;
using Connector.Host.Operations.Quarantine;
using Connector.Runtime.Hosting;

namespace Connector.Host.Api.Admin;

/// <summary>Mails that could not be handled.</summary>
internal static class QuarantineRoutes
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/quarantine", async (QuarantineState? state, string? channel, int? limit, string? cursor, ConnectorApp app, CancellationToken cancellation) =>
        {
            var page = PageRequest.Of(limit, cursor);
            var read = await new QuarantineReading(app.Store).ListAsync(state ?? QuarantineState.Held, channel, page.Before, page.Limit + 1, cancellation);
            return page.Cut(read, q => q.Id, QuarantineView.Of);
        }).WithSummary("Held mails, newest first");
        group.MapGet("/quarantine/{id}", (string id, ConnectorApp app, CancellationToken cancellation) =>
            new QuarantineReading(app.Store).ShowAsync(id, cancellation)).WithSummary("One held mail, as read");
        group.MapGet("/quarantine/{id}/raw", async (string id, ConnectorApp app, CancellationToken cancellation) =>
            TypedResults.File((await new QuarantineReading(app.Store).FindAsync(id, cancellation)).Raw, "message/rfc822", $"{id}.eml")).WithSummary("The held mail as it came");
        group.MapPost("/quarantine/{id}/release", (string id, HttpContext http) =>
            new QuarantineDesk(AdminEndpoints.OperatorOf(http)).ReleaseAsync(id, http.RequestAborted)).WithSummary("Let it through");
        group.MapPost("/quarantine/{id}/discard", (string id, ReasonRequest? body, HttpContext http) =>
            new QuarantineDesk(AdminEndpoints.OperatorOf(http)).DiscardAsync(id, body?.Reason ?? "", http.RequestAborted)).WithSummary("Give it up");
    }
}
