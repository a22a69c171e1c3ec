using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

internal static partial class Log
{
    [LoggerMessage(2200, LogLevel.Information, "{Operation} of {Interaction} to {Destination}: {Result} (row {Row}, attempt {Attempt}, correlation {Correlation})")]
    public static partial void Called(ILogger logger, string operation, string interaction, string destination, string result, string row, int attempt, string correlation);

    [LoggerMessage(2201, LogLevel.Warning, "{Operation} of {Interaction} to {Destination} is a dead letter (row {Row}, attempt {Attempt}, correlation {Correlation}); its lane waits for a person")]
    public static partial void Dead(ILogger logger, string operation, string interaction, string destination, string row, int attempt, string correlation);

    [LoggerMessage(2202, LogLevel.Error, "The outbox loop met {Error} and goes on")]
    public static partial void LoopFailed(ILogger logger, string error);
}
