namespace Connector.Engine.Reconciling;

/// <summary>One thing in which the vendor's side of an interaction is not as ours.</summary>
/// <param name="Record">Our interaction (<c>i-17</c>), or the vendor's id of an item we know nothing of.</param>
/// <param name="Field">item, state, owner, queue, code or capacity.</param>
/// <param name="Here">Our value.</param>
/// <param name="There">The vendor's value.</param>
/// <param name="Repair">What would end it.</param>
/// <param name="Says">The difference in a sentence.</param>
public sealed record Difference(string Record, string Field, string? Here, string? There, RepairKind Repair, string Says);

public enum RepairKind
{
    /// <summary>None by itself: a person, or time, must act.</summary>
    None,

    /// <summary>No error: the vendor frees capacity later than we do, by its own declaration.</summary>
    Lag,

    /// <summary>What the vendor shows is taken over, as an observation.</summary>
    Adopt,

    /// <summary>Our state is sent to the vendor again.</summary>
    Send,

    /// <summary>The interaction is routed anew.</summary>
    Reroute,

    /// <summary>The vendor's item is ended.</summary>
    End,

    /// <summary>The vendor has the code: confirmed.</summary>
    Confirm,

    /// <summary>The capacity ledger is corrected.</summary>
    Ledger,
}
