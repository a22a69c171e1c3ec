using System.Diagnostics;
using System.Net;
using Connector.Contracts;
using Connector.Runtime.Plugins.Http;

namespace Connector.Runtime.Tests.Plugins.Http;

/// <summary>On a real connection.</summary>
public sealed class VendorHandlerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfff\r\nhalf")]
    [InlineData("no HTTP at all\r\n\r\n")]
    public async Task Get_ResetOrBrokenAnswer_IsUnavailable(string? answer)
    {
        await using var server = new RawServer(answer);
        using var way = new InstanceHttp("x", TimeProvider.System);
        var failure = await Assert.ThrowsAsync<UnavailableException>(() => Client(way, server).GetAsync("orders?token=hidden", Cancellation));
        Assert.StartsWith("GET 127.0.0.1: ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Redirect_IsAnAnswerAndNotFollowed()
    {
        await using var elsewhere = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        await using var server = new RawServer($"HTTP/1.1 302 Found\r\nLocation: {elsewhere.BaseUrl}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var way = new InstanceHttp("x", TimeProvider.System);
        Assert.Equal(HttpStatusCode.Found, (await Client(way, server).GetAsync("orders", Cancellation)).StatusCode);
        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/orders")]
    [InlineData("https://127.0.0.1/orders")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    public async Task Get_AbsoluteAddressElsewhere_IsRefusedBeforeACall(string elsewhere)
    {
        await using var server = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        using var way = new InstanceHttp("x", TimeProvider.System);
        var refused = await Assert.ThrowsAsync<RejectedException>(() => Client(way, server).GetAsync(new Uri(elsewhere), Cancellation));
        Assert.Contains("is not the base URL http://127.0.0.1:", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, way.Standing!.Used);
    }

    [Fact]
    public async Task Get_AbsoluteAddressOfTheBaseUrl_GoesThroughWithNothingOfOurOwnAdded()
    {
        await using var server = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nSet-Cookie: a=b\r\nConnection: close\r\n\r\n{}");
        using var way = new InstanceHttp("x", TimeProvider.System);
        using var activity = new Activity("scenario").Start();
        var client = Client(way, server);
        await client.GetAsync(new Uri(server.BaseUrl, "orders?page=2"), Cancellation);
        await client.GetAsync("orders?page=3", Cancellation);
        Assert.Equal([$"GET /orders?page=2 HTTP/1.1\r\nHost: {server.BaseUrl.Authority}\r\n\r\n", $"GET /orders?page=3 HTTP/1.1\r\nHost: {server.BaseUrl.Authority}\r\n\r\n"], server.Requests);
    }

    private static HttpClient Client(InstanceHttp way, RawServer server) => way.Client(server.BaseUrl, new(300, TimeSpan.FromSeconds(15), Retries: 0));
}
