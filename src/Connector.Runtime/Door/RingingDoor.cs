using Connector.Engine.Door;
using Connector.Engine.Outbound;
using Connector.Engine.Routing;
using Connector.Runtime.Hosting;
using Connector.Runtime.Plugins.Metrics;
using Connector.Storage.Writing;

namespace Connector.Runtime.Door;

/// <summary>A door that rings the dispatcher's bell when something was put into the outbox, and counts our own writes that came back.</summary>
public sealed class RingingDoor(IDoor inner, Bell outbox) : IDoor
{
    public async Task<Outcome> HandleAsync(Input input, Handling handling, CancellationToken cancellation) =>
        Count(input, Ring(await inner.HandleAsync(input, handling, cancellation)));

    public async Task<IReadOnlyList<Outcome>> HandleAllAsync(IReadOnlyList<Input> inputs, Urgency urgency, Beside<IReadOnlyList<Outcome>>? beside, CancellationToken cancellation)
    {
        var outcomes = await inner.HandleAllAsync(inputs, urgency, beside, cancellation);
        foreach (var (input, outcome) in inputs.Zip(outcomes)) Count(input, Ring(outcome));
        return outcomes;
    }

    public Task<IReadOnlyList<Outcome>> DryRunAsync(IReadOnlyList<Input> inputs, CancellationToken cancellation) => inner.DryRunAsync(inputs, cancellation);

    private Outcome Ring(Outcome outcome)
    {
        if (outcome.Stores<OutboxRow>()) outbox.Ring();
        return outcome;
    }

    private static Outcome Count(Input input, Outcome outcome)
    {
        if (input.By.Instance is not { } instance) return outcome;
        if (outcome.EchoesSuppressed > 0) EchoMetrics.Suppressed(instance, outcome.EchoesSuppressed);
        var nearMisses = outcome.Inserts.OfType<Activity>().Count(a => a.What == Observed.NearMiss);
        if (nearMisses > 0) EchoMetrics.NearMiss(instance, nearMisses);
        return outcome;
    }
}
