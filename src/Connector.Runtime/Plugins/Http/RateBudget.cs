using Connector.Contracts;

namespace Connector.Runtime.Plugins.Http;

/// <summary>
/// The calls an instance may make in any minute. It counts those of the last sixty seconds, so that no minute of the vendor's, whenever it begins, sees more; a fifth
/// is kept for agents, who also go first when both wait. The framework's limiters know neither a second class nor machine time that a test moves.
/// </summary>
public sealed class RateBudget : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly TimeProvider _machine;
    private readonly List<DateTimeOffset> _spent = [];
    private readonly Queue<Waiter>[] _waiting = [new(), new()];
    private readonly ITimer _timer;
    private DateTimeOffset _heldUntil;

    /// <summary>So many at the front are older than a minute: they are taken out many at once.</summary>
    private int _past;
    private int _perMinute;

    public RateBudget(TimeProvider machine, int perMinute)
    {
        (_machine, _perMinute) = (machine, perMinute);
        _timer = machine.CreateTimer(_ => Serve(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public int PerMinute
    {
        get => _perMinute;
        set
        {
            _perMinute = value;
            Serve();
        }
    }

    /// <summary>Calls of the last minute.</summary>
    public int Used
    {
        get
        {
            lock (_lock) return Forget();
        }
    }

    /// <summary>How many calls wait for their turn.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock) return _waiting.Sum(q => q.Count);
        }
    }

    /// <summary>Returns when the call may be made, and counts it.</summary>
    /// <exception cref="ThrottledException">It would have to wait longer than <paramref name="longest"/>; says how long.</exception>
    public Task TakeAsync(CallPriority priority, TimeSpan longest, CancellationToken cancellation)
    {
        lock (_lock)
        {
            var wait = WaitFor(priority);
            if (wait <= TimeSpan.Zero) return SpendAsync();
            if (wait > longest)
                throw new ThrottledException($"the budget of {PerMinute} calls a minute is used up; the next may go in {Math.Ceiling(wait.TotalSeconds)} s", wait);
            var waiter = new Waiter(cancellation);
            _waiting[(int)priority].Enqueue(waiter);
            Arm();
            return waiter.Task;
        }
    }

    /// <summary>The call counted last was not made after all.</summary>
    public void GiveBack()
    {
        lock (_lock)
            if (_spent.Count > _past) _spent.RemoveAt(_spent.Count - 1);
        Serve();
    }

    /// <summary>The vendor asks everybody to wait. No longer than a minute at a time: then one call asks it again.</summary>
    public void Hold(TimeSpan wait)
    {
        lock (_lock)
        {
            var until = _machine.GetUtcNow() + (wait < Window ? wait : Window);
            if (until > _heldUntil) _heldUntil = until;
        }
    }

    public void Dispose() => _timer.Dispose();

    private Task SpendAsync()
    {
        _spent.Add(_machine.GetUtcNow());
        return Task.CompletedTask;
    }

    private void Serve()
    {
        lock (_lock)
        {
            Forget();
            foreach (var priority in (CallPriority[])[CallPriority.Agent, CallPriority.Sweep])
                while (_waiting[(int)priority].TryPeek(out var next) && (next.IsGone || SlotIn(priority, 0) <= TimeSpan.Zero))
                    if (_waiting[(int)priority].Dequeue().TryGo()) _ = SpendAsync();
            Arm();
        }
    }

    private int Forget()
    {
        var old = _machine.GetUtcNow() - Window;
        while (_past < _spent.Count && _spent[_past] <= old) _past++;
        if (_past > _spent.Count / 2)
        {
            _spent.RemoveRange(0, _past);
            _past = 0;
        }
        return _spent.Count - _past;
    }

    private TimeSpan WaitFor(CallPriority priority)
    {
        Forget();
        var before = 0;
        for (var n = (int)priority; n < _waiting.Length; n++) before += _waiting[n].Count;
        return SlotIn(priority, before);
    }

    /// <summary>How long until one of that priority may go, with so many before it.</summary>
    private TimeSpan SlotIn(CallPriority priority, int before)
    {
        var now = _machine.GetUtcNow();
        var limit = Math.Max(1, priority == CallPriority.Agent ? PerMinute : PerMinute * 4 / 5);
        var spent = _spent.Count - _past;
        var over = spent + before - limit;
        var slot = over < 0 ? TimeSpan.Zero : over < spent ? _spent[_past + over] + Window - now : Window * (1 + over / limit);
        return slot > _heldUntil - now ? slot : _heldUntil - now;
    }

    private void Arm()
    {
        var next = TimeSpan.MaxValue;
        foreach (var priority in (CallPriority[])[CallPriority.Agent, CallPriority.Sweep])
            if (_waiting[(int)priority].Count > 0 && SlotIn(priority, 0) is var slot && slot < next) next = slot;
        _timer.Change(next == TimeSpan.MaxValue ? Timeout.InfiniteTimeSpan : next > TimeSpan.Zero ? next : TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
    }

    /// <summary>One who waits; may leave at any time.</summary>
    private sealed class Waiter
    {
        private readonly TaskCompletionSource _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly CancellationTokenRegistration _leaving;

        public Waiter(CancellationToken cancellation) => _leaving = cancellation.Register(() => _turn.TrySetCanceled(cancellation));

        public Task Task => _turn.Task;

        public bool IsGone => _turn.Task.IsCompleted;

        public bool TryGo()
        {
            _leaving.Unregister();
            return _turn.TrySetResult();
        }
    }
}
