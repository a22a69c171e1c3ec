using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Connector.Contracts;

namespace Connector.Plugins.GenesysCloud.Api;

/// <summary>Requests with the instance's token. A token the vendor refuses is renewed once; what it refuses then needs a person.</summary>
internal sealed class GenesysHttp(HttpClient http, IAccessTokens tokens)
{
    public Task<RawAnswer> GetAsync(string call, string path, CancellationToken cancellation) =>
        SendAsync(call, () => new(HttpMethod.Get, path), cancellation);

    public Task<RawAnswer> DeleteAsync(string call, string path, CancellationToken cancellation) =>
        SendAsync(call, () => new(HttpMethod.Delete, path), cancellation);

    public Task<RawAnswer> SendAsync<T>(HttpMethod method, string call, string path, T body, JsonTypeInfo<T> type, bool repeatable, CancellationToken cancellation)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(body, type);
        return SendAsync(call, () => WithBody(method, path, json, repeatable), cancellation);
    }

    private async Task<RawAnswer> SendAsync(string call, Func<HttpRequestMessage> request, CancellationToken cancellation)
    {
        var token = await tokens.GetAsync(cancellation);
        var answer = await OnceAsync(call, request, token, cancellation);
        if (answer.Status != HttpStatusCode.Unauthorized) return answer;
        tokens.Refused(token);
        return await OnceAsync(call, request, await tokens.GetAsync(cancellation), cancellation);
    }

    private async Task<RawAnswer> OnceAsync(string call, Func<HttpRequestMessage> make, string token, CancellationToken cancellation)
    {
        using var request = make();
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.Accept.Add(new("application/json"));
        return await Sending.SendAsync(http, request, call, cancellation);
    }

    private static HttpRequestMessage WithBody(HttpMethod method, string path, byte[] json, bool repeatable)
    {
        var content = new ByteArrayContent(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(method, path) { Content = content };
        if (repeatable) request.Options.Set(HttpRepeat.Allow, true);
        return request;
    }
}
