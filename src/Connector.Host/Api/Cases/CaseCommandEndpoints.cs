using Connector.Engine.Cases;

namespace Connector.Host.Api.Cases;

/// <summary>Commands on cases that name others (merge, duplicate) or whose work it is.</summary>
internal static class CaseCommandEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/{id}/merge", (string id, MergeRequest? body, MergeDesk desk, HttpContext http) =>
            desk.MergeAsync(id, body?.Sources ?? [], http)).WithSummary("Merge other cases into this one; their numbers and mails lead here from then on");
        group.MapPost("/{id}/undo-merge", (string id, MergeDesk desk, HttpContext http) =>
            desk.UndoAsync(id, http)).WithSummary("Give a merged case back, within the period for it");
        group.MapPost("/{id}/open", (string id, CaseDesk desk, HttpContext http) =>
            desk.GiveAsync(id, new CaseInput.Open(), http)).WithSummary("Look into it; it is no longer new");
        group.MapPost("/{id}/assign", (string id, AssignRequest body, CaseDesk desk, HttpContext http) =>
            desk.GiveAsync(id, new CaseInput.Assign(body.Agent ?? ""), http)).WithSummary("Make it an agent's work");
        group.MapPost("/{id}/pend", (string id, PendRequest? body, CaseDesk desk, HttpContext http) =>
            desk.GiveAsync(id, new CaseInput.Wait(body?.Reason ?? ""), http)).WithSummary("Wait for something; a reason is needed");
        group.MapPost("/{id}/resume", (string id, CaseDesk desk, HttpContext http) =>
            desk.GiveAsync(id, new CaseInput.Resume(), http)).WithSummary("Work on it again");
        group.MapPost("/{id}/disposition", (string id, DispositionRequest? body, CaseDesk desk, HttpContext http) =>
            desk.DisposeAsync(id, body?.Disposition ?? "", http)).WithSummary("Say what came of it; a final one may resolve it");
        group.MapPost("/{id}/spam", (string id, CaseDesk desk, HttpContext http) =>
            desk.GiveAsync(id, new CaseInput.Spam(), http)).WithSummary("Resolve it as spam");
    }
}

/// <summary>Ids or numbers of the cases that go into the named one.</summary>
internal sealed record MergeRequest(IReadOnlyList<string>? Sources);

internal sealed record AssignRequest(string? Agent);

internal sealed record PendRequest(string? Reason);

/// <summary>A key of the channel's dispositions.</summary>
internal sealed record DispositionRequest(string? Disposition);
