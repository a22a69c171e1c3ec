using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Connector.Contracts;

namespace Connector.Plugins.GenesysCloud.Api;

/// <summary>One request and its whole answer; what never came is Unavailable.</summary>
internal static class Sending
{
    public static async Task<RawAnswer> SendAsync(HttpClient http, HttpRequestMessage request, string call, CancellationToken cancellation)
    {
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            var body = await response.Content.ReadAsByteArrayAsync(cancellation);
            return new(response.StatusCode, RetryAfter(response), response.Headers.Date, body);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new UnavailableException($"{call} was not answered in time", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new UnavailableException($"{call} was not answered: {e.GetType().Name}", e) { NotSent = NeverLeft(e) };
        }
    }

    private static bool NeverLeft(Exception e) =>
        e is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError };

    private static TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } date } when response.Headers.Date is { } now && date > now => date - now,
        _ => null,
    };
}

/// <summary>An answer as it came.</summary>
internal sealed record RawAnswer(HttpStatusCode Status, TimeSpan? RetryAfter, DateTimeOffset? Date, byte[] Body)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public T Read<T>(JsonTypeInfo<T> type, string call)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(Body, type) ?? throw new UnavailableException($"{call} answered {(int)Status} without a body");
        }
        catch (JsonException e)
        {
            throw new UnavailableException($"{call} answered {(int)Status} with something that is not the JSON described, at {e.Path}", e);
        }
    }
}
