using Connector.Engine.Door;
using Connector.Storage.Writing;

namespace Connector.Runtime.Door;

/// <summary>The door of a host that owns its store.</summary>
public sealed class StoreDoor(WritePath writes) : IDoor
{
    public Task<Outcome> HandleAsync(Input input, Handling handling, CancellationToken cancellation) =>
        writes.HandleAsync(input, handling, cancellation);

    public Task<IReadOnlyList<Outcome>> HandleAllAsync(IReadOnlyList<Input> inputs, Urgency urgency, Beside<IReadOnlyList<Outcome>>? beside, CancellationToken cancellation) =>
        writes.HandleAllAsync(inputs, urgency, beside, cancellation);

    public Task<IReadOnlyList<Outcome>> DryRunAsync(IReadOnlyList<Input> inputs, CancellationToken cancellation) =>
        writes.DryRunAsync(inputs, cancellation);
}
