using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Inbox;

internal static partial class Log
{
    [LoggerMessage(2600, LogLevel.Warning, "Events of {Instance} for work {ExternalId} failed ({Error}); tried again later")]
    public static partial void Postponed(ILogger logger, string instance, string externalId, string error);

    [LoggerMessage(2601, LogLevel.Error, "The inbox loop met {Error} and goes on")]
    public static partial void LoopFailed(ILogger logger, string error);

    [LoggerMessage(2602, LogLevel.Warning, "Waking {Instance} for {Kind} {Id} failed: {Error}")]
    public static partial void WakeFailed(ILogger logger, string instance, string kind, string id, string error);

    [LoggerMessage(2603, LogLevel.Warning, "Instance {Instance} is polled without success: {Reason}; tried again, each time later")]
    public static partial void PollFailed(ILogger logger, string instance, string reason);

    [LoggerMessage(2604, LogLevel.Information, "Instance {Instance} is polled with success again, after {Failures} failures")]
    public static partial void PollsAgain(ILogger logger, string instance, int failures);

    [LoggerMessage(2605, LogLevel.Warning, "Instance {Instance} was not polled from {From} to {To}: {Reason}; what its vendor does not keep for so long, only reconciliation finds")]
    public static partial void PollGap(ILogger logger, string instance, DateTimeOffset from, DateTimeOffset to, string reason);

    [LoggerMessage(2606, LogLevel.Warning, "Work at {Instance} cannot be read ({Error}); its events wait and are tried again")]
    public static partial void Away(ILogger logger, string instance, string error);

    [LoggerMessage(2607, LogLevel.Information, "Work at {Instance} is read again, after {Failures} failures")]
    public static partial void ReadAgain(ILogger logger, string instance, int failures);
}
