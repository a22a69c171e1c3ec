using Connector.Engine.Cases;
using Connector.Host.Api.Requests;
using Connector.Host.Api.Security;

namespace Connector.Host.Api.Cases;

/// <summary><c>/cases</c>: a case whole, by id or number, and the commands on it.</summary>
internal static class CaseEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/cases").WithTags("Cases");
        group.MapGet("/{id}", async (string id, Caller caller, CaseReader reader, HttpContext http, CancellationToken cancellation) =>
            ETags.Tagged(await reader.WholeAsync(id, caller, cancellation), c => c.Version, http)).WithSummary("A case in one place: discussion, documents, assignments, deadlines, history");
        group.MapPost("/{id}/resolve", (string id, ResolveRequest? body, CaseDesk desk, HttpContext http) =>
            desk.GiveAsync(id, new CaseInput.Resolve(body?.Disposition), http)).WithSummary("The request is answered");
        group.MapPost("/{id}/close", (string id, CloseCaseRequest? body, CaseDesk desk, HttpContext http) =>
            desk.GiveAsync(id, new CaseInput.Close(body?.Reason ?? ""), http)).WithSummary("Close it; a reason is needed");
        group.MapPost("/{id}/reopen", (string id, CaseDesk desk, HttpContext http) =>
            desk.GiveAsync(id, new CaseInput.Reopen(), http)).WithSummary("Open a closed case again under its number");
        group.MapPost("/{id}/follow-up", (string id, FollowUpRequest? body, CaseDesk desk, HttpContext http) =>
            desk.FollowUpAsync(id, body?.Subject, http)).WithSummary("A new case that follows a closed one");
    }
}

internal sealed record ResolveRequest(string? Disposition);

internal sealed record CloseCaseRequest(string? Reason);

internal sealed record FollowUpRequest(string? Subject);
