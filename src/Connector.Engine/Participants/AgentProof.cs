using Connector.Engine.Settings;
using Connector.Engine.Threads;

namespace Connector.Engine.Participants;

/// <summary>Whether From is proven: aligned DMARC in an Authentication-Results field of a trusted server. Absent means not proven.</summary>
internal static class AgentProof
{
    public static bool Holds(MailArrived mail, Setup setup)
    {
        if (mail.Mail.From.Count != 1) return false;
        var domain = mail.Mail.From[0].Address[(mail.Mail.From[0].Address.LastIndexOf('@') + 1)..];
        return mail.Mail.Headers.All("Authentication-Results").Any(field => Proves(field, domain, setup.TrustedAuthServers));
    }

    private static bool Proves(string field, string domain, IReadOnlyList<string> trusted)
    {
        var parts = field.Split(';', StringSplitOptions.TrimEntries);
        var server = parts[0].Split(' ', 2)[0];
        return trusted.Contains(server, StringComparer.OrdinalIgnoreCase)
            && parts.Skip(1).Any(p => p.StartsWith("dmarc=pass", StringComparison.OrdinalIgnoreCase) && HeaderFrom(p) is { } from && from.Equals(domain, StringComparison.OrdinalIgnoreCase));
    }

    private static string? HeaderFrom(string result)
    {
        const string key = "header.from=";
        var at = result.IndexOf(key, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : result[(at + key.Length)..].Split([' ', '(', ';'], 2)[0].Trim('"', '<', '>').Split('@')[^1];
    }
}
