using Connector.Contracts;
using Connector.Engine.Settings;

namespace Connector.Runtime.Settings;

/// <summary>All settings, bound and checked. Property defaults are the built-in ones.</summary>
public sealed record ConnectorSettings
{
    public string Tenant { get; init; } = "default";

    /// <summary>Where cases live that are made without naming a channel.</summary>
    public string? DefaultChannel { get; init; }
    public DataSettings Data { get; init; } = new();
    public ApiSettings Api { get; init; } = new();
    public ClockSettings Clock { get; init; } = new();
    public SeedSettings Seed { get; init; } = new();
    public EntitlementSettings Entitlements { get; init; } = new();
    public IReadOnlyDictionary<string, ChannelSettings> Channels { get; init; } = new Dictionary<string, ChannelSettings>();
    public PluginSettings Plugins { get; init; } = new();
    public MailSettings Mail { get; init; } = new();
    public IReadOnlyDictionary<string, InstanceSettings> Instances { get; init; } = new Dictionary<string, InstanceSettings>();
    public Rules Rules { get; init; } = new();
}

public sealed record DataSettings
{
    /// <summary>The store's file, the drop folders and the kept mail; relative to the current folder.</summary>
    public string Folder { get; init; } = "connector-data";

    /// <summary>PostgreSQL; null is SQLite in the data folder. As a whole a secret reference, or a text whose Password is one.</summary>
    public string? ConnectionString { get; init; }
}

public sealed record ApiSettings
{
    public string Url { get; init; } = "http://127.0.0.1:8420";

    /// <summary>What links and vendors use when a proxy stands in front.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Needed to bind beyond loopback.</summary>
    public TlsSettings? Tls { get; init; }
}

public sealed record TlsSettings
{
    /// <summary>PEM with the chain, or PFX.</summary>
    public string Certificate { get; init; } = "";

    /// <summary>PEM key file; null when the certificate file holds it.</summary>
    public string? Key { get; init; }

    [Secret]
    public string? Password { get; init; }
}

public sealed record ClockSettings
{
    /// <summary>Business time may be advanced by hand (QA).</summary>
    public bool Virtual { get; init; }

    /// <summary>Where business time starts in a new store; needs <see cref="Virtual"/>.</summary>
    public DateTimeOffset? Start { get; init; }
}

public sealed record SeedSettings
{
    public bool Enabled { get; init; }
}

public sealed record EntitlementSettings
{
    public bool AiSummary { get; init; }
    public bool AiReplyMatch { get; init; }
}

public sealed record PluginSettings
{
    /// <summary>SHA-256 of plugin folders that may be loaded; null allows all.</summary>
    public IReadOnlyList<string>? AllowedHashes { get; init; }

    /// <summary>Folders of plugins besides the one that ships with the host.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];
}
