using Connector.Engine.Codes;
using Connector.Engine.Door;

namespace Connector.Host.Operations.Codes;

/// <summary>What vendors showed, and what came of it here.</summary>
internal sealed record Looks(IReadOnlyList<Look> Instances)
{
    /// <param name="shown">By instance; without a read: why there is none.</param>
    /// <param name="outcomes">Of the reads, in their order.</param>
    public static Looks Of(IEnumerable<(string Instance, CatalogueRead? Read, string? Problem)> shown, IEnumerable<Outcome> outcomes)
    {
        var answers = new Queue<Outcome>(outcomes);
        return new([.. shown.Select(s => s.Read is null ? new Look(s.Instance, s.Problem, [], 0, false) : Of(s.Instance, answers.Dequeue()))]);
    }

    private static Look Of(string instance, Outcome outcome) => outcome.Answer switch
    {
        Answer.Refused refused => new(instance, refused.Why, [], 0, outcome.HasWrites),
        Answer.Done { Result: CatalogueResult done } => new(instance, null, done.News, done.Changes, outcome.HasWrites),
        Answer.Nothing { Result: CatalogueResult nothing } => new(instance, null, nothing.News, nothing.Changes, outcome.HasWrites),
        _ => new(instance, null, [], 0, outcome.HasWrites),
    };
}

/// <summary>One instance.</summary>
/// <param name="Problem">Why it could not be read, or was not taken up.</param>
internal sealed record Look(string Instance, string? Problem, IReadOnlyList<CatalogueNews> News, int Changes, bool IsStored);
