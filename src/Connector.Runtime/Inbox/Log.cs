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
}
