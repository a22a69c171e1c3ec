using Connector.Contracts;
using Connector.Engine.Door;

namespace Connector.Engine.Codes;

/// <summary>An administrator's command on one code. <see cref="Push"/>: every instance where it is mapped, and that can, is told at once; else it shows as drift.</summary>
public abstract record CodeCommand : Input
{
    public required string Key { get; init; }
    public bool Push { get; init; }
}

/// <summary>A new code, or a retired one again.</summary>
public sealed record AddCode : CodeCommand
{
    public required string Label { get; init; }
    public string Description { get; init; } = "";
}

public sealed record RenameCode : CodeCommand
{
    public string? Label { get; init; }
    public string? Description { get; init; }
}

/// <summary>A label in one language; null takes it away.</summary>
public sealed record TranslateCode : CodeCommand
{
    public required string Language { get; init; }
    public string? Label { get; init; }
}

public sealed record RetireCode : CodeCommand;

/// <summary>Says which code of the vendor (id, or name where only one has it) is which of ours; <see cref="Code"/> null: none any more.</summary>
public sealed record MapCode : Input
{
    public required string Instance { get; init; }

    /// <summary>Id or name; empty: all queues that have no mapping of their own.</summary>
    public string Queue { get; init; } = "";
    public required string VendorCode { get; init; }
    public string? Code { get; init; }
}

/// <summary>What the vendor shows now, whole. <see cref="Queues"/> and <see cref="Agents"/> are null where the instance cannot list them.</summary>
public sealed record CatalogueRead : Input
{
    public required string Instance { get; init; }
    public IReadOnlyList<VendorCode>? Codes { get; init; }
    public IReadOnlyList<VendorQueue>? Queues { get; init; }
    public IReadOnlyList<VendorAgent>? Agents { get; init; }

    /// <summary>Our key -> the vendor's id or name, as the settings say: the mapping to begin with.</summary>
    public IReadOnlyDictionary<string, string> Named { get; init; } = new Dictionary<string, string>();
}

/// <summary>Carries a reviewed plan out. It is refused when the plan is no longer <see cref="Plan"/>.</summary>
public sealed record ApplyPlan : Input
{
    public required string Instance { get; init; }

    /// <summary>Fingerprint of the plan as it was reviewed.</summary>
    public required string Plan { get; init; }

    /// <summary>Numbers of the steps to take; null: all.</summary>
    public IReadOnlyList<int>? Only { get; init; }
}
