namespace Connector.Runtime.Clock;

/// <summary>Stands at one instant: for <c>--now</c>.</summary>
public sealed class FixedClock(DateTimeOffset now) : IBusinessClock
{
    public DateTimeOffset Now { get; } = now.ToUniversalTime();

    public TimeSpan Offset => TimeSpan.Zero;

    public bool IsVirtual => true;
}
