using System.Collections.Immutable;
using Connector.Contracts;

namespace Connector.Runtime.Plugins.Catalog;

/// <summary>What <c>plugin.json</c> says. Lists are closed: a word that is not known is a fault of the manifest.</summary>
public sealed record PluginManifest
{
    /// <summary>Equal to the folder's name.</summary>
    public required string Id { get; init; }

    /// <summary>Whose system it speaks to.</summary>
    public required string Vendor { get; init; }

    /// <summary>The plugin's own version.</summary>
    public required string Version { get; init; }

    /// <summary>File name of the assembly, in the folder itself.</summary>
    public required string Assembly { get; init; }

    /// <summary>Full name of the class that implements <see cref="IPlugin{TOptions}"/>.</summary>
    public required string Type { get; init; }

    /// <summary>The contract it was built for.</summary>
    public required Version Contract { get; init; }

    /// <summary>Channel types it carries.</summary>
    public required ImmutableArray<ChannelType> Channels { get; init; }

    /// <summary>How the vendor's events arrive.</summary>
    public required EventDelivery Delivery { get; init; }

    /// <summary>Who routes.</summary>
    public required RoutingSource RoutingSource { get; init; }

    /// <summary>How far it can be relied on.</summary>
    public required PluginStatus Status { get; init; }

    /// <summary>Who looks after it.</summary>
    public required string Owner { get; init; }
}

/// <summary>How events of the vendor arrive.</summary>
public enum EventDelivery
{
    /// <summary>The vendor calls us.</summary>
    Push,

    /// <summary>We ask the vendor.</summary>
    Poll,

    /// <summary>They arise in this process.</summary>
    Local,
}

/// <summary>Who routes the work.</summary>
public enum RoutingSource
{
    /// <summary>A queue of the record system.</summary>
    AWA,

    /// <summary>An external contact-center platform.</summary>
    CCaaS,
}

/// <summary>How far a plugin can be relied on.</summary>
public enum PluginStatus
{
    /// <summary>For use.</summary>
    Stable,

    /// <summary>Complete, not yet proven.</summary>
    Beta,

    /// <summary>May change or go.</summary>
    Experimental,

    /// <summary>Will go.</summary>
    Deprecated,
}
