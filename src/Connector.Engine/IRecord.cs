namespace Connector.Engine;

/// <summary>A row of state: immutable, changed by <c>with</c>, stored under a version check.</summary>
public interface IRecord
{
    /// <summary>From the one sequence of records; rising, never reused.</summary>
    long Id { get; }

    string Tenant { get; }

    /// <summary>The version as loaded, 0 for a record not stored yet. Storage writes version + 1 and refuses when another wrote first.</summary>
    long Version { get; }
}
