namespace Connector.Storage.Sqlite;

/// <summary>
/// Lets the first caller who comes lead: on its own thread it runs batch after batch until its own work is answered, and hands over to the pool what
/// still waits. While one batch is being synced to disk the next one gathers: no timer is needed.
/// </summary>
internal sealed class Leader(SqliteWriter writer)
{
    private readonly Lock _gate = new();
    private readonly WaitingWork _waiting = new();
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _leading;
    private bool _closed;

    public Task<T> RunAsync<T>(Work<T> work)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _waiting.Add(work);
            if (_leading) return work.Task;
            _leading = true;
        }
        while (!work.IsAnswered && RunNext()) { }
        HandOver();
        return work.Task;
    }

    /// <summary>Takes no more work; done when what waits is done.</summary>
    public Task CloseAsync()
    {
        lock (_gate)
        {
            _closed = true;
            if (!_leading) _idle.TrySetResult();
        }
        return _idle.Task;
    }

    private bool RunNext()
    {
        List<Work> batch;
        lock (_gate) batch = _waiting.Take();
        writer.Run(batch);
        return batch.Count > 0;
    }

    private void HandOver()
    {
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                _leading = false;
                if (_closed) _idle.TrySetResult();
                return;
            }
        }
        ThreadPool.UnsafeQueueUserWorkItem(static leader => leader.LeadOn(), this, preferLocal: false);
    }

    private void LeadOn()
    {
        RunNext();
        HandOver();
    }
}
