namespace Connector.Host.Logging;

/// <summary>How a host logs: one line an event on stderr, as text for people or as JSON for programs, without secrets and addresses.</summary>
internal static class LogSetup
{
    public static ILoggerFactory Create(TextWriter to, bool json, TimeProvider time, Redaction redaction) => LoggerFactory.Create(logging => logging
        .SetMinimumLevel(LogLevel.Information)
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddFilter("Quartz", LogLevel.Warning)
        .AddFilter("Connector.Host.Api.Security", LogLevel.Warning)
        .AddProvider(new LineLoggerProvider(new LogLines(to, json, time, redaction))));
}
