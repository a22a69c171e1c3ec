namespace Connector.Runtime.Delivery;

/// <summary>How long a call may take, for a caller who makes one after the other: the timer and the tie to the host's end are made once, not for each.</summary>
internal sealed class CallLimit(TimeProvider machine, CancellationToken ending) : IDisposable
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>A claim outlasts the call.</summary>
    public static readonly TimeSpan Lease = Longest + TimeSpan.FromMinutes(1);

    private CancellationTokenSource? _source;
    private CancellationTokenRegistration _tie;

    /// <summary>The next call begins, the last one is over: cancelled when it has taken too long, or the host ends.</summary>
    public CancellationToken Begin()
    {
        if (_source?.TryReset() is true) _source.CancelAfter(Longest);
        else Renew();
        return _source!.Token;
    }

    public void Dispose()
    {
        _tie.Dispose();
        _source?.Dispose();
    }

    private void Renew()
    {
        Dispose();
        _source = new(Longest, machine);
        _tie = ending.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }
}
