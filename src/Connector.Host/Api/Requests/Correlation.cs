using System.Diagnostics;

namespace Connector.Host.Api.Requests;

/// <summary>One id from the request to the vendor's call: the caller's own if it is one, else the trace's. It stands in every log line of the request and in the answer.</summary>
internal sealed class Correlation(RequestDelegate next, ILogger<Correlation> logger)
{
    public const string Header = "X-Correlation-Id";
    private const int Longest = 64;
    private static readonly object Item = new();
    private static readonly ActivitySource Activities = new("Connector.Api");

    public static string Of(HttpContext context) => context.Items[Item] as string ?? "";

    public async Task InvokeAsync(HttpContext context)
    {
        var given = Given(context.Request.Headers[Header].ToString());
        using var activity = Start(given);
        var id = given ?? activity.TraceId.ToHexString();
        context.Items[Item] = id;
        context.Response.Headers[Header] = id;
        activity.SetTag("connector.correlation", id);
        using (logger.BeginScope(new Dictionary<string, object>(StringComparer.Ordinal) { ["Correlation"] = id }))
            await next(context);
    }

    /// <summary>An id that has the form of a trace's is the trace's, so that what takes its id from there (a mail's way in) has the same.</summary>
    private static Activity Start(string? given)
    {
        var parent = IsTrace(given) ? new ActivityContext(ActivityTraceId.CreateFromString(given), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded) : Activity.Current?.Context ?? default;
        var traced = Activities.StartActivity("request", ActivityKind.Server, parent);
        if (traced is not null) return traced;
        var untraced = new Activity("request");
        if (parent != default) untraced.SetParentId(parent.TraceId, parent.SpanId, parent.TraceFlags);
        return untraced.Start();
    }

    private static bool IsTrace(string? id) => id is { Length: 32 } && id.All(char.IsAsciiHexDigitLower) && id.Any(c => c != '0');

    /// <summary>Ids of other programs stand in our logs and calls, so only plain ones are taken over.</summary>
    private static string? Given(string text) =>
        text.Length is > 0 and <= Longest && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') ? text : null;
}
