using Connector.Engine.Outbound;

namespace Connector.Runtime.Delivery;

/// <summary>Rows claimed together, called side by side: what they are about was read with the claim, and is read anew for those called later.</summary>
/// <param name="interactions">What they are about.</param>
/// <param name="seen">As it was read with the claim.</param>
/// <param name="at">When the claim was begun, as a timestamp of <paramref name="machine"/>.</param>
internal sealed class CallPage(
    IReadOnlyCollection<long> interactions, IReadOnlyDictionary<long, CalledWork> seen, long at, Func<IReadOnlyCollection<long>, CancellationToken, Task<IReadOnlyDictionary<long, CalledWork>>> read, TimeProvider machine)
{
    public static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private Task<IReadOnlyDictionary<long, CalledWork>> _seen = Task.FromResult(seen);
    private long _at = at;

    /// <summary>As it is now; null when it is gone.</summary>
    public async ValueTask<CalledWork?> WorkAsync(long id, CancellationToken cancellation) =>
        (await Seen().WaitAsync(cancellation)).GetValueOrDefault(id);

    private Task<IReadOnlyDictionary<long, CalledWork>> Seen()
    {
        lock (_gate)
        {
            if (_seen is { IsFaulted: false, IsCanceled: false } && machine.GetElapsedTime(_at) < Fresh) return _seen;
            _at = machine.GetTimestamp();
            return _seen = read(interactions, CancellationToken.None);
        }
    }
}
