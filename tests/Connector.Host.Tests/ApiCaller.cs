using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Connector.Host.Tests;

/// <summary>An answer as a program sees it.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, string Text, HttpResponseMessage Response)
{
    public JsonNode Json => JsonNode.Parse(Text) ?? throw new InvalidOperationException("no JSON");

    public string? Rule => (string?)Json["rule"];

    public IReadOnlyList<string> Allowed => [.. Json["allowedActions"]!.AsArray().Select(a => (string)a!)];

    public string Header(string name) => Response.Headers.GetValues(name).Single();
}

/// <summary>Calls the API with one key.</summary>
internal sealed class ApiCaller(HostFixture host, string? key)
{
    public string? Key => key;

    public Task<ApiAnswer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<ApiAnswer> PostAsync(string path, object? body = null, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, path, body, headers);

    public Task<ApiAnswer> PutAsync(string path, object? body = null, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Put, path, body, headers);

    public async Task<ApiAnswer> SendAsync(HttpMethod method, string path, object? body, params (string Name, string Value)[] headers)
    {
        using var client = host.Client(key);
        using var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : $"/api/v1/{path}");
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            byte[] bytes => new ByteArrayContent(bytes) { Headers = { ContentType = new("message/rfc822") } },
            string json => new StringContent(json, System.Text.Encoding.UTF8, "application/json"),
            _ => JsonContent.Create(body),
        };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        var response = await client.SendAsync(request);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }
}
