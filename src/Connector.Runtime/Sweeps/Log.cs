using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Sweeps;

internal static partial class Log
{
    [LoggerMessage(2400, LogLevel.Information, "Sweep {Sweep}: {Done} done, {Skipped} skipped, {Failed} failed")]
    public static partial void Ran(ILogger logger, string sweep, int done, int skipped, int failed);

    [LoggerMessage(2401, LogLevel.Error, "Sweep {Sweep} failed on record {Id}: {Error}")]
    public static partial void RecordFailed(ILogger logger, string sweep, long id, string error);

    [LoggerMessage(2402, LogLevel.Error, "Sweep {Sweep} did not run: {Error}")]
    public static partial void Failed(ILogger logger, string sweep, string error);
}
