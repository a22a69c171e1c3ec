using Connector.Engine.Interactions;

namespace Connector.Engine.Outbound;

/// <summary>What must still be so when an outbox row is called: state and round of its interaction, as text that a person can read.</summary>
public static class Precondition
{
    public static string InState(Interaction interaction) => $"state={interaction.State} round={interaction.Round}";

    public static string InRound(Interaction interaction) => $"round={interaction.Round}";

    /// <summary>Null when it holds, else what differs: the row is superseded with this reason.</summary>
    public static string? Broken(string? precondition, Interaction interaction)
    {
        foreach (var part in (precondition ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var now = part.StartsWith("state=", StringComparison.Ordinal) ? $"state={interaction.State}" : $"round={interaction.Round}";
            if (part != now) return $"{part} was assumed, it is {now}";
        }
        return null;
    }
}
