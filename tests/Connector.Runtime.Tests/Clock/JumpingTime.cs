namespace Connector.Runtime.Tests.Clock;

/// <summary>Machine time that goes on by itself: whoever waits shorter than the patience is woken at once, and that much later. Longer timers (limits) never fire.</summary>
internal sealed class JumpingTime(TimeSpan patience) : TimeProvider
{
    private readonly Lock _gate = new();
    private DateTimeOffset _now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Jump(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Jump(JumpingTime time, TimerCallback callback, object? state) : ITimer
    {
        private volatile bool _gone;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == Timeout.InfiniteTimeSpan || dueTime >= time._patience) return true;
            lock (time._gate) time._now += dueTime;
            ThreadPool.QueueUserWorkItem(_ =>
            {
                if (!_gone) callback(state);
            });
            return true;
        }

        public void Dispose() => _gone = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private readonly TimeSpan _patience = patience;
}
