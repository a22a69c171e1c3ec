using Connector.Engine.Door;
using Connector.Engine.Settings;
using Connector.Engine.Threads;
using Connector.Mail;

namespace Connector.Engine.Participants;

/// <summary>Who joins and who leaves a thread by a mail.</summary>
internal static class ParticipantRules
{
    /// <summary>The first mail: its author is the requester, its other To and Cc become CCs by the same rules as later ones.</summary>
    public static (IReadOnlyList<string> Added, IReadOnlyList<string> Flags) First(Proceedings p, MailArrived mail, Channel channel)
    {
        if (mail.Mail.From.Count == 0) return ([], []);
        var from = mail.Mail.From[0];
        var requester = Add(p, from.Address, from.Name ?? "", ParticipantRole.Requester, null);
        var author = new Author(requester.Address, requester.Name, null, Proven: false, requester, HasRole: false);
        return AddCcs(p, mail, author, channel);
    }

    public static (IReadOnlyList<string> Added, IReadOnlyList<string> Flags) AddCcs(Proceedings p, MailArrived mail, Author author, Channel channel, long? message = null)
    {
        var wanted = CcRules.Wanted(mail.Mail, author, p.Dossier.Participants, channel, p.Given.Setup).ToList();
        if (wanted.Count == 0) return ([], []);
        var (added, flags) = CcRules.Added(wanted, author, p.Dossier.Participants, channel, p.Given.Setup);
        var ignored = wanted.Except(added).ToList();
        // A channel without addresses cannot tell itself from others: said once, with the first mail of a conversation.
        if (ignored.Count > 0 && (channel.Addresses.Count > 0 || p.Dossier.Interactions.IsEmpty))
            p.Log("CcIgnored", CcRules.WhyNot(author, channel) ?? $"the limit is {channel.Rules.CcLimit}", after: string.Join(", ", ignored.Select(a => a.Address)));
        foreach (var address in added) AddCc(p, address, message);
        return ([.. added.Select(a => a.Address.ToLowerInvariant())], flags);
    }

    public static IReadOnlyList<string> RemoveCcs(Proceedings p, MailArrived mail, Author author, Channel channel)
    {
        var removed = CcRules.Removed(mail.Mail, author, p.Dossier.Participants, channel);
        foreach (var person in removed) TakeOff(p, person);
        return [.. removed.Select(r => r.Address)];
    }

    public static Participant AddCc(Proceedings p, MailAddress address, long? message) => Add(p, address.Address, address.Name ?? "", ParticipantRole.Cc, message);

    public static void TakeOff(Proceedings p, Participant person) => p.Set(person with { Role = ParticipantRole.Former, LeftAt = p.Now });

    /// <summary>Adds a person, or gives one already on the thread another role.</summary>
    public static Participant Add(Proceedings p, string address, string name, ParticipantRole role, long? message)
    {
        var lower = address.ToLowerInvariant();
        var thread = p.Dossier.Thread!;
        var known = p.Dossier.Participants.Find(x => x.Address == lower && x.Role is ParticipantRole.Former or ParticipantRole.ThirdParty);
        var person = known is not null
            ? known with { Role = role, LeftAt = null }
            : new Participant
            {
                Id = p.Given.Fresh.Id(),
                Tenant = thread.Tenant,
                ThreadId = thread.Id,
                Ordinal = thread.Numbered + 1,
                Role = role,
                Address = lower,
                Name = name,
                Agent = p.Given.Setup.AgentsByAddress.GetValueOrDefault(lower)?.Id,
                AddedBy = p.Input.By.Name,
                AddedByMessage = message,
                AddedAt = p.Now,
            };
        if (known is null) p.Set(thread with { Numbered = thread.Numbered + 1 });
        p.Set(person);
        return person;
    }
}
