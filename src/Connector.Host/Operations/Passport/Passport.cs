using Connector.Engine.Threads;

namespace Connector.Host.Operations.Passport;

/// <summary>Everything about an interaction or case: ids, people, timers, and all that happened in order, with reasons.</summary>
internal sealed record Passport(
    string Id, string Kind, string? CaseId, string? CaseNumber, string? ThreadId, string State, string? Owner, string Channel, string Subject,
    IReadOnlyList<string> Interactions, IReadOnlyList<PassportId> Ids, IReadOnlyList<PassportPerson> People, IReadOnlyList<PassportTimer> Timers, IReadOnlyList<PassportEntry> Timeline);

/// <summary>An id it has or had somewhere.</summary>
internal sealed record PassportId(string Of, string System, string Value, DateTimeOffset? From, DateTimeOffset? Until);

internal sealed record PassportPerson(string Role, string Address, string? Name, string? Agent);

internal sealed record PassportTimer(string Of, string What, DateTimeOffset Due);

/// <summary>One thing that happened: a mail, a note, an event, a call, a code, a use of capacity.</summary>
internal sealed record PassportEntry(DateTimeOffset At, string Kind, string Id, string What, string By, string? Detail, string? Why, string? Correlation)
{
    /// <summary>Of a received mail: why it is here, with candidates, scores and the winning rule.</summary>
    public MailDecision? Decision { get; init; }
}
