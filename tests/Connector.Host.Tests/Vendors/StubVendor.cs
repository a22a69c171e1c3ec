using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Host.Tests.Vendors;

/// <summary>A vendor on loopback: hands out tokens, takes work, has events; says back whatever it was sent when told to fail.</summary>
internal sealed class StubVendor : IAsyncDisposable
{
    public const string Token = "t0ken-of-the-vendor";
    private readonly WebApplication _web;
    private readonly List<string> _calls = [];

    private StubVendor(WebApplication web) => _web = web;

    public string BaseUrl => _web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>What becomes of work that is sent; taken, unless told otherwise.</summary>
    public Func<HttpContext, string, Task> OnWork { get; set; } = (http, _) => http.Response.WriteAsync("w1");

    /// <summary>Calls that were cut off by the caller.</summary>
    public int Aborted { get; private set; }

    /// <summary>Method and path with query of all calls so far.</summary>
    public IReadOnlyList<string> Calls
    {
        get
        {
            lock (_calls) return [.. _calls];
        }
    }

    public int Count(string call) => Calls.Count(c => c.StartsWith(call, StringComparison.Ordinal));

    public static async Task<StubVendor> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var vendor = new StubVendor(builder.Build());
        vendor._web.Run(vendor.AnswerAsync);
        await vendor._web.StartAsync();
        return vendor;
    }

    /// <summary>Fails with a status, and says back the token and the body it was sent.</summary>
    public static Func<HttpContext, string, Task> Echoing(int status, string? retryAfter = null) => async (http, body) =>
    {
        http.Response.StatusCode = status;
        if (retryAfter is not null) http.Response.Headers.RetryAfter = retryAfter;
        await http.Response.WriteAsync($"cannot take {body} with {http.Request.Headers.Authorization}");
    };

    public async ValueTask DisposeAsync() => await _web.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        lock (_calls) _calls.Add($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}");
        using var cut = http.RequestAborted.Register(() => Aborted++);
        var body = await new StreamReader(http.Request.Body).ReadToEndAsync();
        switch (http.Request.Path.Value)
        {
            case "/token": await http.Response.WriteAsync($"{Token}-{Count("POST /token")}"); break;
            case "/events": await http.Response.WriteAsync($"at-{Count("GET /events")}"); break;
            default: await OnWork(http, body); break;
        }
    }
}
