using Connector.Engine.Cases;
using Connector.Engine.Interactions;
using Connector.Engine.Messages;
using Connector.Engine.Outbound;
using Connector.Engine.Participants;
using Connector.Engine.Threads;

namespace Connector.Storage.Tests.Kit;

/// <summary>Records as plain as can be.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public static Interaction Interaction(long id, long? thread = null, long? caseId = null) => new()
    {
        Id = id, Tenant = "default", Channel = "support", ThreadId = thread, CaseId = caseId, State = InteractionState.New, CreatedAt = Now, UpdatedAt = Now, Subject = $"Interaction {id}",
    };

    public static CaseThread Thread(long id, string? token = null, long? redirect = null) => new()
    {
        Id = id, Tenant = "default", Channel = "support", Token = token, RedirectTo = redirect, CreatedAt = Now, LastActivityAt = Now,
    };

    public static MissingMail Missing(long id, long key, long thread) => new() { Id = id, Tenant = "default", Key = key, ThreadId = thread };

    public static Case Case(long id, long number, long? thread = null, long? mergedInto = null) => new()
    {
        Id = id, Tenant = "default", Number = number, Channel = "support", ThreadId = thread, MergedInto = mergedInto, State = CaseState.Open, CreatedAt = Now, UpdatedAt = Now,
    };

    public static Participant Participant(long id, long thread) => new() { Id = id, Tenant = "default", ThreadId = thread, Ordinal = 1, Address = $"p{id}@example.org", AddedAt = Now };

    public static Message Mail(long id, long? thread, long key, long? interaction = null) => new()
    {
        Id = id, Tenant = "default", Channel = "support", ThreadId = thread, InteractionId = interaction, MailKey = key, MailId = $"{id}@example.org", CanonicalHash = BitConverter.GetBytes(id), At = Now,
    };

    public static OutboxRow Outbox(long id, long interaction, long laneVersion = 1, string destination = "awa", int priority = 0) => new()
    {
        Id = id, Tenant = "default", InteractionId = interaction, Destination = destination, LaneVersion = laneVersion, Operation = "Route", Payload = "{}",
        Key = $"key-{id}", Correlation = "test", CreatedAt = Now, NotBefore = Now, Priority = priority,
    };
}
