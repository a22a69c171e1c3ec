using System.Net;
using Polly.Timeout;

namespace Connector.Runtime.Plugins.Http;

/// <summary>What may be sent again, and what speaks against a vendor. Pure.</summary>
internal static class RepeatRules
{
    private static readonly HashSet<HttpMethod> Harmless = [HttpMethod.Get, HttpMethod.Head, HttpMethod.Put, HttpMethod.Delete];

    /// <summary>Whether the call may have its effect twice.</summary>
    public static bool IsHarmless(HttpRequestMessage call) =>
        Harmless.Contains(call.Method) || call.Options.TryGetValue(Contracts.HttpRepeat.Allow, out var allowed) && allowed;

    /// <summary>Whether to send it again now. After 429, and 503 with a wait, nothing was done, so any call may go again; a wait that is too long is nobody's to sleep through.</summary>
    public static bool Again(HttpRequestMessage call, Exception? failure, HttpResponseMessage? answer, TimeSpan? wait, TimeSpan longest) => (failure, answer) switch
    {
        (not null, _) => IsMissing(failure) && IsHarmless(call),
        (_, null) => false,
        _ when wait > longest => false,
        _ when answer.StatusCode == HttpStatusCode.TooManyRequests || wait is not null => true,
        _ => IsPassing(answer.StatusCode) && IsHarmless(call),
    };

    /// <summary>Whether the vendor is not well: no answer, or one of its own failure. A vendor that asks to wait is.</summary>
    public static bool SpeaksAgainst(Exception? failure, HttpResponseMessage? answer, TimeSpan? wait) =>
        failure is not null ? IsMissing(failure) : answer is not null && wait is null && IsPassing(answer.StatusCode);

    /// <summary>No answer came.</summary>
    public static bool IsMissing(Exception failure) => failure is HttpRequestException or IOException or TimeoutRejectedException;

    private static bool IsPassing(HttpStatusCode status) => status is HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError and not HttpStatusCode.NotImplemented;
}
