using Connector.Contracts;
using Connector.Engine.Door;
using Connector.Host.Api.Problems;
using Connector.Runtime.Hosting;
using Connector.Runtime.Plugins.Instances;
using Microsoft.AspNetCore.Http.Features;

namespace Connector.Host.Api.Hooks;

/// <summary><c>POST /hooks/{instance}</c>: a vendor's call. The adapter verifies it (signature, or shared secret where the vendor signs nothing); once the events
/// are in the inbox the vendor is told so.</summary>
internal static class HookEndpoints
{
    private const long MaxBody = 1024 * 1024;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/hooks/{instance}", ReceiveAsync).AllowAnonymous().WithTags("Hooks").WithSummary("Events of a vendor, verified by its signature or shared secret");

    private static async Task<IResult> ReceiveAsync(string instance, ConnectorApp app, HttpContext http)
    {
        if (app.Instances.Find(instance) is not { } target || !target.Can<IReceiveEvents>())
            throw new RefusedException(RuleNames.NotFound, $"no instance '{instance}' takes events here");
        var events = await ReadAsync(target, await CallAsync(http), http.RequestAborted);
        var added = await app.Inbox.TakeAsync(target.Id, events, http.RequestAborted);
        return TypedResults.Ok(new { received = events.Count, added });
    }

    private static async Task<IReadOnlyList<VendorEvent>> ReadAsync(PluginInstance instance, WebhookCall call, CancellationToken cancellation)
    {
        try
        {
            return await instance.CallAsync<IReceiveEvents, IReadOnlyList<VendorEvent>>((a, _) => ValueTask.FromResult(a.Receive(call)), cancellation);
        }
        catch (UnauthorizedException)
        {
            throw new RefusedException(ApiRules.NotVerified, "the call does not verify");
        }
    }

    private static async Task<WebhookCall> CallAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MaxBody;
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var headers = http.Request.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.ToString(), StringComparer.Ordinal);
        return new(headers, http.Request.QueryString.Value ?? "", body.ToArray());
    }
}
