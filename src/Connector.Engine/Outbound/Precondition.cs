using System.Globalization;
using Connector.Engine.Interactions;

namespace Connector.Engine.Outbound;

/// <summary>What must still be so when an outbox row is called, as text that a person can read: state, round, owner or code of its interaction.</summary>
public static class Precondition
{
    public static string InState(Interaction interaction) => $"state={interaction.State} round={interaction.Round}";

    public static string InRound(Interaction interaction) => $"round={interaction.Round}";

    public static string OwnedBy(Interaction interaction) => $"round={interaction.Round} owner={interaction.Owner}";

    public static string WithCode(Interaction interaction) => $"round={interaction.Round} code={interaction.Code}";

    public static string? Broken(string? precondition, Interaction interaction) => Broken(precondition, CalledWork.Of(interaction));

    /// <summary>Null when it holds, else what differs: the row is superseded with this reason.</summary>
    public static string? Broken(string? precondition, CalledWork work)
    {
        for (var rest = precondition.AsSpan(); rest.Length > 0;)
        {
            var key = rest[..rest.IndexOf('=')];
            var assumed = Value(key, rest[(key.Length + 1)..]);
            var now = Now(key, work);
            if (!assumed.SequenceEqual(now)) return $"{key}={assumed} was assumed, it is {key}={now}";
            rest = rest[(key.Length + 1 + assumed.Length)..].TrimStart(' ');
        }
        return null;
    }

    /// <summary>An owner's name or a code may have spaces; it stands last.</summary>
    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> key, ReadOnlySpan<char> rest) =>
        key is "owner" or "code" || rest.IndexOf(' ') is not (var end and >= 0) ? rest : rest[..end];

    private static string Now(ReadOnlySpan<char> key, CalledWork work) => key switch
    {
        "state" => work.State.ToString(),
        "owner" => work.Owner ?? "",
        "code" => work.Code ?? "",
        _ => work.Round.ToString(CultureInfo.InvariantCulture),
    };
}
