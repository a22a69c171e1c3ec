using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Connector.EndToEnd.Tests.Kit;

/// <summary>An answer as a program sees it.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, string Text)
{
    public JsonNode Json => JsonNode.Parse(Text) ?? throw new InvalidOperationException("no JSON");

    public string? Rule => (string?)Json["rule"];

    public IReadOnlyList<string> Allowed => [.. Json["allowedActions"]!.AsArray().Select(a => (string)a!)];

    public ApiAnswer With(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{(int)Status}, expected {(int)status}: {Text}");
        return this;
    }
}

/// <summary>Calls the API of a host with one key.</summary>
internal sealed class Api(Uri address, string? key)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(1) }) { Timeout = TimeSpan.FromSeconds(60) };

    public Task<ApiAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<ApiAnswer> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body is null ? null : JsonContent.Create(body));

    public Task<ApiAnswer> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, JsonContent.Create(body));

    public Task<ApiAnswer> MailAsync(byte[] mail, string mailbox = "support") =>
        SendAsync(HttpMethod.Post, $"mail?mailbox={mailbox}", new ByteArrayContent(mail) { Headers = { ContentType = new("message/rfc822") } });

    /// <summary>All items of a list, over its pages.</summary>
    public async Task<IReadOnlyList<JsonNode>> AllAsync(string list)
    {
        var all = new List<JsonNode>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await GetAsync($"{list}?limit=200{(cursor.Length == 0 ? "" : $"&cursor={cursor}")}")).With(HttpStatusCode.OK).Json;
            all.AddRange(page["items"]!.AsArray().Select(i => i!));
            cursor = (string?)page["next"];
        }
        return all;
    }

    private async Task<ApiAnswer> SendAsync(HttpMethod method, string path, HttpContent? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, path.StartsWith('/') ? path : $"/api/v1/{path}")) { Content = body };
        if (key is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
