using Connector.Engine.Interactions;

namespace Connector.Engine.Outbound;

/// <summary>What a call and its precondition need to know of their interaction.</summary>
public sealed record CalledWork(long Id, InteractionState State, int Round, string? Owner, string? Code, string Instance, string Queue, string? ExternalId)
{
    public static CalledWork Of(Interaction i) => new(i.Id, i.State, i.Round, i.Owner, i.Code, i.Instance, i.Queue, i.ExternalId);
}
