using Connector.Runtime.Settings;
using Connector.Storage.Writing;

namespace Connector.Runtime.Clock;

/// <summary>Machine time plus the stored offset. It ticks; advancing moves the offset, which is stored before anyone sees the new time.</summary>
public sealed class BusinessClock(TimeProvider machine, ClockSettings settings, IClockOffset stored) : IBusinessClock, IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private long _offset;
    private long _told;

    public bool IsVirtual => settings.Virtual;

    public TimeSpan Offset => new(Volatile.Read(ref _offset));

    public DateTimeOffset Now
    {
        get
        {
            var now = Microseconds(machine.GetUtcNow().UtcTicks + Volatile.Read(ref _offset));
            long told;
            // A machine clock that is set back must not make one record older than the one before it.
            while (now > (told = Volatile.Read(ref _told)))
                if (Interlocked.CompareExchange(ref _told, now, told) == told) return new(now, TimeSpan.Zero);
            return new(told, TimeSpan.Zero);
        }
    }

    /// <summary>Takes up the stored offset; a new store with a virtual clock starts at <c>Clock:Start</c>. Also how another host's advance is seen.
    /// The offset counts even when the clock is no longer virtual: the records of that time are there.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            var offset = await stored.ReadAsync(cancellation);
            if (offset is null && settings is { Virtual: true, Start: { } start })
            {
                offset = start - machine.GetUtcNow();
                await stored.WriteAsync(offset.Value, null, cancellation);
            }
            Volatile.Write(ref _offset, (offset ?? TimeSpan.Zero).Ticks);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Business time stands where a seeded state says, in a store that was empty before; it may lie in the past.</summary>
    public async Task SetForSeedAsync(DateTimeOffset instant, CancellationToken cancellation)
    {
        var offset = instant - machine.GetUtcNow();
        await stored.WriteAsync(offset, null, cancellation);
        Volatile.Write(ref _offset, offset.Ticks);
        Volatile.Write(ref _told, 0);
    }

    /// <summary>Business time goes on from that instant.</summary>
    /// <exception cref="ClockRefusedException">Not virtual, or the instant is past.</exception>
    public Task AdvanceToAsync(DateTimeOffset instant, CancellationToken cancellation) => AdvanceAsync(instant, pastRefused: true, null, cancellation);

    /// <summary>Business time is at that instant or beyond: a clock that ticks may have come there by itself.</summary>
    /// <param name="instant">The goal.</param>
    /// <param name="beside">Rows to store with the move.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ClockRefusedException">Not virtual.</exception>
    public Task ReachAsync(DateTimeOffset instant, Beside<TimeSpan>? beside, CancellationToken cancellation) => AdvanceAsync(instant, pastRefused: false, beside, cancellation);

    private async Task AdvanceAsync(DateTimeOffset instant, bool pastRefused, Beside<TimeSpan>? beside, CancellationToken cancellation)
    {
        if (!IsVirtual) throw new ClockRefusedException("the clock is not virtual: set Clock:Virtual to advance it");
        await _gate.WaitAsync(cancellation);
        try
        {
            var now = Now;
            if (instant < now && !pastRefused) return;
            if (instant < now) throw new ClockRefusedException($"time does not go back: it is {now:O}, asked for was {instant.ToUniversalTime():O}");
            var offset = instant - machine.GetUtcNow();
            await stored.WriteAsync(offset, beside, cancellation);
            Volatile.Write(ref _offset, offset.Ticks);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private static long Microseconds(long ticks) => ticks - ticks % TimeSpan.TicksPerMicrosecond;
}
