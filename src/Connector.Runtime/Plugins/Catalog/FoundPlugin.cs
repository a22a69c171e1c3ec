using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Connector.Runtime.Plugins.Binding;

namespace Connector.Runtime.Plugins.Catalog;

/// <summary>What became of a plugin's folder.</summary>
public enum PluginState
{
    /// <summary>Ready to make instances.</summary>
    Loaded,

    /// <summary>Built for another contract.</summary>
    Incompatible,

    /// <summary>Could not be read or loaded.</summary>
    Broken,
}

/// <summary>One folder of the plugin folders: loaded, or listed with the reason why not.</summary>
public sealed record FoundPlugin(string Id, string Folder, PluginState State, string? Reason)
{
    /// <summary>Null when the manifest itself is faulty.</summary>
    public PluginManifest? Manifest { get; init; }

    /// <summary>Capability interfaces of the plugin's adapters, by name without the I.</summary>
    public ImmutableArray<string> Capabilities { get; init; } = [];

    /// <summary>Its files are not those that <c>Plugins:AllowedHashes</c> allows.</summary>
    public bool IsRefused { get; init; }

    internal PluginEntry? Entry { get; init; }

    /// <summary>JSON Schema of an instance's options; null unless loaded.</summary>
    public JsonNode? Schema() => Entry is null ? null : PluginSchema.Of(Entry.OptionsType);

    /// <summary>What to put into <c>Plugins:AllowedHashes</c> to allow exactly these files.</summary>
    public string Hash() => FolderHash.Of(Folder);
}
