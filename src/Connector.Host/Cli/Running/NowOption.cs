using System.CommandLine;
using System.Globalization;
using Connector.Host.Cli.Access;

namespace Connector.Host.Cli.Running;

/// <summary><c>--now</c>: another time than the clock's, by hand, while no host runs and in stores for tests only.</summary>
internal static class NowOption
{
    public static readonly Option<string?> At = new("--now") { Description = "Do it as of this instant (ISO 8601); needs Seed:Enabled and no running host", HelpName = "ISO" };

    public static DateTimeOffset? Read(Invocation call)
    {
        if (call.Get(At) is not { } text) return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var now) && text.Contains('-', StringComparison.Ordinal)
            ? now.ToUniversalTime()
            : throw new WrongCallException($"--now: '{text}' is no instant; write 2026-03-01T12:00:00Z.");
    }

    public static async Task RequireNoHostAsync(Invocation call, CancellationToken cancellation)
    {
        if (await WriteAccess.HostAnswersAsync(call.LoadChecked(), cancellation))
            throw new WrongCallException("--now: a host is running and its clock counts; move it with POST /api/v1/admin/clock.");
    }
}
