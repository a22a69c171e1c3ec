namespace Connector.Contracts;

/// <summary>
/// Versioned documents of one instance, and its way into the inbox. Documents and events given to one <see cref="CommitAsync"/> are stored
/// together or not at all. A document with a due time wakes <see cref="IWakeOnDue"/> when business time reaches it.
/// </summary>
public interface IInstanceState
{
    /// <summary>The document, or null.</summary>
    ValueTask<InstanceDocument?> GetAsync(string kind, string id, CancellationToken cancellation);

    /// <summary>All documents of a kind, in order of id.</summary>
    ValueTask<IReadOnlyList<InstanceDocument>> ListAsync(string kind, CancellationToken cancellation);

    /// <summary>Stores changes and events in one transaction. Throws <see cref="ConflictException"/> when a version differs: read again, decide again.</summary>
    ValueTask CommitAsync(IReadOnlyCollection<DocumentChange> changes, IReadOnlyCollection<VendorEvent> events, CancellationToken cancellation);
}

/// <summary>A stored document. <paramref name="Version"/> starts at 1 and rises by one with each change.</summary>
public sealed record InstanceDocument(string Kind, string Id, long Version, string Json, DateTimeOffset? DueAt);

/// <summary>A change: <paramref name="ExpectedVersion"/> 0 inserts; <paramref name="Json"/> null deletes.</summary>
public sealed record DocumentChange(string Kind, string Id, long ExpectedVersion, string? Json, DateTimeOffset? DueAt = null);

/// <summary>
/// Something that happened at the vendor. A hint: the host reads the item (<see cref="IReadItem"/>) and only if it is gone does the payload stand.
/// </summary>
/// <param name="EventId">Unique within the instance for ever; a second event of that id is answered and dropped.</param>
/// <param name="ExternalId">The vendor's id of the work.</param>
/// <param name="Kind">The vendor's word for what happened; shown, never decided upon.</param>
/// <param name="At">When it happened, by the vendor.</param>
/// <param name="Observed">What the event itself says, in our words.</param>
public sealed record VendorEvent(string EventId, string ExternalId, string Kind, DateTimeOffset At, WorkObservation Observed);
