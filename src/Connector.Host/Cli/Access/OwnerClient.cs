using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Host.Api.Security;
using Connector.Host.Cli.Running;
using Connector.Host.Json;
using Connector.Host.Operations;
using Connector.Runtime.Settings.Loading;
using Connector.Storage;

namespace Connector.Host.Cli.Access;

/// <summary>Speaks to the host that owns the data folder, with the key of its first start.</summary>
internal sealed class OwnerClient : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private readonly HttpClient _http;
    private readonly string _keyFile;

    private OwnerClient(string address, AdminKeyFile key)
    {
        _keyFile = key.Path;
        _http = LocalHost.Client(Longest);
        _http.BaseAddress = new Uri(LocalHost.Address(address), "api/v1/");
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.Read() ?? "");
    }

    /// <summary>Null when nobody has the folder, or the store is a server that needs no owner. The file of a dead owner counts for nothing: somebody
    /// else may listen there by now, who must not get the key.</summary>
    public static OwnerClient? Of(LoadedSettings loaded)
    {
        if (loaded.Settings!.Data.ConnectionString is not null) return null;
        return FolderOwner.Of(loaded.DataFolder.Root) is { Address: { } address } owner && LocalHost.Runs(owner.ProcessId) ? new(address, new AdminKeyFile(loaded.DataFolder.Root)) : null;
    }

    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            using var response = await _http.GetAsync(new Uri("../../health/live", UriKind.Relative), cancellation);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Null when nobody answers there: the owner file is that of a host that died.</summary>
    public async Task<Sent<T>?> TrySendAsync<T>(Write<T> write, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(write.Method, write.Path);
        if (write.Body is not null) request.Content = JsonContent.Create(write.Body, write.Body.GetType(), options: ConnectorJson.Options);
        using var response = await SendAsync(request, cancellation);
        if (response is null) return null;
        if (!response.IsSuccessStatusCode) throw await RefusalAsync(response, cancellation);
        return new((await response.Content.ReadFromJsonAsync<T>(ConnectorJson.Options, cancellation))!);
    }

    /// <summary>One mail; the answer is the same line as in a process of its own. Null when nobody answers.</summary>
    public async Task<string?> TryMailAsync(string? channel, byte[] mail, string source, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"mail?source={Uri.EscapeDataString(source)}{(channel is null ? "" : $"&mailbox={Uri.EscapeDataString(channel)}")}") { Content = new ByteArrayContent(mail) };
        request.Content.Headers.ContentType = new("message/rfc822");
        using var response = await SendAsync(request, cancellation);
        if (response is null) return null;
        return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync(cancellation) : throw await RefusalAsync(response, cancellation);
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage?> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            return await _http.SendAsync(request, cancellation);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError)
        {
            return null;
        }
    }

    private async Task<Exception> RefusalAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.StatusCode == System.Net.HttpStatusCode.Unauthorized)
            return new CommandFailedException($"the running host at {_http.BaseAddress!.GetLeftPart(UriPartial.Authority)} does not take the key in {_keyFile}: it was revoked or replaced; restart the host to have a new one written.");
        var problem = await ProblemAsync(response, cancellation);
        var why = (string?)problem?["detail"] ?? $"the host answered {(int)response.StatusCode}";
        return problem?["rule"] is { } rule ? new OperationRefusedException((string)rule!, why) : new CommandFailedException(why);
    }

    private static async Task<JsonNode?> ProblemAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            return JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellation));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The answer of a host.</summary>
internal readonly struct Sent<T>(T value)
{
    public T Value { get; } = value;
}
