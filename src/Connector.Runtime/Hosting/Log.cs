using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Hosting;

internal static partial class Log
{
    [LoggerMessage(2500, LogLevel.Warning, "The sign of life could not be written: {Error}")]
    public static partial void BeatFailed(ILogger logger, string error);

    [LoggerMessage(2501, LogLevel.Warning, "Instance {Instance} keeps a list of codes, and these are not mapped: {Codes}. `codes sync {Instance}` shows a plan")]
    public static partial void CodesUnmapped(ILogger logger, string instance, string codes);
}
