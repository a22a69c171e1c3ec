using Connector.Contracts;
using Connector.Engine.Interactions;
using Connector.Engine.Settings;

namespace Connector.Runtime.Settings;

/// <summary>One entry of <c>Channels</c>; its key is the channel id and the mailbox id.</summary>
public sealed record ChannelSettings
{
    public ChannelType Type { get; init; }
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>Sender of our mail: <c>Support &lt;support@example.org&gt;</c>, one of <see cref="Addresses"/>.</summary>
    public string From { get; init; } = "";
    public IntakeMode IntakeMode { get; init; }
    public IntakeSettings Intake { get; init; } = new();
    public RouteSettings Route { get; init; } = new();
    public ThreadIdPlace ThreadIdPlace { get; init; }

    /// <summary>Channels of one group share their conversations.</summary>
    public string MailboxGroup { get; init; } = "all";

    /// <summary>The rules of this channel: the global ones with its own laid over them, key by key.</summary>
    public Rules Rules { get; init; } = new();
}

/// <summary>Where mail of the channel is picked up. Relative paths start in the data folder.</summary>
public sealed record IntakeSettings
{
    public string? Drop { get; init; }
    public string? Maildir { get; init; }
}

public sealed record RouteSettings
{
    public string Instance { get; init; } = "";
    public string Queue { get; init; } = "";

    /// <summary>Who routes; null follows what the instance can do.</summary>
    public RoutingSource? Source { get; init; }
}
