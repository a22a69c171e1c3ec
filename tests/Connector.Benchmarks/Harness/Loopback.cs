using System.Net;
using System.Text;
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

    private Loopback(WebApplication server) => (_server, _client) = (server, new HttpClient { BaseAddress = new Uri(server.Urls.First()) });

    public static async Task<Loopback> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
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

    public async Task CallAsync(string json, CancellationToken cancellation)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await _client.PostAsync(new Uri("/", UriKind.Relative), content, cancellation);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }
}
