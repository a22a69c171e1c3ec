using Connector.Engine;
using Connector.Engine.Door;
using Connector.Engine.Outbound;

namespace Connector.Host.Operations.Outbox;

/// <summary>A person decides about dead letters.</summary>
internal sealed class OutboxDesk(Operator by)
{
    public Task<OperationResult> RetryAsync(string id, CancellationToken cancellation) => GiveAsync(id, "retry", Retry, cancellation);

    public Task<OperationResult> DiscardAsync(string id, string reason, CancellationToken cancellation) => string.IsNullOrWhiteSpace(reason)
        ? throw NoReason("given up")
        : GiveAsync(id, "discard", row => Discard(row, reason), cancellation);

    public Task<IReadOnlyList<OperationResult>> RetryAllAsync(IReadOnlyList<string> ids, CancellationToken cancellation) => OutboxBatch.GiveAsync(by, ids, "retry", Retry, cancellation);

    public Task<IReadOnlyList<OperationResult>> DiscardAllAsync(IReadOnlyList<string> ids, string reason, CancellationToken cancellation) => string.IsNullOrWhiteSpace(reason)
        ? throw NoReason("given up")
        : OutboxBatch.GiveAsync(by, ids, "discard", row => Discard(row, reason), cancellation);

    /// <summary>The audit keeps what it held before and holds now.</summary>
    public Task<OperationResult> EditAsync(string id, string payload, string reason, CancellationToken cancellation) => string.IsNullOrWhiteSpace(reason)
        ? throw NoReason("changed")
        : GiveAsync(id, "edit", row => new EditOutbox { OutboxId = row, Payload = payload, Reason = reason, At = by.App.Clock.Now, By = by.By, Correlation = by.Correlation }, cancellation);

    private static OperationRefusedException NoReason(string done) => new(RuleNames.ReasonRequired, $"reason: say why it is {done}");

    private RetryOutbox Retry(long row) => new() { OutboxId = row, At = by.App.Clock.Now, By = by.By, Correlation = by.Correlation };

    private DiscardOutbox Discard(long row, string reason) => new() { OutboxId = row, Reason = reason, At = by.App.Clock.Now, By = by.By, Correlation = by.Correlation };

    /// <summary>The audit's line of a row that was retried or given up.</summary>
    public static IEnumerable<AuditLine> LineOf(string id, string action, Outcome outcome) =>
        outcome.Updates.OfType<OutboxRow>().Take(1).Select(after => new AuditLine($"outbox {action}", id, nameof(OutboxState.Dead), after.State.ToString()));

    private async Task<OperationResult> GiveAsync(string id, string action, Func<long, Input> input, CancellationToken cancellation)
    {
        if (!RecordId.TryParse(id, 'o', out var row)) throw OperationRefusedException.NoSuch("outbox row", id);
        var before = action == "edit" ? (await new OutboxReading(by.App.Store).ShowAsync(id, cancellation)).Payload : null;
        try
        {
            return await by.GiveAsync(input(row), id, action, outcome => action == "edit"
                ? outcome.Updates.OfType<OutboxRow>().Take(1).Select(after => new AuditLine("outbox edit", id, before, after.Payload))
                : LineOf(id, action, outcome), cancellation);
        }
        catch (OperationRefusedException e) when (e.Rule == RuleNames.NotFound)
        {
            throw OperationRefusedException.NoSuch("outbox row", id);
        }
    }
}
