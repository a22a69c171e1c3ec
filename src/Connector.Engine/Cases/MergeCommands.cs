using Connector.Engine.Door;

namespace Connector.Engine.Cases;

/// <summary>Makes one case of several. The target keeps number and state; the others are closed and lead to it from then on.</summary>
public sealed record MergeCases : Input
{
    /// <summary>Null: the oldest of the sources.</summary>
    public long? Target { get; init; }
    public required IReadOnlyList<long> Sources { get; init; }

    public IReadOnlyList<long> All => [.. (Target is { } target ? Sources.Prepend(target) : Sources).Distinct()];
}

/// <summary>Gives a merged case back its state, its thread and its interactions, within <c>MergeUndo</c>.</summary>
public sealed record UndoMerge : Input
{
    public required long CaseId { get; init; }
}

/// <summary>Closes a case as the duplicate of another, which stays as it is.</summary>
public sealed record CloseDuplicate : Input
{
    public required long CaseId { get; init; }
    public required long Of { get; init; }
}

/// <summary>The case that stands for all now, and those that went into it.</summary>
public sealed record MergeResult(long TargetId, IReadOnlyList<long> Merged);
