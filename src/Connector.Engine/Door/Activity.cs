namespace Connector.Engine.Door;

/// <summary>One line of the stream agents read and of the audit: who, what, when, before, after, why. Append-only.</summary>
public sealed record Activity
{
    public required long Id { get; init; }
    public required string Tenant { get; init; }
    public long? InteractionId { get; init; }
    public long? CaseId { get; init; }
    public long? ThreadId { get; init; }
    public long? MessageId { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary><c>agent:ann</c>, <c>sweep:inactivity-closure</c>, <c>mail</c>, <c>instance:awa</c>, <c>admin:key-1</c>.</summary>
    public required string By { get; init; }

    /// <summary>Name of the event, past tense (<c>WrapUpTimedOut</c>).</summary>
    public required string What { get; init; }
    public string? Before { get; init; }
    public string? After { get; init; }
    public string? Why { get; init; }
    public string Correlation { get; init; } = "";
}
