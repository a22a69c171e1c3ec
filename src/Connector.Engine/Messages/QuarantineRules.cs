using Connector.Engine.Door;

namespace Connector.Engine.Messages;

/// <summary>An administrator gives up a held mail; its bytes stay until the store is cleaned.</summary>
public sealed record DiscardQuarantined : Input
{
    public required long QuarantineId { get; init; }
    public string Reason { get; init; } = "";
}

internal static class QuarantineRules
{
    public static Outcome Discard(DiscardQuarantined input, Known known, Given given)
    {
        if (known.Quarantined is not { } item) return new Outcome(new Answer.Refused(RuleNames.NotFound, $"there is no quarantined mail {RecordId.Quarantine(input.QuarantineId)}"));
        if (item.State != QuarantineState.Held) return new Outcome(new Answer.Nothing($"it is {item.State} already"));
        var p = new Proceedings(new Dossier(), input, given);
        p.Log("QuarantineDiscarded", input.Reason, before: nameof(QuarantineState.Held), after: RecordId.Quarantine(item.Id));
        return p.Close(new Answer.Done(item.Id)) with { Updates = [item with { State = QuarantineState.Discarded }] };
    }

    /// <summary>The released item, when a mail that was let through came to something.</summary>
    public static Outcome Released(long id, Outcome outcome, Known known) =>
        outcome.Answer is Answer.Done && known.SameQuarantined.Find(q => q.Id == id) is { State: QuarantineState.Held } item
            ? outcome with { Updates = [.. outcome.Updates, item with { State = QuarantineState.Released }] }
            : outcome;
}
