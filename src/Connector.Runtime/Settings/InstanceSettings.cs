using System.Text.Json.Nodes;

namespace Connector.Runtime.Settings;

/// <summary>One entry of <c>Instances</c>: a configured use of a plugin.</summary>
public sealed record InstanceSettings
{
    /// <summary>Id of the plugin.</summary>
    public string Plugin { get; init; } = "";
    public bool Enabled { get; init; } = true;

    /// <summary>The plugin's own; checked where the plugin is known.</summary>
    public JsonObject Options { get; init; } = [];

    /// <summary>The vendor's agent id -> our agent id, for those who are not found by email.</summary>
    public IReadOnlyDictionary<string, string> Agents { get; init; } = new Dictionary<string, string>();

    /// <summary>Our wrap-up code -> the vendor's id or name of it: the mapping to begin with.</summary>
    public IReadOnlyDictionary<string, string> Codes { get; init; } = new Dictionary<string, string>();
}
