using Connector.Engine.Messages;
using Connector.Runtime.Hosting;
using Connector.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Connector.Host.Api.Messages;

/// <summary>Reads messages with their bodies.</summary>
internal sealed class MessageReader(ConnectorApp app)
{
    /// <summary>No conversation view holds more; older ones are read one by one.</summary>
    public const int Most = 200;

    public async Task<(Message Message, byte[]? Raw)?> FindAsync(long id, CancellationToken cancellation)
    {
        await using var db = app.Store.Read();
        var message = await db.Messages.FirstOrDefaultAsync(m => m.Id == id && m.Tenant == app.Store.Tenant, cancellation);
        return message is null ? null : (message, await app.Store.RawMails.GetAsync(id, cancellation));
    }

    /// <summary>The last messages of those, oldest first.</summary>
    public static async Task<List<MessageView>> LastAsync(ConnectorDb db, IQueryable<Message> messages, CancellationToken cancellation)
    {
        var rows = await messages.OrderByDescending(m => m.Id).Take(Most).ToListAsync(cancellation);
        var ids = rows.Select(m => m.Id).ToList();
        var raw = await db.RawMails.Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Bytes, cancellation);
        rows.Reverse();
        return [.. rows.Select(m => MessageView.Of(m, raw.GetValueOrDefault(m.Id)))];
    }
}
