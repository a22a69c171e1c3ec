using System.Collections.Immutable;
using Connector.Contracts;
using Connector.Engine.Door;

namespace Connector.Engine.Reconciling;

/// <summary>Ends what differs between the two sides of one interaction, as far as it still differs.</summary>
public sealed record RepairWork : Input
{
    public required long InteractionId { get; init; }
    public required string Instance { get; init; }

    /// <summary>Version of the interaction before the vendor was read: what has moved since is left alone.</summary>
    public required long SeenVersion { get; init; }
    public WorkObservation? Theirs { get; init; }
    public string? Unfinished { get; init; }
    public ImmutableSortedDictionary<string, int> Ledger { get; init; } = ImmutableSortedDictionary<string, int>.Empty;
}

/// <summary>Ends an item of the vendor that stands for nothing here any more: its interaction is closed or goes on under another id, or is not known at all.</summary>
public sealed record EndStray : Input
{
    public required string Instance { get; init; }
    public required string ExternalId { get; init; }

    /// <summary>Null: no interaction of ours.</summary>
    public long? InteractionId { get; init; }
}
