using Microsoft.Extensions.Logging;

namespace Connector.Plugins.Awa;

/// <summary>Event ids 10000 to 10099.</summary>
internal static partial class Log
{
    [LoggerMessage(10000, LogLevel.Information, "Queue instance {Instance} started: {Queues} queues, {Agents} agents, {Items} open items")]
    public static partial void Started(ILogger logger, string instance, int queues, int agents, int items);

    [LoggerMessage(10001, LogLevel.Warning, "Queue instance {Instance}: {Items} items wait in queue {Queue}, which is not configured")]
    public static partial void QueueGone(ILogger logger, string instance, string queue, int items);
}
