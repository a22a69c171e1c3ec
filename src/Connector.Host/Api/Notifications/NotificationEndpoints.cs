using Connector.Engine;
using Connector.Engine.Routing;
using Connector.Host.Api.Problems;
using Connector.Host.Api.Requests;
using Connector.Host.Api.Security;
using Connector.Runtime.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Connector.Host.Api.Notifications;

/// <summary><c>/notifications</c>: what an agent is told.</summary>
internal static class NotificationEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/notifications", async (bool? all, string? category, int? limit, string? cursor, Caller caller, ConnectorApp app, CancellationToken cancellation) =>
        {
            var page = PageRequest.Of(limit, cursor);
            await using var db = app.Store.Read();
            var told = NotificationScope.Present(db).Where(n => n.Tenant == app.Store.Tenant && n.Id < page.Before && n.Agent == caller.Agent);
            if (all is not true) told = told.Where(n => n.ReadAt == null);
            if (category is not null) told = told.Where(n => n.Category == category);
            var read = await told.OrderByDescending(n => n.Id).Take(page.Limit + 1).ToListAsync(cancellation);
            return page.Cut(read, n => n.Id, NotificationView.Of);
        }).WithTags("Notifications").WithSummary("Unread notifications of the key's agent, newest first; all=true: read ones too");
        api.MapPost("/notifications/read", async (ReadRequest body, Caller caller, ConnectorApp app, CancellationToken cancellation) =>
                new ReadAnswer(await app.Store.Notifications.MarkReadAsync(caller.Agent ?? "", [.. (body.Ids ?? []).Select(IdOf)], app.Clock.Now, cancellation)))
            .WithTags("Notifications").WithSummary("The key's agent has read these");
    }

    private static long IdOf(string id) => RecordId.TryParse(id, 'n', out var number)
        ? number
        : throw new RefusedException(ApiRules.InvalidRequest, $"ids: '{id}' is no notification id (n-NUMBER)");
}

internal sealed record ReadRequest(IReadOnlyList<string>? Ids);

internal sealed record ReadAnswer(int Marked);

internal sealed record NotificationView(
    string Id, string Category, string Text, string? InteractionId, string? CaseId, string? MessageId, DateTimeOffset At, DateTimeOffset? ReadAt)
{
    public static NotificationView Of(Notification n) => new(
        $"n-{n.Id}", n.Category, n.Text, RecordId.Interaction(n.InteractionId), RecordId.Case(n.CaseId), n.MessageId is { } message ? RecordId.Message(message) : null, n.At, n.ReadAt);
}
