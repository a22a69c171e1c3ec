namespace Connector.Storage.Rows;

/// <summary>A fact of the store or a value of the host (<c>clock.offset</c>).</summary>
public sealed record StoreSetting
{
    public required string Tenant { get; init; }
    public required string Key { get; init; }
    public required string Value { get; init; }
}

/// <summary>The last number given out of a series.</summary>
public sealed record Counter
{
    public required string Tenant { get; init; }
    public required string Name { get; init; }
    public long Value { get; init; }
}

/// <summary>One run of a sweep.</summary>
public sealed record SweepRun
{
    public long Id { get; init; }
    public required string Tenant { get; init; }
    public required string Sweep { get; init; }

    /// <summary>Business time it ran at.</summary>
    public DateTimeOffset At { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset EndedAt { get; init; }
    public string By { get; init; } = "";
    public int Due { get; init; }
    public int Done { get; init; }
    public int Skipped { get; init; }
    public int Failed { get; init; }
    public string? Error { get; init; }
}

/// <summary>Uploaded bytes, stored once by content.</summary>
public sealed record Upload
{
    public required string Tenant { get; init; }

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public required string Hash { get; init; }
    public required byte[] Bytes { get; init; }
    public long Size { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}
