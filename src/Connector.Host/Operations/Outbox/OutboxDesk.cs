using Connector.Engine;
using Connector.Engine.Door;
using Connector.Engine.Outbound;
using Connector.Storage.Writing;

namespace Connector.Host.Operations.Outbox;

/// <summary>A person decides about dead letters, one or several in one transaction. Each is decided for itself: one that is refused keeps none of the others.</summary>
internal sealed class OutboxDesk(Operator by)
{
    public const int Most = 1000;

    public async Task<OperationResult> RetryAsync(string id, CancellationToken cancellation) => One(await RetryAllAsync([id], cancellation));

    public async Task<OperationResult> DiscardAsync(string id, string reason, CancellationToken cancellation) => One(await DiscardAllAsync([id], reason, cancellation));

    public Task<IReadOnlyList<OperationResult>> RetryAllAsync(IReadOnlyList<string> ids, CancellationToken cancellation) =>
        GiveAsync(ids, "retry", row => new RetryOutbox { OutboxId = row, At = by.App.Clock.Now, By = by.By, Correlation = by.Correlation }, States, cancellation);

    public Task<IReadOnlyList<OperationResult>> DiscardAllAsync(IReadOnlyList<string> ids, string reason, CancellationToken cancellation) => string.IsNullOrWhiteSpace(reason)
        ? throw NoReason("given up")
        : GiveAsync(ids, "discard", row => new DiscardOutbox { OutboxId = row, Reason = reason, At = by.App.Clock.Now, By = by.By, Correlation = by.Correlation }, States, cancellation);

    /// <summary>The audit keeps what it held before and holds now.</summary>
    public async Task<OperationResult> EditAsync(string id, string payload, string reason, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw NoReason("changed");
        var before = (await new OutboxReading(by.App.Store).ShowAsync(id, cancellation)).Payload;
        return One(await GiveAsync([id], "edit", row => new EditOutbox { OutboxId = row, Payload = payload, Reason = reason, At = by.App.Clock.Now, By = by.By, Correlation = by.Correlation },
            after => (before, after.Payload), cancellation));
    }

    private static OperationRefusedException NoReason(string done) => new(RuleNames.ReasonRequired, $"reason: say why it is {done}");

    private static (string Before, string After) States(OutboxRow after) => (nameof(OutboxState.Dead), after.State.ToString());

    private async Task<IReadOnlyList<OperationResult>> GiveAsync(IReadOnlyList<string> ids, string action, Func<long, Input> input, Func<OutboxRow, (string? Before, string? After)> change, CancellationToken cancellation)
    {
        if (ids.Count is 0 or > Most) throw new OperationRefusedException(RuleNames.InvalidPayload, $"ids: must be 1 to {Most} rows; it is {ids.Count}");
        List<string> rows = [.. ids.Distinct()];
        List<string> known = [.. rows.Where(id => RowOf(id) is not null)];
        List<Input> inputs = [.. known.Select(id => input(RowOf(id)!.Value))];
        return (await by.ActAsync<IReadOnlyList<Outcome>, GivenAll>(
            beside => by.App.Door.HandleAllAsync(inputs, Urgency.Command, beside, cancellation),
            outcomes => Tell(rows, action, outcomes),
            outcomes => known.Zip(outcomes).SelectMany(o => LineOf(o.First, action, o.Second, change)))).Results;
    }

    private static IEnumerable<AuditLine> LineOf(string id, string action, Outcome outcome, Func<OutboxRow, (string? Before, string? After)> change) => outcome.Answer is not Answer.Done ? []
        : outcome.Updates.OfType<OutboxRow>().Take(1).Select(change).Select(c => new AuditLine($"outbox {action}", id, c.Before, c.After));

    private static long? RowOf(string id) => RecordId.TryParse(id, 'o', out var row) ? row : null;

    private static GivenAll Tell(IEnumerable<string> rows, string action, IEnumerable<Outcome> outcomes)
    {
        var answers = new Queue<Answer>(outcomes.Select(o => o.Answer));
        return new([.. rows.Select(id => RowOf(id) is null ? Unknown(id, action) : Tell(id, action, answers.Dequeue()))]);
    }

    private static OperationResult Tell(string id, string action, Answer answer) => answer switch
    {
        Answer.Refused { Rule: RuleNames.NotFound } => Unknown(id, action),
        Answer.Refused refused => new(id, action) { Refused = refused.Why, Rule = refused.Rule },
        _ => OperationResult.Of(id, action, answer),
    };

    private static OperationResult Unknown(string id, string action) => new(id, action) { Refused = OperationRefusedException.NoSuch("outbox row", id).Message, Rule = RuleNames.NotFound };

    /// <summary>One that is refused is refused as a whole.</summary>
    private static OperationResult One(IReadOnlyList<OperationResult> results) => results[0] is { Refused: { } why, Rule: { } rule } ? throw new OperationRefusedException(rule, why) : results[0];
}

/// <summary>What became of each.</summary>
internal sealed record GivenAll(IReadOnlyList<OperationResult> Results);
