namespace Connector.Runtime.Tests.Smtp;

/// <summary>Time in which no limit is ever reached, until the test says that every limit is over, now and from now on.</summary>
internal sealed class ExpiringTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Limit> pending = [];
    private bool expired;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var limit = new Limit(this, () => callback(state));
        lock (gate)
        {
            if (!expired) pending.Add(limit);
        }
        if (expired) ThreadPool.QueueUserWorkItem(_ => limit.Fire());
        return limit;
    }

    public void Expire()
    {
        Limit[] due;
        lock (gate)
        {
            expired = true;
            due = [.. pending];
            pending.Clear();
        }
        foreach (var limit in due) limit.Fire();
    }

    private sealed class Limit(ExpiringTime owner, Action fire) : ITimer
    {
        private int over;

        public void Fire()
        {
            if (Interlocked.Exchange(ref over, 1) == 0) fire();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
            over = 1;
            lock (owner.gate) owner.pending.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
