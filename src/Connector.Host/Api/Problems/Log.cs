namespace Connector.Host.Api.Problems;

internal static partial class Log
{
    [LoggerMessage(4000, LogLevel.Error, "{Method} {Route} failed")]
    public static partial void Failed(ILogger logger, Exception failure, string method, string route);
}
