using Connector.Engine.Routing;
using Connector.Storage.Model;

namespace Connector.Host.Api.Notifications;

/// <summary>What is still so: of a mail that was moved elsewhere, the interaction it left tells nobody any more.</summary>
internal static class NotificationScope
{
    public static IQueryable<Notification> Present(ConnectorDb db) => db.Notifications.Where(n =>
        n.MessageId == null || n.InteractionId == null || !db.Messages.Any(m => m.Id == n.MessageId && m.InteractionId != null && m.InteractionId != n.InteractionId));
}
