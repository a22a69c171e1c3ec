namespace Connector.Runtime.Tests.Clock;

/// <summary>Machine time that moves only when told. Timers due on the way fire in their order, inside <see cref="Advance"/>.</summary>
internal sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now = start;
    private TaskCompletionSource _nextTimer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ManualTime() : this(new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero)) { }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Completes when somebody waits anew: then a test may move the time.</summary>
    public Task NextTimerAsync()
    {
        lock (_gate) return _nextTimer.Task;
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <summary>As when an administrator sets the machine's clock; no timer fires.</summary>
    public void Set(DateTimeOffset now)
    {
        lock (_gate) _now = now;
    }

    public void Advance(TimeSpan by)
    {
        var until = GetUtcNow() + by;
        while (Next(until) is { } due) due.Fire();
        Set(until);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private Timer? Next(DateTimeOffset until)
    {
        lock (_gate)
        {
            var due = _timers.Where(t => t.Due <= until).MinBy(t => t.Due);
            if (due is null) return null;
            if (due.Due > _now) _now = due.Due;
            if (due.Period > TimeSpan.Zero) due.Due += due.Period;
            else _timers.Remove(due);
            return due;
        }
    }

    private sealed class Timer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
            {
                time._timers.Remove(this);
                Period = period;
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                Due = time._now + dueTime;
                time._timers.Add(this);
                time._nextTimer.TrySetResult();
                time._nextTimer = new(TaskCreationOptions.RunContinuationsAsynchronously);
                return true;
            }
        }

        public void Dispose()
        {
            lock (time._gate) time._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
