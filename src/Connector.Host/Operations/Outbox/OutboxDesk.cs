using Connector.Engine;
using Connector.Engine.Door;
using Connector.Engine.Outbound;

namespace Connector.Host.Operations.Outbox;

/// <summary>A person decides about dead letters.</summary>
internal sealed class OutboxDesk(Operator by)
{
    public const int MostAtOnce = 1000;

    public Task<OperationResult> RetryAsync(string id, CancellationToken cancellation) =>
        GiveAsync(id, "retry", row => new RetryOutbox { OutboxId = row, At = by.App.Clock.Now, By = by.By, Correlation = by.Correlation }, cancellation);

    public Task<OperationResult> DiscardAsync(string id, string reason, CancellationToken cancellation) => string.IsNullOrWhiteSpace(reason)
        ? throw NoReason("given up")
        : GiveAsync(id, "discard", row => new DiscardOutbox { OutboxId = row, Reason = reason, At = by.App.Clock.Now, By = by.By, Correlation = by.Correlation }, cancellation);

    /// <summary>One after the other: each for itself, so that one refused keeps none of the others.</summary>
    public Task<IReadOnlyList<OperationResult>> RetryAllAsync(IReadOnlyList<string> ids, CancellationToken cancellation) =>
        AllAsync(ids, "retry", id => RetryAsync(id, cancellation));

    public Task<IReadOnlyList<OperationResult>> DiscardAllAsync(IReadOnlyList<string> ids, string reason, CancellationToken cancellation) =>
        string.IsNullOrWhiteSpace(reason) ? throw NoReason("given up") : AllAsync(ids, "discard", id => DiscardAsync(id, reason, cancellation));

    /// <summary>The audit keeps what it held before and holds now.</summary>
    public Task<OperationResult> EditAsync(string id, string payload, string reason, CancellationToken cancellation) => string.IsNullOrWhiteSpace(reason)
        ? throw NoReason("changed")
        : GiveAsync(id, "edit", row => new EditOutbox { OutboxId = row, Payload = payload, Reason = reason, At = by.App.Clock.Now, By = by.By, Correlation = by.Correlation }, cancellation);

    private static OperationRefusedException NoReason(string done) => new(RuleNames.ReasonRequired, $"reason: say why it is {done}");

    private static async Task<IReadOnlyList<OperationResult>> AllAsync(IReadOnlyList<string> ids, string action, Func<string, Task<OperationResult>> act)
    {
        if (ids.Count is 0 or > MostAtOnce) throw new OperationRefusedException(RuleNames.InvalidPayload, $"ids: must be 1 to {MostAtOnce} rows; it is {ids.Count}");
        var results = new List<OperationResult>();
        foreach (var id in ids.Distinct())
        {
            try
            {
                results.Add(await act(id));
            }
            catch (OperationRefusedException e)
            {
                results.Add(new(id, action) { Refused = e.Message });
            }
        }
        return results;
    }

    private async Task<OperationResult> GiveAsync(string id, string action, Func<long, Input> input, CancellationToken cancellation)
    {
        if (!RecordId.TryParse(id, 'o', out var row)) throw OperationRefusedException.NoSuch("outbox row", id);
        var before = action == "edit" ? (await new OutboxReading(by.App.Store).ShowAsync(id, cancellation)).Payload : null;
        try
        {
            return await by.GiveAsync(input(row), id, action, outcome => outcome.Updates.OfType<OutboxRow>().Take(1).Select(after => action == "edit"
                ? new AuditLine("outbox edit", id, before, after.Payload)
                : new AuditLine($"outbox {action}", id, nameof(OutboxState.Dead), after.State.ToString())), cancellation);
        }
        catch (OperationRefusedException e) when (e.Rule == RuleNames.NotFound)
        {
            throw OperationRefusedException.NoSuch("outbox row", id);
        }
    }
}
