using Connector.Host.Api.Interactions;
using Connector.Host.Api.Requests;

namespace Connector.Host.Api.Transfers;

/// <summary><c>/transfer-targets</c>, <c>/transfers</c> and the command that asks for one.</summary>
internal static class TransferEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("").WithTags("Transfers");
        group.MapGet("/transfer-targets", (string interaction, TransferCounter counter, CancellationToken cancellation) =>
            counter.TargetsAsync(interaction, cancellation)).WithSummary("Queues and agents that this interaction may be handed to");
        group.MapGet("/transfers", (string? interaction, int? limit, string? cursor, TransferCounter counter, CancellationToken cancellation) =>
            counter.ListAsync(interaction, PageRequest.Of(limit, cursor), cancellation)).WithSummary("Transfers with their timelines, newest first");
        group.MapPost("/interactions/{id}/transfer", (string id, TransferRequest body, TransferCounter counter, HttpContext http) => counter.AskAsync(id, body, http))
            .WithSummary("Hand it to another queue or agent; Prefer: wait=N waits for the vendor's word")
            .Produces<TransferAnswer>(StatusCodes.Status202Accepted);
    }
}
