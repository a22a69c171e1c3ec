namespace Connector.Runtime.Tests.Clock;

/// <summary>The machine's own time, moved forward by hand: what waits for an instant need not be waited for. Timers and stopwatches are the machine's.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    private long _ahead;

    public void Shift(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Volatile.Read(ref _ahead));
}
