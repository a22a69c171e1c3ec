namespace Connector.Storage;

/// <summary>Where the store is and who opens it.</summary>
public sealed record StoreOptions
{
    public string Tenant { get; init; } = "default";

    /// <summary>The data folder; holds the SQLite file unless <see cref="ConnectionString"/> is given.</summary>
    public string Folder { get; init; } = "connector-data";

    /// <summary>PostgreSQL; null: SQLite in the folder.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Only reads: takes no lock and changes nothing.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Machine time, for leases.</summary>
    public TimeProvider MachineTime { get; init; } = TimeProvider.System;

    /// <summary>Further settings of each SQLite connection that writes; for tests of a full disk.</summary>
    internal Func<string>? Tuning { get; init; }

    public bool IsPostgres => !string.IsNullOrWhiteSpace(ConnectionString);

    public string File => Path.Combine(Path.GetFullPath(Folder), "connector.db");
}
