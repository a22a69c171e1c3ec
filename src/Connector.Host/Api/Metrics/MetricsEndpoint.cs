namespace Connector.Host.Api.Metrics;

/// <summary><c>GET /metrics</c> in Prometheus' text format, for any key.</summary>
internal static class MetricsEndpoint
{
    private const string TextFormat = "text/plain; version=0.0.4; charset=utf-8";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/metrics", async (MetricsText counted, StoreGauges stands, CancellationToken cancellation) =>
            Results.Text(counted.Write() + await stands.WriteAsync(cancellation), TextFormat))
            .RequireAuthorization().WithTags("Operation").WithSummary("Figures for Prometheus");
}
