using Connector.Host.Api.Requests;
using Connector.Host.Operations.Audit;
using Connector.Host.Operations.Clock;
using Connector.Host.Operations.Passport;
using Connector.Host.Operations.Status;
using Connector.Runtime.Hosting;
using Connector.Runtime.Settings;

namespace Connector.Host.Api.Admin;

/// <summary>Status, passport, audit, settings, clock.</summary>
internal static class StateRoutes
{
    public static void Map(RouteGroupBuilder operate, RouteGroupBuilder administer)
    {
        operate.MapGet("/status", (ConnectorApp app, CancellationToken cancellation) =>
            new StatusReading(app.Store, app.Loaded, app.Machine).ReadAsync((_, c) => HostHealth.OfItselfAsync(app, c), cancellation)).WithSummary("How things stand");
        operate.MapGet("/passport/{id}", (string id, bool? masked, ConnectorApp app, CancellationToken cancellation) =>
            new PassportReading(app.Store).ReadAsync(id, masked ?? false, cancellation)).WithSummary("Everything about an interaction or case, in order, with reasons");
        administer.MapGet("/audit", async (int? limit, string? cursor, ConnectorApp app, CancellationToken cancellation) =>
        {
            var page = PageRequest.Of(limit, cursor);
            return page.Cut(await new AuditReading(app.Store).PageAsync(page.Before, page.Limit + 1, cancellation), a => a.Row, a => a);
        }).WithSummary("Who did what, newest first");
        administer.MapGet("/settings", (ConnectorApp app) => SettingsExport.Effective(app.Settings)).WithSummary("The settings in effect, secrets masked");
        administer.MapGet("/clock", (ConnectorApp app) => new ClockView(app.Clock.IsVirtual, app.Clock.Now, app.Clock.Offset)).WithSummary("Business time");
        administer.MapPost("/clock", (ClockRequest body, HttpContext http) =>
            new ClockDesk(AdminEndpoints.OperatorOf(http)).AdvanceAsync(body.Advance, body.To, http.RequestAborted)).WithSummary("Move a virtual clock; what is due on the way happens");
    }
}

/// <summary>Exactly one of the two: a period (<c>31d</c>) or an instant.</summary>
internal sealed record ClockRequest(string? Advance, DateTimeOffset? To);
