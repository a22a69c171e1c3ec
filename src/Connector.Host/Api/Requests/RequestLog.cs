using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Connector.Host.Api.Requests;

/// <summary>One line and one measurement a request: method, route, status, time. Never its path as written, its query, body or headers.</summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger, TimeProvider time)
{
    private static readonly Meter Meter = new("Connector.Api");
    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>("connector.http.requests", "s", "Time of HTTP requests by route and status");

    public async Task InvokeAsync(HttpContext context)
    {
        var started = time.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var took = time.GetElapsedTime(started);
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
            Durations.Record(took.TotalSeconds, new TagList { { "method", context.Request.Method }, { "route", route }, { "status", context.Response.StatusCode } });
            Answered(logger, context.Request.Method, route, context.Response.StatusCode, (long)took.TotalMilliseconds);
        }
    }

    [LoggerMessage(4010, LogLevel.Information, "{Method} {Route}: {Status} in {Milliseconds} ms")]
    private static partial void Answered(ILogger logger, string method, string route, int status, long milliseconds);
}
