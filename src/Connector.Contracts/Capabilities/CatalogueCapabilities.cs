namespace Connector.Contracts;

/// <summary>The vendor has a list of wrap-up codes that can be read. Called by the code-sync sweep, by <c>codes sync</c>, and before an instance is enabled.</summary>
public interface IListCodes
{
    /// <summary>All codes, every page.</summary>
    ValueTask<IReadOnlyList<VendorCode>> CodesAsync(CancellationToken cancellation);
}

/// <summary>The vendor's list of wrap-up codes can be written. Called from the outbox, one call at a time.</summary>
public interface ISaveCodes
{
    /// <summary>Makes a code and offers it in the queues named. Answers the code that is there already when the name is taken.</summary>
    ValueTask<VendorCode> AddCodeAsync(CodeDraft code, CallMark mark, CancellationToken cancellation);

    /// <summary>Changes name and description; the queues stay.</summary>
    ValueTask RenameCodeAsync(string codeId, CodeDraft code, CallMark mark, CancellationToken cancellation);

    /// <summary>Takes the code off every queue, so that no agent can choose it; what was closed with it keeps it. A code that is gone is no error.</summary>
    ValueTask RetireCodeAsync(string codeId, CallMark mark, CancellationToken cancellation);
}

/// <summary>The vendor's queues and agents can be listed: for mapping, drift and probes.</summary>
public interface IListDirectory
{
    /// <summary>All queues the instance may use.</summary>
    ValueTask<IReadOnlyList<VendorQueue>> QueuesAsync(CancellationToken cancellation);

    /// <summary>All agents who may get work, each once.</summary>
    ValueTask<IReadOnlyList<VendorAgent>> AgentsAsync(CancellationToken cancellation);
}

/// <summary>A wrap-up code of the vendor. <paramref name="Queues"/>: ids of the queues that offer it; null where the vendor offers every code everywhere.</summary>
public sealed record VendorCode(string Id, string Name, IReadOnlyList<string>? Queues = null, DateTimeOffset? ModifiedAt = null);

/// <summary>A code to make or change at the vendor.</summary>
public sealed record CodeDraft(string Name, string? Description, IReadOnlyList<string> Queues);

/// <summary>A queue of the vendor. <paramref name="WrapUpTimeout"/>: after which the vendor sets a code of its own; null: never, or not known.</summary>
public sealed record VendorQueue(string Id, string Name, TimeSpan? WrapUpTimeout = null);

/// <summary>An agent of the vendor, with their address where the vendor shows it.</summary>
public sealed record VendorAgent(string Id, string Name, string? Email = null, AgentPresence? Presence = null);
