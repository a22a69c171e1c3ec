using Connector.Engine.Door;
using Connector.Storage.Writing;

namespace Connector.Runtime.Door;

/// <summary>The one way in for everything that happens, whatever brought it.</summary>
public interface IDoor
{
    /// <summary>Decides and stores; answers after the commit. An exception means that nothing was stored.</summary>
    Task<Outcome> HandleAsync(Input input, Urgency urgency, CancellationToken cancellation) => HandleAsync(input, new Handling(urgency), cancellation);

    /// <summary>The same, with rows that are stored beside what was decided, or a version that a record must have.</summary>
    Task<Outcome> HandleAsync(Input input, Handling handling, CancellationToken cancellation);

    /// <summary>Several inputs in one transaction, each seeing what the earlier ones did. One that throws fails all.</summary>
    Task<IReadOnlyList<Outcome>> HandleAllAsync(IReadOnlyList<Input> inputs, Urgency urgency, CancellationToken cancellation) => HandleAllAsync(inputs, urgency, null, cancellation);

    /// <summary>The same, with rows that are stored beside what was decided on all of them.</summary>
    Task<IReadOnlyList<Outcome>> HandleAllAsync(IReadOnlyList<Input> inputs, Urgency urgency, Beside<IReadOnlyList<Outcome>>? beside, CancellationToken cancellation);

    /// <summary>What would come of the inputs, one after the other; nothing is stored.</summary>
    Task<IReadOnlyList<Outcome>> DryRunAsync(IReadOnlyList<Input> inputs, CancellationToken cancellation);
}
