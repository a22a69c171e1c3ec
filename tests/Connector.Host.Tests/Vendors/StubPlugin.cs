using System.ComponentModel.DataAnnotations;
using System.Net.Http.Headers;
using Connector.Contracts;
using Microsoft.Extensions.Logging;

namespace Connector.Host.Tests.Vendors;

/// <summary>A plugin as careless as one may be: its errors and its log hold all that was sent and said.</summary>
public sealed class StubPlugin : IPlugin<StubOptions>
{
    public IAdapter Create(StubOptions options, IAdapterHost host) => new StubAdapter(options, host);
}

public sealed class StubOptions
{
    [Required]
    public string BaseUrl { get; set; } = "";

    [Secret]
    public string ClientSecret { get; set; } = "";

    [Range(1, 100)]
    public int PollSeconds { get; set; } = 1;
}

public sealed class StubAdapter : IAdapter, IRouteWork, IPollEvents, ICheck
{
    private readonly StubOptions _options;
    private readonly IAdapterHost _host;
    private readonly HttpClient _http;
    private readonly IAccessTokens _tokens;

    public StubAdapter(StubOptions options, IAdapterHost host)
    {
        (_options, _host) = (options, host);
        _http = host.Http(new Uri(options.BaseUrl), new(300, TimeSpan.FromSeconds(20), Retries: 0));
        _tokens = host.Tokens(FetchAsync);
    }

    public TimeSpan PollEvery => TimeSpan.FromSeconds(_options.PollSeconds);

    public async ValueTask<RoutedWork> RouteAsync(RouteWork work, CallMark mark, CancellationToken cancellation) =>
        new(await SendAsync(HttpMethod.Post, "work", $"{work.InteractionId} from {work.From}", cancellation));

    public async ValueTask<EventPage> PollAsync(string? cursor, CancellationToken cancellation) =>
        new([], await SendAsync(HttpMethod.Get, $"events?after={cursor}", null, cancellation), false);

    public async IAsyncEnumerable<Probe> CheckAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.Yield();
        yield return new("credentials", true, $"the secret {_options.ClientSecret} gave {await _tokens.GetAsync(cancellation)}");
    }

    public Repeat RepeatOf(WorkOperation operation) => Repeat.Safe;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async ValueTask<AccessToken> FetchAsync(CancellationToken cancellation)
    {
        using var answer = await _http.PostAsync("token", new StringContent(_options.ClientSecret), cancellation);
        return new(await answer.Content.ReadAsStringAsync(cancellation), TimeSpan.FromHours(1));
    }

    private async Task<string> SendAsync(HttpMethod method, string path, string? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path);
        var token = await _tokens.GetAsync(cancellation);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null) request.Content = new StringContent(body);
        using var answer = await _http.SendAsync(request, cancellation);
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        if (answer.IsSuccessStatusCode) return text;
#pragma warning disable CA1848, CA2254, CA1873 // Careless on purpose.
        _host.Logger.LogWarning($"{method} {path} with {body}, {token} and {_options.ClientSecret}: {text}");
#pragma warning restore CA1848, CA2254, CA1873
        throw HttpFailure.Of(answer.StatusCode, answer.Headers.RetryAfter?.Delta, $"{path}: {(int)answer.StatusCode} {text}, secret {_options.ClientSecret}");
    }
}
