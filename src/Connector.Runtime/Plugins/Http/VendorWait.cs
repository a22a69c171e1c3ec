using System.Net;
using System.Net.Http.Headers;

namespace Connector.Runtime.Plugins.Http;

/// <summary>How long a vendor asks to wait, as its answer says. Pure.</summary>
internal static class VendorWait
{
    /// <summary>Null when the answer asks for no wait: only 429 and 503 do.</summary>
    public static TimeSpan? Of(HttpResponseMessage answer, DateTimeOffset now) =>
        answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable ? Of(answer.Headers.RetryAfter, now) : null;

    private static TimeSpan? Of(RetryConditionHeaderValue? header, DateTimeOffset now) => header switch
    {
        { Delta: { } wait } => wait,
        { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
        _ => null,
    };
}
