namespace Connector.Host.Cli.Run;

internal static partial class RunLog
{
    [LoggerMessage(4100, LogLevel.Information, "The host runs; its API is at {Address}")]
    public static partial void Started(ILogger logger, string address);

    [LoggerMessage(4101, LogLevel.Information, "The host stops: no new mail is taken, what is under way is finished")]
    public static partial void Stopping(ILogger logger);

    [LoggerMessage(4102, LogLevel.Information, "The host has stopped")]
    public static partial void Stopped(ILogger logger);
}
