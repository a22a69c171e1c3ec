using Connector.Host.Operations.Cursors;
using Connector.Host.Operations.Instances;
using Connector.Host.Operations.Plugins;
using Connector.Runtime.Hosting;

namespace Connector.Host.Api.Admin;

/// <summary>Plugins that were found, instances configured of them, their cursors.</summary>
internal static class InstanceRoutes
{
    public static void Map(RouteGroupBuilder operate, RouteGroupBuilder administer)
    {
        operate.MapGet("/plugins", (ConnectorApp app) => app.Catalog.Plugins.Select(PluginView.Of)).WithSummary("Plugins that were found, broken ones with their reason");
        operate.MapGet("/instances", (ConnectorApp app, CancellationToken cancellation) =>
            new InstanceReading(app.Store, app.Settings, app.Machine).ListAsync(cancellation)).WithSummary("Where each instance stands");
        operate.MapGet("/cursors", (ConnectorApp app, CancellationToken cancellation) => new CursorReading(app.Store, app.Settings).ListAsync(cancellation)).WithSummary("How far events were read");
        administer.MapPost("/instances/{id}/check", (string id, HttpContext http) =>
            new InstanceDesk(AdminEndpoints.OperatorOf(http)).CheckAsync(id, http.RequestAborted)).WithSummary("Probe one instance");
        administer.MapPost("/instances/check", (HttpContext http, CancellationToken cancellation) =>
            new InstanceDesk(AdminEndpoints.OperatorOf(http)).CheckAsync(null, cancellation)).WithSummary("Probe all instances");
        foreach (var wish in InstanceDesk.Wishes.Keys)
            administer.MapPost($"/instances/{{id}}/{wish}", (string id, HttpContext http) =>
                new InstanceDesk(AdminEndpoints.OperatorOf(http)).WantAsync(id, wish, http.RequestAborted)).WithSummary($"Ask the hosts to {wish} the instance");
        administer.MapPut("/cursors/{instance}", (string instance, CursorRequest body, HttpContext http) =>
            new CursorDesk(AdminEndpoints.OperatorOf(http)).SetAsync(instance, body.Value, http.RequestAborted)).WithSummary("Move a cursor; null: from the vendor's start");
    }
}

internal sealed record CursorRequest(string? Value);
