using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Hosting;

internal static partial class Log
{
    [LoggerMessage(2500, LogLevel.Warning, "The sign of life could not be written: {Error}")]
    public static partial void BeatFailed(ILogger logger, string error);
}
