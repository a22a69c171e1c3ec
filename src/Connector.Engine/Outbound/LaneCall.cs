using Connector.Contracts;

namespace Connector.Engine.Outbound;

/// <summary>A call of a lane that is not done with.</summary>
public sealed record LaneCall(string Operation, OutboxState State)
{
    /// <summary>Whether a hold or resume is still to be told. Behind a dead letter nothing is, until a person decides.</summary>
    /// <param name="lane">The next call first.</param>
    public static bool HasHolding(IEnumerable<LaneCall> lane) =>
        lane.TakeWhile(c => c.State != OutboxState.Dead).Any(c => c.Operation is nameof(WorkOperation.Hold) or nameof(WorkOperation.Resume));
}
