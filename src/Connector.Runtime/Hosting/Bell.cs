namespace Connector.Runtime.Hosting;

/// <summary>Wakes one waiting loop: rung once or often before it looks, it wakes once.</summary>
public sealed class Bell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    public void Ring()
    {
        lock (_rung)
            if (_rung.CurrentCount == 0) _rung.Release();
    }

    /// <summary>Returns when rung, or when the time is over.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellation)
    {
        using var over = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellation);
        try
        {
            await _rung.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The time is over: as good as a ring.
        }
    }

    public void Dispose() => _rung.Dispose();
}
