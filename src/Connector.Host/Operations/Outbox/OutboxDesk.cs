using Connector.Engine;
using Connector.Engine.Door;
using Connector.Engine.Outbound;

namespace Connector.Host.Operations.Outbox;

/// <summary>A person decides about dead letters.</summary>
internal sealed class OutboxDesk(Operator by)
{
    public Task<OperationResult> RetryAsync(string id, CancellationToken cancellation) =>
        GiveAsync(id, "retry", row => new RetryOutbox { OutboxId = row, At = by.App.Clock.Now, By = by.By, Correlation = by.Correlation }, cancellation);

    public Task<OperationResult> DiscardAsync(string id, string reason, CancellationToken cancellation) => string.IsNullOrWhiteSpace(reason)
        ? throw new OperationRefusedException(RuleNames.ReasonRequired, "reason: say why it is given up")
        : GiveAsync(id, "discard", row => new DiscardOutbox { OutboxId = row, Reason = reason, At = by.App.Clock.Now, By = by.By, Correlation = by.Correlation }, cancellation);

    /// <summary>The audit keeps what it held before and holds now.</summary>
    public Task<OperationResult> EditAsync(string id, string payload, string reason, CancellationToken cancellation) => string.IsNullOrWhiteSpace(reason)
        ? throw new OperationRefusedException(RuleNames.ReasonRequired, "reason: say why it is changed")
        : GiveAsync(id, "edit", row => new EditOutbox { OutboxId = row, Payload = payload, Reason = reason, At = by.App.Clock.Now, By = by.By, Correlation = by.Correlation }, cancellation);

    private async Task<OperationResult> GiveAsync(string id, string action, Func<long, Input> input, CancellationToken cancellation)
    {
        if (!RecordId.TryParse(id, 'o', out var row)) throw OperationRefusedException.NoSuch("outbox row", id);
        var before = action == "edit" ? (await new OutboxReading(by.App.Store).ShowAsync(id, cancellation)).Payload : null;
        var outcome = await by.GiveAsync(input(row), cancellation);
        if (outcome.Answer is Answer.Refused { Rule: RuleNames.NotFound }) throw OperationRefusedException.NoSuch("outbox row", id);
        var result = OperationResult.Of(id, action, outcome.Answer);
        var after = outcome.Updates.OfType<OutboxRow>().FirstOrDefault();
        if (action == "edit" && after is not null) await by.AuditAsync("outbox edit", id, before, after.Payload, cancellation);
        else if (after is not null) await by.AuditAsync($"outbox {action}", id, nameof(OutboxState.Dead), after.State.ToString(), cancellation);
        return result;
    }
}
