namespace Connector.Engine.Codes;

/// <summary>A vendor's code and ours that mean the same, in one queue of one instance or in all of its queues. Each of the two stands in one mapping of that place only.</summary>
public sealed record CodeMapping : IRecord
{
    public required long Id { get; init; }
    public required string Tenant { get; init; }
    public long Version { get; init; }

    public required string Instance { get; init; }

    /// <summary>The vendor's queue id; empty: all queues that have no mapping of their own.</summary>
    public string Queue { get; init; } = "";
    public required string VendorId { get; init; }

    /// <summary>Key of our code.</summary>
    public required string Code { get; init; }

    /// <summary>Our label when both sides were last agreed: tells who renamed.</summary>
    public string Label { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }
    public string CreatedBy { get; init; } = "";

    /// <summary>It holds no more.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public string Place => Queue.Length == 0 ? Instance : $"{Instance}/{Queue}";

    public override string ToString() => $"{Place} {VendorId} = {Code}";
}
