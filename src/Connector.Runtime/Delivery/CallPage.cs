using Connector.Engine.Interactions;

namespace Connector.Runtime.Delivery;

/// <summary>Rows claimed together, called side by side: what they are about is read for all of them just before the first, and anew for those called later.</summary>
internal sealed class CallPage(IReadOnlyCollection<long> interactions, Func<IReadOnlyCollection<long>, CancellationToken, Task<IReadOnlyDictionary<long, Interaction>>> read, TimeProvider machine)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(50);

    private readonly Lock _gate = new();
    private Task<IReadOnlyDictionary<long, Interaction>>? _seen;
    private long _at;

    /// <summary>As it is now; null when it is gone.</summary>
    public async Task<Interaction?> InteractionAsync(long id, CancellationToken cancellation) =>
        (await Seen().WaitAsync(cancellation)).GetValueOrDefault(id);

    private Task<IReadOnlyDictionary<long, Interaction>> Seen()
    {
        lock (_gate)
        {
            if (_seen is { IsFaulted: false, IsCanceled: false } && machine.GetElapsedTime(_at) < Fresh) return _seen;
            _at = machine.GetTimestamp();
            return _seen = read(interactions, CancellationToken.None);
        }
    }
}
