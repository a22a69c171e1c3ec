namespace Connector.Runtime.Clock;

/// <summary>The distance of business time from machine time, kept in the store so that a restart does not go back.</summary>
public interface IClockOffset
{
    /// <summary>Null in a store whose clock was never set.</summary>
    Task<TimeSpan?> ReadAsync(CancellationToken cancellation);

    Task WriteAsync(TimeSpan offset, CancellationToken cancellation);
}
