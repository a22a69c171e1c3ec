using Connector.Engine.Cases;
using Connector.Host.Api.Requests;
using Connector.Host.Api.Security;
using Connector.Runtime.Hosting;

namespace Connector.Host.Api.Cases;

/// <summary><c>/cases</c>: a case whole, by id or number, and the commands on it.</summary>
internal static class CaseEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/cases").WithTags("Cases");
        group.MapGet("/{id}", async (string id, Caller caller, CaseReader reader, HttpContext http, CancellationToken cancellation) =>
            ETags.Tagged(await reader.WholeAsync(id, caller, cancellation), c => c.Version, http)).WithSummary("A case in one place: discussion, documents, assignments, deadlines, history");
        api.MapGet("/dispositions", (string? channel, ConnectorApp app) => DispositionView.Of(app.Setup, channel)).WithTags("Cases").WithSummary("What a case or an email can come to, as management defines it");
        group.MapGet("", (string? state, string? channel, string? assignee, string? customer, string? q, int? limit, string? cursor, Caller caller, CaseReader reader, CancellationToken cancellation) =>
            reader.ListAsync(CaseFilter.Of(state, channel, assignee, customer, q), PageRequest.Of(limit, cursor), caller, cancellation))
            .WithSummary("Cases, newest first; state is one or more of their states, or unresolved");
        group.MapPost("", (CreateCaseBody body, CaseDesk desk, HttpContext http) => desk.CreateAsync(body, http)).Produces<CaseAnswer>(StatusCodes.Status201Created).WithSummary("Make a case by hand, or as a program");
        MapCommands(group.MapGroup("").WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(CaseAnswer), ["application/json"])));
    }

    private static void MapCommands(RouteGroupBuilder group)
    {
        CaseCommandEndpoints.Map(group);
        group.MapPost("/{id}/resolve", (string id, ResolveRequest? body, CaseDesk desk, HttpContext http) =>
            desk.GiveAsync(id, new CaseInput.Resolve(body?.Disposition), http)).WithSummary("The request is answered");
        group.MapPost("/{id}/close", (string id, CloseCaseRequest? body, CaseDesk desk, MergeDesk others, HttpContext http) => body?.DuplicateOf is { } original
            ? others.DuplicateAsync(id, original, http)
            : desk.GiveAsync(id, new CaseInput.Close(body?.Reason ?? ""), http)).WithSummary("Close it; a reason is needed, or the case of which it is a duplicate");
        group.MapPost("/{id}/reopen", (string id, CaseDesk desk, HttpContext http) =>
            desk.GiveAsync(id, new CaseInput.Reopen(), http)).WithSummary("Open a closed case again under its number");
        group.MapPost("/{id}/follow-up", (string id, FollowUpRequest? body, CaseDesk desk, HttpContext http) =>
            desk.FollowUpAsync(id, body?.Subject, http)).WithSummary("A new case that follows a closed one");
    }
}

/// <param name="Channel">Null: the tenant's default channel.</param>
/// <param name="Requester">Address of the customer it is for.</param>
/// <param name="Assignee">Whose work it is; null: nobody's yet.</param>
/// <param name="Source">The program it comes from; for keys of role Integration.</param>
internal sealed record CreateCaseBody(string? Channel, string? Subject, string? Description, string? Requester, string? RequesterName, string? Assignee, string? Source);

internal sealed record ResolveRequest(string? Disposition);

internal sealed record CloseCaseRequest(string? Reason, string? DuplicateOf = null);

internal sealed record FollowUpRequest(string? Subject);
