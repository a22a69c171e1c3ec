namespace Connector.Runtime.Plugins.Instances;

/// <summary>Counts the calls inside an adapter, so that it can be closed when the last one has left. Made anew with each start.</summary>
internal sealed class CallGate : IDisposable
{
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _abandon = new();
    private readonly Lock _lock = new();
    private int _inside;
    private bool _closed;

    public CallGate() => Abandoned = _abandon.Token;

    /// <summary>Cancelled when the drain has lasted too long.</summary>
    public CancellationToken Abandoned { get; }

    public bool TryEnter()
    {
        lock (_lock)
        {
            if (_closed)
                return false;
            _inside++;
            return true;
        }
    }

    public void Leave()
    {
        lock (_lock)
        {
            if (--_inside == 0 && _closed)
                _empty.TrySetResult();
        }
    }

    /// <summary>Lets nobody in any more and waits for those inside; after <paramref name="patience"/> their calls are cancelled and left behind.</summary>
    public async Task CloseAsync(TimeSpan patience, TimeProvider time)
    {
        lock (_lock)
        {
            _closed = true;
            if (_inside == 0)
                _empty.TrySetResult();
        }

        try
        {
            await _empty.Task.WaitAsync(patience, time);
        }
        catch (TimeoutException)
        {
            await _abandon.CancelAsync();
        }
    }

    public void Dispose() => _abandon.Dispose();
}
