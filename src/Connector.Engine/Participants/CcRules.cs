using Connector.Engine.Settings;
using Connector.Mail;

namespace Connector.Engine.Participants;

/// <summary>Whom a mail adds as CC and whom it removes (domain section 8).</summary>
public static class CcRules
{
    public static (IReadOnlyList<MailAddress> Added, IReadOnlyList<string> Flags) Added(MailMessage mail, Author author, IReadOnlyList<Participant> people, Channel channel, Setup setup) =>
        Added(Wanted(mail, author, people, channel, setup).ToList(), author, people, channel, setup);

    /// <summary>Addresses to add of those wanted, in the order they stand, and the flags this earns.</summary>
    public static (IReadOnlyList<MailAddress> Added, IReadOnlyList<string> Flags) Added(IReadOnlyList<MailAddress> wanted, Author author, IReadOnlyList<Participant> people, Channel channel, Setup setup)
    {
        if (WhyNot(author, channel) is not null) return ([], []);
        var flags = new List<string>();
        var room = channel.Rules.CcLimit - people.Count(p => p.Role == ParticipantRole.Cc);
        if (wanted.Count > room) flags.Add("CcLimitReached");
        var added = wanted.Take(Math.Max(0, room)).ToList();
        if (added.Exists(a => setup.AgentsByAddress.ContainsKey(a.Address.ToLowerInvariant()))) flags.Add("AgentAddressExposed");
        return (added, flags);
    }

    /// <summary>Why this author adds nobody here; null when they may.</summary>
    public static string? WhyNot(Author author, Channel channel) =>
        channel.Addresses.Count == 0 ? "the channel has no addresses of its own"
        : !channel.Rules.CcEnabled ? "CcEnabled is off"
        : MayAdd(author, channel.Rules) ? null : "the author may not add anybody by mail";

    /// <summary>CCs left out of a mail whose sender may remove them by leaving them out.</summary>
    public static IReadOnlyList<Participant> Removed(MailMessage mail, Author author, IReadOnlyList<Participant> people, Channel channel)
    {
        var addressed = Addressed(mail);
        var requesterThere = people.Any(p => p.Role == ParticipantRole.Requester && addressed.Contains(p.Address));
        var may = author.Role == ParticipantRole.Requester || author.Role == ParticipantRole.Cc && requesterThere;
        if (!may || author.Agent is not null || !channel.Rules.CcRemovalByOmission || !channel.Rules.CcEnabled) return [];
        return [.. people.Where(p => p.Role == ParticipantRole.Cc && p.Address != author.Address && !addressed.Contains(p.Address))];
    }

    public static HashSet<string> Addressed(MailMessage mail) =>
        [.. mail.To.Concat(mail.Cc).Select(a => a.Address.ToLowerInvariant())];

    /// <summary>Whether the list of addresses, <c>@domains</c> and <c>*.sub-domains</c> names this one.</summary>
    public static bool IsNever(string address, IReadOnlyList<string> never)
    {
        var domain = address[(address.LastIndexOf('@') + 1)..];
        return never.Any(n => n switch
        {
            ['*', '.', ..] => domain.EndsWith(n[1..], StringComparison.OrdinalIgnoreCase),
            ['@', ..] => domain.Equals(n[1..], StringComparison.OrdinalIgnoreCase),
            _ => address.Equals(n, StringComparison.OrdinalIgnoreCase),
        });
    }

    private static bool MayAdd(Author author, Rules rules) => rules.CcAddByMail switch
    {
        CcAddByMail.Nobody => false,
        _ when author is { Agent.Role: AgentRole.LightAgent, Role: not ParticipantRole.Requester } => false,
        CcAddByMail.Agents => IsProvenAgent(author),
        CcAddByMail.Requester => author.Role == ParticipantRole.Requester,
        _ => author.IsCustomerSide || IsProvenAgent(author),
    };

    private static bool IsProvenAgent(Author author) => author is { Agent: not null, Proven: true };

    /// <summary>The people a mail names who could be CCs and are not.</summary>
    public static IEnumerable<MailAddress> Wanted(MailMessage mail, Author author, IReadOnlyList<Participant> people, Channel channel, Setup setup) =>
        mail.To.Concat(mail.Cc)
            .Where(a => a.Address.Contains('@'))
            .DistinctBy(a => a.Address.ToLowerInvariant())
            .Where(a => !setup.IsOwnAddress(a.Address) && !a.Address.Equals(author.Address, StringComparison.OrdinalIgnoreCase))
            .Where(a => !IsNever(a.Address, channel.Rules.NeverCc) && !IsMachine(a.Address) && !IsList(a.Address, mail))
            .Where(a => !people.Any(p => p.Address.Equals(a.Address, StringComparison.OrdinalIgnoreCase) && p.Role is ParticipantRole.Requester or ParticipantRole.Cc));

    private static bool IsList(string address, MailMessage mail) =>
        mail.Headers.All("List-Post").Any(v => v.Contains($":{address}", StringComparison.OrdinalIgnoreCase));

    private static bool IsMachine(string address)
    {
        var local = address[..address.LastIndexOf('@')].ToLowerInvariant().Replace("-", "").Replace("_", "").Replace(".", "");
        return local is "noreply" or "donotreply" or "mailerdaemon" or "postmaster";
    }
}
