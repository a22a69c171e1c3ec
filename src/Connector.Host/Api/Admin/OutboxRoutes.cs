using Connector.Engine.Outbound;
using Connector.Engine.Settings;
using Connector.Host.Api.Requests;
using Connector.Host.Api.Security;
using Connector.Host.Operations.Outbox;
using Connector.Runtime.Hosting;
using Connector.Storage.Stores;

namespace Connector.Host.Api.Admin;

/// <summary>What leaves: rows, groups, dead letters. What a row holds is shown to administrators only.</summary>
internal static class OutboxRoutes
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/outbox", (string? destination, OutboxState? state, string? operation, string? after, int? limit, Caller caller, ConnectorApp app, CancellationToken cancellation) =>
            new OutboxReading(app.Store, caller.Role == AgentRole.Administrator).ListAsync(new OutboxFilter(destination, state, operation), after is null ? 0 : Ids.Outbox(after), PageRequest.Of(limit, null).Limit, cancellation))
            .WithSummary("Calls and mails still to make, oldest first; after=ID goes on");
        group.MapGet("/outbox/groups", (string? destination, OutboxState? state, Caller caller, ConnectorApp app, CancellationToken cancellation) =>
            new OutboxReading(app.Store, caller.Role == AgentRole.Administrator).GroupAsync(new OutboxFilter(destination, state), cancellation)).WithSummary("What waits or failed, and why");
        group.MapGet("/outbox/{id}", (string id, Caller caller, ConnectorApp app, CancellationToken cancellation) =>
            new OutboxReading(app.Store, caller.Role == AgentRole.Administrator).ShowAsync(id, cancellation)).WithSummary("One row, and what a retry would come to");
        group.MapPost("/outbox/retry", (OutboxRowsRequest body, HttpContext http) =>
            new OutboxDesk(AdminEndpoints.OperatorOf(http)).RetryAllAsync(body.Ids ?? [], http.RequestAborted)).WithSummary("Call dead letters again; a result for each");
        group.MapPost("/outbox/discard", (OutboxRowsRequest body, HttpContext http) =>
            new OutboxDesk(AdminEndpoints.OperatorOf(http)).DiscardAllAsync(body.Ids ?? [], body.Reason ?? "", http.RequestAborted)).WithSummary("Give dead letters up; a result for each");
        group.MapPost("/outbox/{id}/retry", (string id, HttpContext http) =>
            new OutboxDesk(AdminEndpoints.OperatorOf(http)).RetryAsync(id, http.RequestAborted)).WithSummary("Call a dead letter again");
        group.MapPost("/outbox/{id}/edit", (string id, EditRequest body, HttpContext http) =>
            new OutboxDesk(AdminEndpoints.OperatorOf(http)).EditAsync(id, body.Payload ?? "", body.Reason ?? "", http.RequestAborted))
            .For(Roles.Administer).WithSummary("Mend what a dead letter holds, where that is safe; a retry is another step");
        group.MapPost("/outbox/{id}/discard", (string id, ReasonRequest? body, HttpContext http) =>
            new OutboxDesk(AdminEndpoints.OperatorOf(http)).DiscardAsync(id, body?.Reason ?? "", http.RequestAborted)).WithSummary("Give a dead letter up");
    }
}

internal sealed record ReasonRequest(string? Reason);

/// <summary>Several rows at once.</summary>
internal sealed record OutboxRowsRequest(IReadOnlyList<string>? Ids, string? Reason = null);

internal sealed record EditRequest(string? Payload, string? Reason);
