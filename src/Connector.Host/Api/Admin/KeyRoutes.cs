using Connector.Host.Operations.Keys;
using Connector.Runtime.Hosting;

namespace Connector.Host.Api.Admin;

/// <summary>API keys.</summary>
internal static class KeyRoutes
{
    public static void Map(RouteGroupBuilder administer)
    {
        administer.MapGet("/keys", async (ConnectorApp app, CancellationToken cancellation) => (await app.Store.Keys.ListAsync(cancellation)).Select(KeyView.Of)).WithSummary("All keys, without their secrets");
        administer.MapPost("/keys", (KeyRequest body, HttpContext http) =>
            new KeyDesk(AdminEndpoints.OperatorOf(http)).AddAsync(body.Role, body.Agent, http.RequestAborted)).WithSummary("Make a key; it is shown this once");
        administer.MapPost("/signing-keys/rotate", (HttpContext http, CancellationToken cancellation) =>
            new KeyDesk(AdminEndpoints.OperatorOf(http)).RotateAsync(cancellation)).WithSummary("Sign mail with a new key; the one before stays accepted");
        administer.MapDelete("/keys/{id}", (string id, HttpContext http) =>
            new KeyDesk(AdminEndpoints.OperatorOf(http)).RevokeAsync(id, http.RequestAborted)).WithSummary("Revoke a key");
    }
}

internal sealed record KeyRequest(string? Role, string? Agent);
