using Connector.Engine.Door;
using Connector.Engine.Outbound;
using Connector.Runtime.Hosting;
using Connector.Storage.Writing;

namespace Connector.Runtime.Door;

/// <summary>A door that rings the dispatcher's bell when something was put into the outbox.</summary>
public sealed class RingingDoor(IDoor inner, Bell outbox) : IDoor
{
    public async Task<Outcome> HandleAsync(Input input, Handling handling, CancellationToken cancellation) =>
        Ring(await inner.HandleAsync(input, handling, cancellation));

    public async Task<IReadOnlyList<Outcome>> HandleAllAsync(IReadOnlyList<Input> inputs, Urgency urgency, CancellationToken cancellation)
    {
        var outcomes = await inner.HandleAllAsync(inputs, urgency, cancellation);
        foreach (var outcome in outcomes) Ring(outcome);
        return outcomes;
    }

    public Task<IReadOnlyList<Outcome>> DryRunAsync(IReadOnlyList<Input> inputs, CancellationToken cancellation) => inner.DryRunAsync(inputs, cancellation);

    private Outcome Ring(Outcome outcome)
    {
        if (outcome.Inserts.Any(r => r is OutboxRow) || outcome.Updates.Any(r => r is OutboxRow)) outbox.Ring();
        return outcome;
    }
}
