using Connector.Engine;
using Connector.Engine.Door;
using Connector.Engine.Outbound;
using Connector.Runtime.Plugins.Secrets;
using Connector.Storage;
using Connector.Storage.Stores;
using Microsoft.EntityFrameworkCore;

namespace Connector.Host.Operations.Outbox;

/// <summary>What waits, what failed and why. Reads only.</summary>
/// <param name="store">Where it is.</param>
/// <param name="whole">For administrators: payloads, and the addresses in errors.</param>
internal sealed class OutboxReading(Store store, bool whole = true)
{
    public const int Most = 1000;

    public async Task<IReadOnlyList<OutboxView>> ListAsync(OutboxFilter filter, long after, int limit, CancellationToken cancellation) =>
        [.. (await store.OutboxQueries.FindAsync(filter, after, limit, cancellation)).Select(ViewOf)];

    public async Task<IReadOnlyList<OutboxGroup>> GroupAsync(OutboxFilter filter, CancellationToken cancellation) =>
        [.. (await store.OutboxQueries.GroupAsync(filter, cancellation)).Select(g => whole || g.Error is null ? g : g with { Error = AddressMask.Apply(g.Error) })];

    public async Task<OutboxDetail> ShowAsync(string id, CancellationToken cancellation)
    {
        await using var db = store.Read();
        var row = RecordId.TryParse(id, 'o', out var number) ? await db.Outbox.FirstOrDefaultAsync(r => r.Id == number && r.Tenant == store.Tenant, cancellation) : null;
        if (row is null) throw OperationRefusedException.NoSuch("outbox row", id);
        var interaction = await db.Interactions.FirstOrDefaultAsync(i => i.Id == row.InteractionId, cancellation);
        var broken = interaction is null ? "its interaction is gone" : Precondition.Broken(row.Precondition, interaction);
        return new(ViewOf(row), row.Precondition, whole ? row.Payload : null, RetryOf(row, broken), DiscardOf(row));
    }

    private static string DiscardOf(OutboxRow row) => DeadLetters.DiscardOf(row.State) switch
    {
        { } instead => Words(instead),
        _ when row.Operation == MailOperation.Send => "the mail is never sent; it stays on the conversation as failed",
        _ => $"{row.Destination} is never told {row.Operation}",
    };

    private static string RetryOf(OutboxRow row, string? broken) => DeadLetters.RetryOf(row.State) switch
    {
        { } instead when row.State is OutboxState.Waiting or OutboxState.Started => $"{Words(instead)} from {row.NotBefore:u}",
        { } instead => Words(instead),
        _ when broken is not null => $"superseded without a call: {broken}",
        _ => $"calls {row.Operation} at {row.Destination} once more",
    };

    private static string Words(Answer instead) => instead is Answer.Refused refused ? $"refused: {refused.Why}" : $"nothing: {((Answer.Nothing)instead).Why}";

    private OutboxView ViewOf(OutboxRow row) => whole ? OutboxView.Of(row) : OutboxView.Of(row).WithoutAddresses();
}
