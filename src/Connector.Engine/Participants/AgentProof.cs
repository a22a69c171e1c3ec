using Connector.Engine.Door;
using Connector.Engine.Settings;
using Connector.Engine.Threads;

namespace Connector.Engine.Participants;

/// <summary>Whether From is proven: aligned DMARC in the Authentication-Results of a trusted server, or the signed address we gave to that agent alone.
/// Absent means not proven.</summary>
internal static class AgentProof
{
    public static bool Holds(MailArrived mail, Dossier? thread, Setup setup) => HasDmarc(mail, setup) || thread is not null && HasOwnToken(mail, thread);

    /// <summary>The address to answer, and the mail that is answered, were sent to one person. Ids in References travel on and prove nothing about the sender.</summary>
    private static bool HasOwnToken(MailArrived mail, Dossier thread) => thread.Thread?.Token is { } token
        && mail.Signals.Ordered.Any(s => s.Signed && (s.By == MatchedBy.AddressToken || mail.Mail.InReplyTo.Contains(s.Text)) && s.Key == ThreadHit.OfToken(token)
            && thread.Participants.Exists(p => p.Ordinal == s.Recipient && p.ThreadId == thread.Thread.Id && p.Agent is not null && p.Address == MailRows.Sender(mail)));

    /// <summary>Every trusted server that says something of DMARC says pass: a field that the sender wrote in a server's name does not outweigh the server's own.</summary>
    private static bool HasDmarc(MailArrived mail, Setup setup)
    {
        if (mail.Mail.From.Count != 1 || setup.TrustedAuthServers.Count == 0) return false;
        var domain = mail.Mail.From[0].Address[(mail.Mail.From[0].Address.LastIndexOf('@') + 1)..];
        var told = mail.Mail.Headers.All("Authentication-Results").Select(AuthenticationResults.Read)
            .Where(r => r?.Dmarc is not null && setup.TrustedAuthServers.Contains(r.Server, StringComparer.OrdinalIgnoreCase)).ToList();
        return told.Count > 0 && told.TrueForAll(r => r!.Dmarc == "pass" && domain.Equals(r.From, StringComparison.OrdinalIgnoreCase));
    }
}
