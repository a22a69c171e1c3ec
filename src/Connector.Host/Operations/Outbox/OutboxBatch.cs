using Connector.Engine;
using Connector.Engine.Door;
using Connector.Storage.Writing;

namespace Connector.Host.Operations.Outbox;

/// <summary>Several dead letters in one transaction. Each is decided for itself: one that is refused keeps none of the others.</summary>
internal static class OutboxBatch
{
    public const int Most = 1000;

    public static async Task<IReadOnlyList<OperationResult>> GiveAsync(Operator by, IReadOnlyList<string> ids, string action, Func<long, Input> input, CancellationToken cancellation)
    {
        if (ids.Count is 0 or > Most) throw new OperationRefusedException(RuleNames.InvalidPayload, $"ids: must be 1 to {Most} rows; it is {ids.Count}");
        List<string> rows = [.. ids.Distinct()];
        List<string> known = [.. rows.Where(id => RowOf(id) is not null)];
        List<Input> inputs = [.. known.Select(id => input(RowOf(id)!.Value))];
        return (await by.ActAsync<IReadOnlyList<Outcome>, GivenAll>(
            beside => by.App.Door.HandleAllAsync(inputs, Urgency.Command, beside, cancellation),
            outcomes => Tell(rows, action, outcomes),
            outcomes => known.Zip(outcomes).Where(o => o.Second.Answer is Answer.Done).SelectMany(o => OutboxDesk.LineOf(o.First, action, o.Second)))).Results;
    }

    private static long? RowOf(string id) => RecordId.TryParse(id, 'o', out var row) ? row : null;

    private static GivenAll Tell(IEnumerable<string> rows, string action, IEnumerable<Outcome> outcomes)
    {
        var answers = new Queue<Answer>(outcomes.Select(o => o.Answer));
        return new([.. rows.Select(id => RowOf(id) is null ? Unknown(id, action) : Tell(id, action, answers.Dequeue()))]);
    }

    private static OperationResult Tell(string id, string action, Answer answer) => answer switch
    {
        Answer.Refused { Rule: RuleNames.NotFound } => Unknown(id, action),
        Answer.Refused refused => new(id, action) { Refused = refused.Why },
        Answer.Nothing nothing => new(id, action, nothing.Why),
        _ => new(id, action),
    };

    private static OperationResult Unknown(string id, string action) => new(id, action) { Refused = OperationRefusedException.NoSuch("outbox row", id).Message };
}

/// <summary>What became of each.</summary>
internal sealed record GivenAll(IReadOnlyList<OperationResult> Results);
