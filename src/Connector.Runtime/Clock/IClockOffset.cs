using Connector.Storage.Writing;

namespace Connector.Runtime.Clock;

/// <summary>The distance of business time from machine time, kept in the store so that a restart does not go back.</summary>
public interface IClockOffset
{
    /// <summary>Null in a store whose clock was never set.</summary>
    Task<TimeSpan?> ReadAsync(CancellationToken cancellation);

    /// <param name="offset">From now on.</param>
    /// <param name="beside">Rows to store with it.</param>
    /// <param name="cancellation">Gives up.</param>
    Task WriteAsync(TimeSpan offset, Beside<TimeSpan>? beside, CancellationToken cancellation);
}
