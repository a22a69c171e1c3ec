namespace Connector.Storage.Writing;

/// <summary>Who goes first when several inputs wait; within one urgency in order of arrival.</summary>
public enum Urgency
{
    /// <summary>An agent or administrator waits for the answer.</summary>
    Command,

    /// <summary>A sweep, and the store's own bookkeeping.</summary>
    Sweep,

    /// <summary>What a vendor or mail server answered, and what an instance saw.</summary>
    Result,

    Mail,
}
