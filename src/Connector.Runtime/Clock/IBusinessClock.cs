namespace Connector.Runtime.Clock;

/// <summary>Business time: drives rules, sweeps, offers, back-off, expiry of links. Leases, HTTP, tokens and signatures stay on machine time.</summary>
public interface IBusinessClock
{
    /// <summary>UTC, whole microseconds, never earlier than told before.</summary>
    DateTimeOffset Now { get; }

    /// <summary>How far business time is ahead of machine time.</summary>
    TimeSpan Offset { get; }

    /// <summary>Whether it may be advanced by hand.</summary>
    bool IsVirtual { get; }
}
