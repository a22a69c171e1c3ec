namespace Connector.Engine.Door;

/// <summary>What the door answers: exactly three kinds.</summary>
public abstract record Answer
{
    /// <summary>Something happened and is stored.</summary>
    public sealed record Done(object? Result = null) : Answer;

    /// <summary>Nothing was due, or it had happened already.</summary>
    public sealed record Nothing(string Why, object? Result = null) : Answer;

    /// <summary>Refused by a rule, with its name.</summary>
    public sealed record Refused(string Rule, string Why) : Answer;
}
