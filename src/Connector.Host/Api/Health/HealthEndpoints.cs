using Connector.Runtime.Hosting;

namespace Connector.Host.Api.Health;

/// <summary><c>/health/live</c> and <c>/health/ready</c>: open, so they tell names and states but no reasons; those are in the status.</summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/health").AllowAnonymous().WithTags("Operation");
        group.MapGet("/live", () => new { status = "live" }).WithSummary("The process answers");
        group.MapGet("/ready", async (ConnectorApp app, CancellationToken cancellation) =>
        {
            var readiness = await Readiness.OfAsync(app, cancellation);
            return TypedResults.Json(readiness, Json.ConnectorJson.Options, statusCode: readiness.Status == Readiness.Unready ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
        }).WithSummary("ready; degraded with the names of what is not well; or unready");
    }
}
