using System.Net;

namespace Connector.Plugins.GenesysCloud.Api;

/// <summary>The routing endpoints: queues, members, wrap-up codes.</summary>
internal sealed partial class GenesysApi
{
    private const string Queues = "/api/v2/routing/queues";
    private const string Codes = "/api/v2/routing/wrapupcodes";

    public async Task<Page<RoutingQueue>> QueuesAsync(int page, int size, CancellationToken cancellation) =>
        Checked(await http.GetAsync($"GET {Queues}", $"{Queues}?{Paged(page, size)}", cancellation), $"GET {Queues}").Read(GenesysJson.Default.PageRoutingQueue, $"GET {Queues}");

    public async Task<DateTimeOffset?> ClockAsync(CancellationToken cancellation) =>
        (await http.GetAsync($"GET {Queues}", $"{Queues}?{Paged(1, 100)}", cancellation)).Date;

    public async Task<Page<QueueMember>?> MembersAsync(string queue, int page, int size, CancellationToken cancellation) =>
        (await ReadAsync($"{Queues}/{{id}}/members", $"{Queues}/{Id(queue)}/members?{Paged(page, size)}", GenesysJson.Default.PageQueueMember, cancellation))?.Body;

    public async Task<Page<WrapupCode>> CodesAsync(int page, int size, CancellationToken cancellation) =>
        Checked(await http.GetAsync($"GET {Codes}", $"{Codes}?{Paged(page, size)}", cancellation), $"GET {Codes}").Read(GenesysJson.Default.PageWrapupCode, $"GET {Codes}");

    public async Task<Page<WrapupCode>> CodesNamedAsync(string name, int page, int size, CancellationToken cancellation) =>
        Checked(await http.GetAsync($"GET {Codes}", $"{Codes}?name={Id(name)}&{Paged(page, size)}", cancellation), $"GET {Codes}").Read(GenesysJson.Default.PageWrapupCode, $"GET {Codes}");

    public async Task<WrapupCode> AddCodeAsync(WrapupCodeInput body, CancellationToken cancellation) =>
        (await DoAsync(HttpMethod.Post, Codes, Codes, body, GenesysJson.Default.WrapupCodeInput, cancellation)).Read(GenesysJson.Default.WrapupCode, $"POST {Codes}");

    public async Task<bool> ChangeCodeAsync(string code, WrapupCodeInput body, CancellationToken cancellation)
    {
        const string call = $"PUT {Codes}/{{id}}";
        var answer = await http.SendAsync(HttpMethod.Put, call, $"{Codes}/{Id(code)}", body, GenesysJson.Default.WrapupCodeInput, repeatable: true, cancellation);
        return answer.Status != HttpStatusCode.NotFound && Checked(answer, call).IsSuccess;
    }

    public async Task<Page<WrapupCode>?> QueueCodesAsync(string queue, int page, int size, CancellationToken cancellation) =>
        (await ReadAsync($"{Queues}/{{id}}/wrapupcodes", $"{Queues}/{Id(queue)}/wrapupcodes?{Paged(page, size)}", GenesysJson.Default.PageWrapupCode, cancellation))?.Body;

    public Task AttachCodesAsync(string queue, IReadOnlyList<EntityId> body, CancellationToken cancellation) =>
        DoAsync(HttpMethod.Post, $"{Queues}/{{id}}/wrapupcodes", $"{Queues}/{Id(queue)}/wrapupcodes", body, GenesysJson.Default.IReadOnlyListEntityId, cancellation, repeatable: true);

    public async Task<bool> DetachCodeAsync(string queue, string code, CancellationToken cancellation)
    {
        const string call = $"DELETE {Queues}/{{id}}/wrapupcodes/{{id}}";
        var answer = await http.DeleteAsync(call, $"{Queues}/{Id(queue)}/wrapupcodes/{Id(code)}", cancellation);
        return answer.Status != HttpStatusCode.NotFound && Checked(answer, call).IsSuccess;
    }

    private static string Paged(int page, int size) => $"pageSize={size}&pageNumber={page}";
}
