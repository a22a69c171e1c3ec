using Connector.Engine.Interactions;

namespace Connector.Engine.Outbound;

/// <summary>What must still be so when an outbox row is called, as text that a person can read: state, round, owner or code of its interaction.</summary>
public static class Precondition
{
    public static string InState(Interaction interaction) => $"state={interaction.State} round={interaction.Round}";

    public static string InRound(Interaction interaction) => $"round={interaction.Round}";

    public static string OwnedBy(Interaction interaction) => $"round={interaction.Round} owner={interaction.Owner}";

    public static string WithCode(Interaction interaction) => $"round={interaction.Round} code={interaction.Code}";

    /// <summary>Null when it holds, else what differs: the row is superseded with this reason.</summary>
    public static string? Broken(string? precondition, Interaction interaction)
    {
        foreach (var part in (precondition ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var now = Now(part[..part.IndexOf('=')], interaction);
            if (part != now) return $"{part} was assumed, it is {now}";
        }
        return null;
    }

    private static string Now(string key, Interaction interaction) => $"{key}=" + key switch
    {
        "state" => interaction.State.ToString(),
        "owner" => interaction.Owner,
        "code" => interaction.Code,
        _ => interaction.Round,
    };
}
