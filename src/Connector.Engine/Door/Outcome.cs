namespace Connector.Engine.Door;

/// <summary>
/// What one input comes to: the answer, and what one transaction must store. Refused and Nothing carry no writes, except the activity line
/// and message that a rule says are kept.
/// </summary>
public sealed record Outcome(Answer Answer)
{
    /// <summary>Records with <see cref="IRecord.Version"/> 0 and append-only rows, in insertion order.</summary>
    public IReadOnlyList<object> Inserts { get; init; } = [];

    /// <summary>Records as they are now; <see cref="IRecord.Version"/> is the one they were loaded with, and the write is refused if it is no longer so.</summary>
    public IReadOnlyList<IRecord> Updates { get; init; } = [];

    /// <summary>Calls that were not made since the input came from the instance they would have gone to.</summary>
    public int EchoesSuppressed { get; init; }

    public bool HasWrites => Inserts.Count > 0 || Updates.Count > 0;

    /// <summary>Whether a row of that kind is among what is stored. Asked of everything that enters, so nothing is made for it.</summary>
    public bool Stores<T>()
    {
        for (var n = 0; n < Inserts.Count; n++)
            if (Inserts[n] is T) return true;
        for (var n = 0; n < Updates.Count; n++)
            if (Updates[n] is T) return true;
        return false;
    }
}
