using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Connector.Benchmarks.Harness;

/// <summary>A server that takes what it is given and says yes.</summary>
internal sealed class Loopback : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly HttpClient _client;

    /// <summary>Connections as an instance has them.</summary>
    private Loopback(WebApplication server) => (_server, _client) = (server, new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ActivityHeadersPropagator = null })
    {
        BaseAddress = new Uri(server.Urls.First()),
        Timeout = Timeout.InfiniteTimeSpan,
    });

    public static async Task<Loopback> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        server.MapPost("/{**path}", async (HttpRequest request) =>
        {
            await request.Body.CopyToAsync(Stream.Null);
            return "{\"ok\":true}";
        });
        await server.StartAsync();
        return new(server);
    }

    public Uri Url => _client.BaseAddress!;

    /// <summary>The very call that the adapter makes: its path, body and key, its answer parsed.</summary>
    public async Task HoldAsync(int work, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"hold/w{work}") { Content = new StringContent(new JsonObject().ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", $"key-{work}");
        using var answer = await _client.SendAsync(request, cancellation);
        answer.EnsureSuccessStatusCode();
        _ = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellation));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }
}
