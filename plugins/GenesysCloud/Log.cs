using Microsoft.Extensions.Logging;

namespace Connector.Plugins.GenesysCloud;

/// <summary>Event ids 10100 to 10199.</summary>
internal static partial class Log
{
    [LoggerMessage(10100, LogLevel.Information, "Genesys Cloud instance {Instance} started: {Open} open conversations")]
    public static partial void Started(ILogger logger, string instance, int open);

    [LoggerMessage(10101, LogLevel.Warning, "Genesys Cloud instance {Instance}: nothing was polled for {Seconds} s; what changed meanwhile is read now, {Open} open conversations")]
    public static partial void Gap(ILogger logger, string instance, int seconds, int open);

    [LoggerMessage(10102, LogLevel.Warning, "Genesys Cloud instance {Instance}: a round over {Open} open conversations takes {Seconds} s; raise PollShare or CallsPerMinute")]
    public static partial void SlowRound(ILogger logger, string instance, int open, int seconds);

    [LoggerMessage(10103, LogLevel.Warning, "Genesys Cloud instance {Instance}: conversation {Conversation} is no longer there")]
    public static partial void Gone(ILogger logger, string instance, string conversation);

    [LoggerMessage(10104, LogLevel.Warning, "Genesys Cloud instance {Instance}: a search found more than {Limit} conversations; the rest was not looked at")]
    public static partial void SearchCut(ILogger logger, string instance, int limit);

    [LoggerMessage(10105, LogLevel.Warning, "Genesys Cloud instance {Instance}: conversation {Conversation} waits in its queue, since it could not be assigned: {Reason}")]
    public static partial void NotAssigned(ILogger logger, string instance, string conversation, string reason);

    [LoggerMessage(10106, LogLevel.Warning, "Genesys Cloud instance {Instance}: conversation {Conversation} cannot be read: {Reason}")]
    public static partial void Unreadable(ILogger logger, string instance, string conversation, string reason);
}
