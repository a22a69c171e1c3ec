using Connector.Contracts;

namespace Connector.Engine.Interactions;

/// <summary>One engagement with a customer on one channel, from arrival or compose to closure.</summary>
public sealed record Interaction : IRecord
{
    public required long Id { get; init; }
    public required string Tenant { get; init; }
    public long Version { get; init; }

    public required string Channel { get; init; }
    public ChannelType ChannelType { get; init; }
    public Direction Direction { get; init; }
    public InteractionState State { get; init; }

    public long? ThreadId { get; init; }
    public long? CaseId { get; init; }

    /// <summary>The closed interaction this one goes on from, or the candidate a stranger's mail named.</summary>
    public long? RefersTo { get; init; }

    public CustomerType CustomerType { get; init; }
    public string CustomerId { get; init; } = "";
    public string CustomerAddress { get; init; } = "";
    public string CustomerName { get; init; } = "";
    public string Subject { get; init; } = "";

    /// <summary>The agent who owns it; kept as last owner when closed, null while it waits.</summary>
    public string? Owner { get; init; }

    /// <summary>The agent who owned it before it began to wait: offered first on the next routing.</summary>
    public string? PreviousOwner { get; init; }

    public RoutingSource RoutingSource { get; init; }
    public string Instance { get; init; } = "";
    public string Queue { get; init; } = "";

    /// <summary>Counts routings; each transfer or re-route raises it.</summary>
    public int Round { get; init; }
    public int Size { get; init; } = 1;

    /// <summary>The vendor's present id of the work; earlier ones are in <see cref="Routing.ExternalRef"/>.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Rank of the newest observation seen of <see cref="ExternalId"/>.</summary>
    public long ObservedRank { get; init; }

    /// <summary>What that observation said (a <see cref="WorkState"/>): a change at the vendor is told from what we asked for ourselves.</summary>
    public string ObservedState { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public DateTimeOffset WaitingSince { get; init; }

    /// <summary>Last message of a person, in either direction.</summary>
    public DateTimeOffset LastHumanAt { get; init; }
    public DateTimeOffset? FirstResponseAt { get; init; }

    public DateTimeOffset? InactivityDue { get; init; }
    public DateTimeOffset? WrapUpDue { get; init; }
    public DateTimeOffset? SafetyDue { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    public string? Code { get; init; }
    public CodeSource? CodeSource { get; init; }
    public string? NoCodeReason { get; init; }

    /// <summary>Its result as management names it; null: none was given.</summary>
    public string? Disposition { get; init; }

    public bool IsClosed => State is InteractionState.ClosedComplete or InteractionState.ClosedAbandoned;

    /// <summary>The agent whose capacity this interaction uses now (domain section 3).</summary>
    public string? UsesCapacityOf => State is InteractionState.WorkInProgress or InteractionState.WrapUp ? Owner : null;
}

public enum InteractionState
{
    None,
    New,
    WorkInProgress,
    OnHold,
    WrapUp,
    ClosedComplete,
    ClosedAbandoned,
}

public enum Direction
{
    Inbound,
    Outbound,
}

public enum CustomerType
{
    Guest,
    Contact,
    Consumer,
}

/// <summary>Who routes an interaction; decides the actions on offer.</summary>
public enum RoutingSource
{
    AWA,
    CCaaS,
}

/// <summary>Who gave the wrap-up code.</summary>
public enum CodeSource
{
    Agent,
    CaseCreated,
    Inactivity,
    Timeout,
    Safety,
    VendorTimeout,
}
