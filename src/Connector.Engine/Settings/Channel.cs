using Connector.Contracts;
using Connector.Engine.Interactions;

namespace Connector.Engine.Settings;

/// <summary>A place where work arrives and lives, as configured. A mailbox id is the channel id.</summary>
public sealed record Channel
{
    public required string Id { get; init; }
    public ChannelType Type { get; init; }

    /// <summary>Our addresses, lower case; plus-addresses of these are ours too.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];
    public string FromName { get; init; } = "";
    public string FromAddress { get; init; } = "";
    public IntakeMode IntakeMode { get; init; }
    public ThreadIdPlace ThreadIdPlace { get; init; }
    public string MailboxGroup { get; init; } = "all";
    public string Instance { get; init; } = "";
    public string Queue { get; init; } = "";
    public RoutingSource RoutingSource { get; init; }
    public Rules Rules { get; init; } = new();
}

public enum IntakeMode
{
    InteractionFirst,
    CaseFirst,
}

public enum ThreadIdPlace
{
    Subject,
    Header,
}
