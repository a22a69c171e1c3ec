namespace Connector.Engine.Cases;

/// <summary>One case merged into another, with all that undoing it takes. The merge itself stands on the case and its thread.</summary>
public sealed record CaseMerge : IRecord
{
    public required long Id { get; init; }
    public required string Tenant { get; init; }
    public long Version { get; init; }

    public required long SourceId { get; init; }
    public required long TargetId { get; init; }
    public DateTimeOffset At { get; init; }
    public string By { get; init; } = "";

    /// <summary>The source's state before, and when it would have been closed by itself.</summary>
    public CaseState SourceState { get; init; }
    public DateTimeOffset? SourceCloseDue { get; init; }

    /// <summary>The thread that was united with the target's; null when the source had none of its own.</summary>
    public long? ThreadId { get; init; }

    /// <summary>The target had no thread and took the source's.</summary>
    public bool GaveThread { get; init; }

    /// <summary>Blank-separated ids of the interactions that went over to the target.</summary>
    public string Interactions { get; init; } = "";

    /// <summary>Blank-separated ids of the people who joined the target's thread by it.</summary>
    public string People { get; init; } = "";
    public DateTimeOffset? UndoneAt { get; init; }

    public static string Join(IEnumerable<long> ids) => string.Join(' ', ids);

    public static IReadOnlySet<long> Split(string ids) =>
        ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => long.Parse(id, System.Globalization.CultureInfo.InvariantCulture)).ToHashSet();
}
