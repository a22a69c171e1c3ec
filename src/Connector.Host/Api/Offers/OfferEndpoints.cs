using Connector.Host.Api.Interactions;
using Connector.Host.Api.Security;

namespace Connector.Host.Api.Offers;

/// <summary><c>/offers</c>, <c>/agents</c>, <c>/queues</c>, <c>/work-items</c>: what the built-in queue shows and takes.</summary>
internal static class OfferEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("").WithTags("Queue");
        group.MapGet("/offers", (int? wait, Caller caller, OfferCounter counter, CancellationToken cancellation) =>
            counter.OffersAsync(caller, wait ?? 0, cancellation)).WithSummary("Offers open for the key's agent; wait=N seconds for the first one");
        group.MapPost("/offers/{id}/accept", (string id, Caller caller, OfferCounter counter, CancellationToken cancellation) =>
            counter.AcceptAsync(id, caller, cancellation)).WithSummary("Take the offered work");
        group.MapPost("/offers/{id}/reject", (string id, RejectRequest? body, Caller caller, OfferCounter counter, CancellationToken cancellation) =>
            counter.RejectAsync(id, body?.Reason, caller, cancellation)).WithSummary("Decline; the next agent gets it").Produces(StatusCodes.Status204NoContent);
        group.MapPut("/agents/{id}/presence", (string id, PresenceRequest body, Caller caller, OfferCounter counter, CancellationToken cancellation) =>
            counter.SetPresenceAsync(id, body, caller, cancellation)).WithSummary("Whether an agent takes new work");
        group.MapGet("/agents", (OfferCounter counter, CancellationToken cancellation) => counter.AgentsAsync(cancellation)).WithSummary("Agents with presence and load");
        group.MapGet("/queues", (OfferCounter counter, CancellationToken cancellation) => counter.QueuesAsync(cancellation)).WithSummary("Queues with what waits in them");
        group.MapGet("/work-items", (OfferCounter counter, CancellationToken cancellation) => counter.ItemsAsync(cancellation)).WithSummary("Work that is not finished, oldest first");
    }
}

internal sealed record RejectRequest(string? Reason);

internal sealed record PresenceRequest(string? Presence);
