namespace Connector.Engine.Codes;

/// <summary>One code, queue or agent of a vendor as last read, and what of it is known and accepted here.</summary>
public sealed record VendorEntry : IRecord
{
    public required long Id { get; init; }
    public required string Tenant { get; init; }
    public long Version { get; init; }

    public required string Instance { get; init; }
    public required EntryKind Kind { get; init; }
    public required string VendorId { get; init; }
    public string Name { get; init; } = "";

    /// <summary>A code: ids of the queues that offer it, separated by blanks; null: all. A queue: seconds to the vendor's own wrap-up timeout. An agent: the address.</summary>
    public string? Detail { get; init; }

    /// <summary>The name both sides were last agreed on; null: new, nobody has taken note yet.</summary>
    public string? KnownName { get; init; }

    /// <summary>A code: whether any queue offered it when both sides were last agreed.</summary>
    public bool KnownOffered { get; init; }
    public DateTimeOffset SeenAt { get; init; }
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>The vendor no longer has it.</summary>
    public DateTimeOffset? GoneAt { get; init; }

    public bool IsThere => GoneAt is null;

    /// <summary>A code that an agent of the vendor can choose in some queue.</summary>
    public bool IsOffered => IsThere && Detail is not "";

    public override string ToString() => $"{VendorId} '{Name}'";
}

public enum EntryKind
{
    Code,
    Queue,
    Agent,
}
