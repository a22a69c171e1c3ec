using System.Text.Json.Nodes;
using Connector.Runtime.Plugins.Catalog;

namespace Connector.Host.Operations.Plugins;

/// <summary>A plugin as found on disk.</summary>
internal sealed record PluginView(
    string Id, string State, string? Reason, string? Vendor, string? Version, string? Contract, IReadOnlyList<string> Channels, string? RoutingSource,
    string? Delivery, string? Status, string? Owner, IReadOnlyList<string> Capabilities, string Folder)
{
    public static PluginView Of(FoundPlugin plugin) => new(
        plugin.Id,
        plugin.State.ToString(),
        plugin.Reason,
        plugin.Manifest?.Vendor,
        plugin.Manifest?.Version,
        plugin.Manifest?.Contract.ToString(),
        plugin.Manifest is { } m ? [.. m.Channels.Select(c => c.ToString())] : [],
        plugin.Manifest?.RoutingSource.ToString(),
        plugin.Manifest?.Delivery.ToString(),
        plugin.Manifest?.Status.ToString(),
        plugin.Manifest?.Owner,
        plugin.Capabilities,
        plugin.Folder);
}

/// <summary>A plugin with what its instances may be told, and the hash that <c>Plugins:AllowedHashes</c> would name.</summary>
internal sealed record PluginDescription(PluginView Plugin, IReadOnlyList<string> Instances, JsonNode? OptionsSchema, string Hash);
