using Connector.Engine.Door;

namespace Connector.Engine.Outbound;

/// <summary>Which rows may be retried or given up: asked by the rules, and by whoever shows beforehand what would come of it.</summary>
public static class DeadLetters
{
    /// <summary>Null: it is called again.</summary>
    public static Answer? RetryOf(OutboxState state) => state switch
    {
        OutboxState.Dead => null,
        OutboxState.Done or OutboxState.Superseded or OutboxState.Discarded => new Answer.Nothing($"the row is {state} already"),
        _ => new Answer.Nothing($"the row is {state} and will be tried"),
    };

    /// <summary>Null: it is given up.</summary>
    public static Answer? DiscardOf(OutboxState state) => state switch
    {
        OutboxState.Dead => null,
        OutboxState.Discarded => new Answer.Nothing("the row is Discarded already"),
        _ => new Answer.Refused(RuleNames.NotAllowedInState, $"only a dead letter is discarded, this row is {state}"),
    };
}
