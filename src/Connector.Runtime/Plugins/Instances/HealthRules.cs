using Connector.Contracts;

namespace Connector.Runtime.Plugins.Instances;

/// <summary>What the outcome of a call, or of a start, makes of an instance. Pure.</summary>
internal static class HealthRules
{
    /// <summary>A wait from here on parks the instance instead of blocking its lanes.</summary>
    public static readonly TimeSpan ParkFrom = TimeSpan.FromHours(1);

    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(10);

    /// <summary>After a call; <paramref name="failure"/> null is success. Conflict and Rejected are answers of a healthy vendor.</summary>
    public static InstanceStatus AfterCall(InstanceStatus status, AdapterException? failure, DateTimeOffset now) => (status.TakesCalls, failure) switch
    {
        (false, _) => status,
        (_, UnauthorizedException e) => new(InstanceState.Parked, $"the vendor refuses our credentials: {e.Message}", now),
        (_, ThrottledException e) when e.RetryAfter >= ParkFrom => new(InstanceState.Parked, $"the vendor asks to wait: {e.Message}", now, now + e.RetryAfter),
        (_, UnavailableException e) when status.State == InstanceState.Degraded => status with { Reason = e.Message },
        (_, UnavailableException e) => new(InstanceState.Degraded, e.Message, now),
        (_, ThrottledException) => status,
        _ => status.State == InstanceState.Degraded ? new(InstanceState.Running, null, now) : status,
    };

    /// <summary>After a start that failed: what may pass by itself is tried again, each time later.</summary>
    public static InstanceStatus AfterStart(Exception failure, string reason, int attempt, DateTimeOffset now) => failure switch
    {
        ThrottledException e => new(InstanceState.Failed, reason, now, now + e.RetryAfter),
        UnavailableException or TimeoutException => new(InstanceState.Failed, reason, now, now + Wait(attempt)),
        _ => new(InstanceState.Failed, reason, now),
    };

    private static TimeSpan Wait(int attempt) =>
        TimeSpan.FromTicks(Math.Min(FirstRetry.Ticks << Math.Min(attempt, 10), LongestRetry.Ticks));
}
