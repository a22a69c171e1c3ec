namespace Connector.Storage.Rows;

/// <summary>What an administrator wants of an instance; hosts read it every second.</summary>
public sealed record InstanceDesired
{
    public required string Tenant { get; init; }
    public required string Instance { get; init; }

    /// <summary>Null: as the settings say.</summary>
    public bool? Enabled { get; init; }
    public bool Paused { get; init; }

    /// <summary>Counts the restarts asked for; a host whose own count is lower restarts the instance.</summary>
    public long Restarts { get; init; }
    public DateTimeOffset ChangedAt { get; init; }
    public string ChangedBy { get; init; } = "";
}

/// <summary>How one host sees one of its instances.</summary>
public sealed record InstanceStatus
{
    public required string Tenant { get; init; }
    public required string Host { get; init; }
    public required string Instance { get; init; }
    public string Plugin { get; init; } = "";
    public required string State { get; init; }
    public string? Reason { get; init; }

    /// <summary>The capability snapshot, as the number of its flags.</summary>
    public long Capabilities { get; init; }
    public DateTimeOffset At { get; init; }
    public DateTimeOffset? LastSuccessAt { get; init; }
    public DateTimeOffset? LastErrorAt { get; init; }
    public string? LastError { get; init; }

    /// <summary>Further figures as JSON.</summary>
    public string? Details { get; init; }
}

/// <summary>A host that runs, by its last sign of life (machine time).</summary>
public sealed record HostHeartbeat
{
    public required string Tenant { get; init; }
    public required string Host { get; init; }
    public string Machine { get; init; } = "";
    public long ProcessId { get; init; }
    public string ProductVersion { get; init; } = "";
    public string? Address { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset At { get; init; }
    public string? Details { get; init; }
}

/// <summary>How far an instance has read the vendor's events.</summary>
public sealed record Cursor
{
    public required string Tenant { get; init; }
    public required string Instance { get; init; }
    public string? Value { get; init; }
    public DateTimeOffset ChangedAt { get; init; }
    public string ChangedBy { get; init; } = "";
}

/// <summary>How the polling of an instance stands. All times are machine time.</summary>
public sealed record Poll
{
    public required string Tenant { get; init; }
    public required string Instance { get; init; }

    /// <summary>The one host that polls it, until then.</summary>
    public string? HeldBy { get; init; }
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>When a poll was last answered and its events were safe.</summary>
    public DateTimeOffset? PolledAt { get; init; }

    /// <summary>The last time that nobody looked for longer than meant, and why.</summary>
    public DateTimeOffset? GapFrom { get; init; }
    public DateTimeOffset? GapTo { get; init; }
    public string? GapReason { get; init; }
}

/// <summary>A plugin's document as stored.</summary>
public sealed record InstanceDocumentRow
{
    public required string Tenant { get; init; }
    public required string Instance { get; init; }
    public required string Kind { get; init; }
    public required string Id { get; init; }
    public long Version { get; init; }
    public required string Json { get; init; }
    public DateTimeOffset? DueAt { get; init; }
}
