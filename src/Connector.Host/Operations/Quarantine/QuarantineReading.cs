using Connector.Engine;
using Connector.Engine.Messages;
using Connector.Engine.Threads;
using Connector.Mail;
using Connector.Mail.Json;
using Connector.Storage;
using Microsoft.EntityFrameworkCore;

namespace Connector.Host.Operations.Quarantine;

/// <summary>What is held, and why. Reads only.</summary>
internal sealed class QuarantineReading(Store store)
{
    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<QuarantineItem>> ListAsync(QuarantineState? state, string? channel, long before, int limit, CancellationToken cancellation)
    {
        await using var db = store.Read();
        var items = db.Quarantine.Where(q => q.Tenant == store.Tenant && q.Id < before);
        if (state is { } wanted) items = items.Where(q => q.State == wanted);
        if (channel is not null) items = items.Where(q => q.Channel == channel);
        return await items.OrderByDescending(q => q.Id).Take(limit).ToListAsync(cancellation);
    }

    public async Task<QuarantineDetail> ShowAsync(string id, CancellationToken cancellation)
    {
        var (item, raw) = await FindAsync(id, cancellation);
        var message = item.Reason == QuarantineReason.Deadly || raw.Length == 0 ? null : ParsedMessage.Of(MailReader.Read(raw));
        return new(QuarantineView.Of(item), DecisionJson.Read(item.Decision), message, raw.Length);
    }

    public async Task<(QuarantineItem Item, byte[] Raw)> FindAsync(string id, CancellationToken cancellation)
    {
        await using var db = store.Read();
        var item = RecordId.TryParse(id, 'q', out var number) ? await db.Quarantine.FirstOrDefaultAsync(q => q.Id == number && q.Tenant == store.Tenant, cancellation) : null;
        if (item is null) throw OperationRefusedException.NoSuch("quarantined mail", id);
        return (item, await store.RawMails.GetAsync(item.Id, cancellation) ?? []);
    }
}
