using System.Collections.Immutable;
using Connector.Contracts;
using Connector.Engine.Interactions;
using Connector.Engine.WrapUp;

namespace Connector.Engine.Reconciling;

/// <summary>Both sides of one interaction, as read.</summary>
public sealed record Compared
{
    public required Interaction Ours { get; init; }

    /// <summary>The vendor's item; null: it has none by that id.</summary>
    public WorkObservation? Theirs { get; init; }

    /// <summary>The submitted segment that awaits the vendor's confirmation.</summary>
    public WrapUpSegment? Awaiting { get; init; }
    public bool TransferOpen { get; init; }

    /// <summary>A call to the vendor that is not made yet or has failed: it explains what differs.</summary>
    public string? Unfinished { get; init; }

    /// <summary>Sum of the capacity ledger of this interaction, by agent.</summary>
    public ImmutableSortedDictionary<string, int> Ledger { get; init; } = ImmutableSortedDictionary<string, int>.Empty;
}
