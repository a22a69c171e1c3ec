namespace Connector.Engine.Door;

/// <summary>What a noun's rules answer: events, nothing, or refused with a reason.</summary>
public abstract record Verdict
{
    public sealed record Events(IReadOnlyList<DomainEvent> List) : Verdict;

    public sealed record Nothing(string Why) : Verdict;

    public sealed record Refused(string Rule, string Why) : Verdict;

    public static Verdict Of(params DomainEvent[] events) => new Events(events);

    public static Verdict Already(string what) => new Nothing(what);
}

/// <summary>A fact about one record, in the past tense.</summary>
public abstract record DomainEvent
{
    /// <summary>Shown in the activity stream; also the name of rules that react to it.</summary>
    public string What => GetType().Name;

    /// <summary>Why it happened, in words.</summary>
    public string? Why { get; init; }
}
