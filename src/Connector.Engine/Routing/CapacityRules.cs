using Connector.Engine.Door;
using Connector.Engine.Interactions;

namespace Connector.Engine.Routing;

/// <summary>The ledger: whenever the agent whose capacity an interaction uses changes, one release and one use are written with the event as cause.
/// So the sum per agent always equals the sizes of the agent's items in WorkInProgress and WrapUp.</summary>
public static class CapacityRules
{
    public static void React(Proceedings p, Interaction? was, Interaction now, InteractionEvent cause)
    {
        var (before, after) = (was?.UsesCapacityOf, now.UsesCapacityOf);
        if (before == after) return;
        if (before is not null) p.Add(Entry(p, before, now, -now.Size, cause));
        if (after is not null) p.Add(Entry(p, after, now, now.Size, cause));
    }

    private static CapacityEntry Entry(Proceedings p, string agent, Interaction i, int delta, InteractionEvent cause) => new()
    {
        Id = p.Given.Fresh.Id(),
        Tenant = i.Tenant,
        Agent = agent,
        ChannelType = i.ChannelType,
        InteractionId = i.Id,
        Delta = delta,
        Cause = cause.What,
        At = p.Now,
    };
}
