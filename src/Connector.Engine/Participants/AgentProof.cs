using Connector.Engine.Door;
using Connector.Engine.Settings;
using Connector.Engine.Threads;

namespace Connector.Engine.Participants;

/// <summary>Whether From is proven: aligned DMARC in an Authentication-Results field of a trusted server, or the signed address we gave to that agent alone.
/// Absent means not proven.</summary>
internal static class AgentProof
{
    public static bool Holds(MailArrived mail, Dossier? thread, Setup setup) => HasDmarc(mail, setup) || thread is not null && HasOwnToken(mail, thread);

    /// <summary>The address to answer, and the mail that is answered, were sent to one person. Ids in References travel on and prove nothing about the sender.</summary>
    private static bool HasOwnToken(MailArrived mail, Dossier thread) => thread.Thread?.Token is { } token
        && mail.Signals.Ordered.Any(s => s.Signed && (s.By == MatchedBy.AddressToken || mail.Mail.InReplyTo.Contains(s.Text)) && s.Key == ThreadHit.OfToken(token)
            && thread.Participants.Exists(p => p.Ordinal == s.Recipient && p.ThreadId == thread.Thread.Id && p.Agent is not null && p.Address == MailRows.Sender(mail)));

    private static bool HasDmarc(MailArrived mail, Setup setup)
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
