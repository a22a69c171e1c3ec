using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Smtp;

/// <summary>What sending says. Never an address, a server's text or a secret.</summary>
internal static partial class Log
{
    [LoggerMessage(2300, LogLevel.Information, "Mail server {Host} took a mail of {Size} bytes: {Accepted} recipients accepted, {Refused} refused")]
    public static partial void Sent(ILogger logger, string? host, int size, int accepted, int refused);

    [LoggerMessage(2301, LogLevel.Warning, "Mail server {Host}: {Consequence}: {Reason}")]
    public static partial void Failed(ILogger logger, string? host, string consequence, string reason);

    [LoggerMessage(2302, LogLevel.Information, "Mail server {Host} is back")]
    public static partial void Back(ILogger logger, string? host);
}
