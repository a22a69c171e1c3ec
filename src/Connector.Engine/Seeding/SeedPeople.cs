using Connector.Engine.Contacts;
using Connector.Engine.Door;
using Connector.Engine.Participants;
using Connector.Engine.Settings;
using Connector.Engine.Threads;

namespace Connector.Engine.Seeding;

/// <summary>The people a seed file names: by address, contact id or agent id.</summary>
internal sealed class SeedPeople(PutSeed input, Given given)
{
    /// <summary>Who is on a thread, in the order of their numbers.</summary>
    public IReadOnlyList<(string Person, ParticipantRole Role)> On(SeedThread thread, IReadOnlyList<SeedMessage> messages)
    {
        var people = People(thread).ToList();
        return [.. people, .. Told(messages, people).Select(agent => (agent, ParticipantRole.Agent))];
    }

    public Person PersonOf(SeedContact c) => new()
    {
        Id = given.Fresh.Id(),
        Tenant = given.Setup.Tenant,
        Kind = "consumer".Equals(c.Type, StringComparison.OrdinalIgnoreCase) ? PersonKind.Consumer : PersonKind.Contact,
        Key = c.Id,
        Address = c.Address.ToLowerInvariant(),
        Name = c.Name ?? "",
    };

    public Person PersonOf(SeedAgent a) => new()
    {
        Id = given.Fresh.Id(),
        Tenant = given.Setup.Tenant,
        Kind = PersonKind.Agent,
        Key = a.Id,
        Address = a.Email.ToLowerInvariant(),
        Role = a.Role is null ? AgentRole.Agent : Enum.Parse<AgentRole>(a.Role, ignoreCase: true),
    };

    /// <summary>Agents to whom a message is signed though they are not on the thread: told because the work is theirs.</summary>
    private IEnumerable<string> Told(IEnumerable<SeedMessage> messages, IReadOnlyList<(string Person, ParticipantRole Role)> people) => messages
        .Select(m => m.Sign?.Recipient).OfType<string>().DistinctBy(r => AddressOf(r).Address)
        .Where(r => IsAgent(AddressOf(r).Address) && !people.Any(p => AddressOf(p.Person).Address == AddressOf(r).Address));

    private bool IsAgent(string address) => input.File.Agents.Any(a => a.Email.Equals(address, StringComparison.OrdinalIgnoreCase)) || given.Setup.AgentsByAddress.ContainsKey(address);

    private static IEnumerable<(string Person, ParticipantRole Role)> People(SeedThread t) =>
        (t.Requester is null ? [] : new[] { (t.Requester, ParticipantRole.Requester) })
            .Concat(t.Cc.Select(c => (c, ParticipantRole.Cc)))
            .Concat(t.Followers.Select(f => (f, ParticipantRole.Follower)))
            .Concat(t.Former.Select(f => (f, ParticipantRole.Former)));

    public Participant ParticipantOf((string Person, ParticipantRole Role) p, CaseThread thread, int ordinal)
    {
        var (address, name) = AddressOf(p.Person);
        return new Participant
        {
            Id = given.Fresh.Id(),
            Tenant = given.Setup.Tenant,
            ThreadId = thread.Id,
            Ordinal = ordinal,
            Role = p.Role,
            Address = address,
            Name = name,
            Agent = input.File.Agents.FirstOrDefault(a => a.Email.Equals(address, StringComparison.OrdinalIgnoreCase))?.Id ?? given.Setup.AgentsByAddress.GetValueOrDefault(address)?.Id,
            AddedBy = input.By.Name,
            AddedAt = thread.CreatedAt,
            LeftAt = p.Role == ParticipantRole.Former ? thread.CreatedAt : null,
        };
    }

    public (string Address, string Name) AddressOf(string person)
    {
        if (input.File.Contacts.FirstOrDefault(c => c.Id == person) is { } contact) return (contact.Address.ToLowerInvariant(), contact.Name ?? "");
        if (input.File.Agents.FirstOrDefault(a => a.Id == person) is { } agent) return (agent.Email.ToLowerInvariant(), agent.Id);
        return System.Net.Mail.MailAddress.TryCreate(person, out var parsed) ? (parsed.Address.ToLowerInvariant(), parsed.DisplayName) : (person.ToLowerInvariant(), "");
    }
}
