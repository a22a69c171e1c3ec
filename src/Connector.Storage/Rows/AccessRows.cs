namespace Connector.Storage.Rows;

/// <summary>A key that signs tokens in mail.</summary>
public sealed record SigningKeyRow
{
    public required string Tenant { get; init; }

    /// <summary>The one character that stands in each token.</summary>
    public required string Id { get; init; }
    public required byte[] Secret { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Set when tokens of this key are no longer accepted.</summary>
    public DateTimeOffset? RetiredAt { get; init; }
}

/// <summary>An API key; its secret is known by hash only.</summary>
public sealed record ApiKeyRow
{
    public required string Tenant { get; init; }
    public required string Id { get; init; }
    public required byte[] Hash { get; init; }
    public required string Role { get; init; }
    public string? Agent { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public string CreatedBy { get; init; } = "";
    public DateTimeOffset? RevokedAt { get; init; }
    public string? RevokedBy { get; init; }
}

/// <summary>What an administrator did.</summary>
public sealed record AuditEntry
{
    public long Id { get; init; }
    public required string Tenant { get; init; }
    public DateTimeOffset At { get; init; }
    public required string By { get; init; }
    public required string Action { get; init; }
    public string Target { get; init; } = "";
    public string? Before { get; init; }
    public string? After { get; init; }
}

/// <summary>The answer given under an idempotency key, given again for the same request.</summary>
public sealed record IdempotencyRecord
{
    public required string Tenant { get; init; }
    public required string Key { get; init; }

    /// <summary>Hash of the request: the same key with another request is an error of the caller.</summary>
    public required string Request { get; init; }

    /// <summary>HTTP status of the answer; 0: the command was carried out, its answer is not kept yet.</summary>
    public int Status { get; init; }

    /// <summary>Body of the answer; with status 0 what the command came to.</summary>
    public string? Answer { get; init; }
    public DateTimeOffset At { get; init; }
}
