using System.Net;

namespace Connector.Contracts;

/// <summary>What an HTTP status means to a caller: decided once, for every vendor that has no better word.</summary>
public static class HttpFailure
{
    /// <summary>The failure behind a status that is no success. <paramref name="message"/> must hold no body, address or token.</summary>
    /// <param name="status">The vendor's status.</param>
    /// <param name="retryAfter">The vendor's wait, when it gave one.</param>
    /// <param name="message">What was asked and what the vendor's error code was.</param>
    public static AdapterException Of(HttpStatusCode status, TimeSpan? retryAfter, string message) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new UnauthorizedException(message),
        HttpStatusCode.TooManyRequests => new ThrottledException(message, retryAfter ?? DefaultWait),
        HttpStatusCode.ServiceUnavailable when retryAfter is { } wait => new ThrottledException(message, wait),
        HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new UnavailableException(message),
        HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed => new ConflictException(message),
        _ => new RejectedException(message),
    };

    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(30);
}
