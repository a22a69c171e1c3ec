using Connector.Engine.Codes;
using Connector.Engine.Door;
using Connector.Storage.Writing;

namespace Connector.Runtime.Door;

/// <summary>A door that has codes and mappings taken up at once when an input changed them.</summary>
public sealed class CodesDoor(IDoor inner, Func<CancellationToken, Task> takeUp) : IDoor
{
    public async Task<Outcome> HandleAsync(Input input, Handling handling, CancellationToken cancellation)
    {
        var outcome = await inner.HandleAsync(input, handling, cancellation);
        if (Changes(outcome)) await takeUp(cancellation);
        return outcome;
    }

    public async Task<IReadOnlyList<Outcome>> HandleAllAsync(IReadOnlyList<Input> inputs, Urgency urgency, Beside<IReadOnlyList<Outcome>>? beside, CancellationToken cancellation)
    {
        var outcomes = await inner.HandleAllAsync(inputs, urgency, beside, cancellation);
        if (outcomes.Any(Changes)) await takeUp(cancellation);
        return outcomes;
    }

    public Task<IReadOnlyList<Outcome>> DryRunAsync(IReadOnlyList<Input> inputs, CancellationToken cancellation) => inner.DryRunAsync(inputs, cancellation);

    private static bool Changes(Outcome outcome) => outcome.Stores<CatalogueCode>() || outcome.Stores<CodeMapping>();
}
