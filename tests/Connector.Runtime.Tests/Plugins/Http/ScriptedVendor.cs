using System.Net;
using Connector.Runtime.Plugins.Http;

namespace Connector.Runtime.Tests.Plugins.Http;

/// <summary>Stands for the wire: answers by script, the last word for ever, and notes when each try came.</summary>
internal sealed class ScriptedVendor(TimeProvider time, params ScriptedVendor.Reply[] script) : HttpMessageHandler
{
    public delegate Task<HttpResponseMessage> Reply(CancellationToken cancellation);

    public static readonly Uri BaseUrl = new("https://api.vendor.example/");
    private readonly DateTimeOffset _start = time.GetUtcNow();

    /// <summary>When each try came, in seconds.</summary>
    public List<double> Tries { get; } = [];

    public List<string> Bodies { get; } = [];

    public static Reply Silence => async cancellation =>
    {
        await Task.Delay(Timeout.Infinite, cancellation);
        throw new InvalidOperationException("never");
    };

    public static Reply Unreachable => _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "connection refused: https://api.vendor.example/?key=hidden");

    public static Reply Answer(int status, string? retryAfter = null) => _ =>
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent("{}") };
        if (retryAfter is not null) answer.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return Task.FromResult(answer);
    };

    /// <summary>The client of one instance.</summary>
    public HttpClient Client(int perMinute = 300, int retries = 2, double jitter = 0) => Way(jitter).Client(BaseUrl, new(perMinute, TimeSpan.FromMinutes(2), retries));

    public InstanceHttp Way(double jitter = 0) => new("x", time, this, () => jitter);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Reply reply;
        lock (Tries)
        {
            Tries.Add((time.GetUtcNow() - _start).TotalSeconds);
            reply = script[Math.Min(Tries.Count, script.Length) - 1];
        }
        if (request.Content is not null) Bodies.Add(await request.Content.ReadAsStringAsync(cancellationToken));
        return await reply(cancellationToken);
    }
}
