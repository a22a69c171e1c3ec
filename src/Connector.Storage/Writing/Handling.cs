using Connector.Engine.Door;

namespace Connector.Storage.Writing;

/// <summary>How an input is handled.</summary>
/// <param name="Urgency">Who goes first.</param>
/// <param name="Lane">Inputs of one lane (a mailbox) are decided in the order in which they were handed over; null: of no lane.</param>
/// <param name="Beside">Rows to store with the outcome.</param>
/// <param name="Expected">What the caller believes of a record; checked on what was loaded, in the same transaction.</param>
public sealed record Handling(Urgency Urgency, string? Lane = null, Beside<Outcome>? Beside = null, ExpectedVersion? Expected = null);

/// <summary>A record that must be in one of these versions.</summary>
public sealed record ExpectedVersion(Type Record, long Id, IReadOnlyList<long> Versions);

/// <summary>The record is in another version than the caller expected; null: it is not what the input is about. Nothing was stored.</summary>
public sealed class VersionUnexpectedException(long? version) : Exception($"the record is in version {version}")
{
    public long? Version => version;
}
