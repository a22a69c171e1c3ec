using Connector.Host.Operations.Sweeps;
using Connector.Runtime.Hosting;

namespace Connector.Host.Api.Admin;

/// <summary>Schedules, and runs by hand.</summary>
internal static class SweepRoutes
{
    public static void Map(RouteGroupBuilder operate, RouteGroupBuilder administer)
    {
        operate.MapGet("/sweeps", (ConnectorApp app, CancellationToken cancellation) =>
            new SweepReading(app.Store).ListAsync(app.Clock.Now, hostRuns: true, cancellation)).WithSummary("Sweeps with their last and next run");
        administer.MapPost("/sweeps/{name}/run", (string name, SweepRequest? body, HttpContext http) =>
            new SweepDesk(AdminEndpoints.OperatorOf(http)).RunAsync(name, body?.Now, body?.DryRun ?? false, http.RequestAborted)).WithSummary("Run a sweep now, or see what it would do");
    }
}

internal sealed record SweepRequest(DateTimeOffset? Now, bool DryRun = false);
