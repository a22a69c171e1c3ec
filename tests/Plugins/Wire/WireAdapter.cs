using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Connector.Contracts;

namespace Sample.Wire;

public sealed class WireAdapter(WireOptions options, IAdapterHost host) : IAdapter, IRouteWork, IHoldWork, IEndWork, IAddLaterMail, IReadItem
{
    private readonly HttpClient _http = host.Http(new Uri(options.Url), new HttpBudget(1_000_000, TimeSpan.FromSeconds(30), 0));

    public EndStage Stages => EndStage.Closed;

    public Repeat RepeatOf(WorkOperation operation) => new(options.Repeat, options.Repeat == RepeatKind.ReadBack ? options.Lag : default);

    public async ValueTask<RoutedWork> RouteAsync(RouteWork work, CallMark mark, CancellationToken cancellation)
    {
        var answer = await PostAsync("route", new() { ["interaction"] = work.InteractionId, ["round"] = work.Round }, mark, cancellation);
        return new((string)answer["id"]!);
    }

    public async ValueTask<RoutedWork> HoldAsync(WorkRef work, CallMark mark, CancellationToken cancellation) => await OnAsync("hold", work, mark, cancellation);

    public async ValueTask<RoutedWork> ResumeAsync(WorkRef work, CallMark mark, CancellationToken cancellation) => await OnAsync("resume", work, mark, cancellation);

    public async ValueTask EndAsync(WorkRef work, EndStage stage, CallMark mark, CancellationToken cancellation) => await OnAsync("end", work, mark, cancellation);

    public async ValueTask AddMailAsync(WorkRef work, LaterMail mail, CallMark mark, CancellationToken cancellation) => await OnAsync("mail", work, mark, cancellation);

    public async ValueTask<WorkObservation?> ReadAsync(string externalId, CancellationToken cancellation) => await GetAsync($"work/{externalId}", cancellation) is { } item
        ? new()
        {
            ExternalId = externalId, InteractionId = (string?)item["interaction"], Round = (int?)item["round"], State = Enum.Parse<WorkState>((string)item["state"]!),
            Agent = (string?)item["agent"], Rank = (long)item["rank"]!, At = host.Now,
        }
        : null;

    public async ValueTask<RoutedWork?> FindAsync(string interactionId, int round, CancellationToken cancellation) =>
        await GetAsync($"find/{interactionId}/{round}", cancellation) is { } found ? new RoutedWork((string)found["id"]!) : null;

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async ValueTask<RoutedWork> OnAsync(string operation, WorkRef work, CallMark mark, CancellationToken cancellation)
    {
        await PostAsync($"{operation}/{work.ExternalId}", [], mark, cancellation);
        return new(work.ExternalId);
    }

    private async Task<JsonNode> PostAsync(string path, JsonObject body, CallMark mark, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", mark.Key);
        using var answer = await _http.SendAsync(request, cancellation);
        if (!answer.IsSuccessStatusCode) throw HttpFailure.Of(answer.StatusCode, answer.Headers.RetryAfter?.Delta, $"{path.Split('/')[0]}: {(int)answer.StatusCode}");
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellation))!;
    }

    private async Task<JsonNode?> GetAsync(string path, CancellationToken cancellation)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative), cancellation);
        if (answer.StatusCode == HttpStatusCode.NotFound) return null;
        if (!answer.IsSuccessStatusCode) throw HttpFailure.Of(answer.StatusCode, answer.Headers.RetryAfter?.Delta, $"{path.Split('/')[0]}: {(int)answer.StatusCode}");
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellation));
    }
}
