using System.Text.Json.Serialization;
using Connector.Engine.Door;

namespace Connector.Host.Operations;

/// <summary>What an administrator's act came to. <paramref name="Nothing"/> says why nothing happened, when it was so already.</summary>
internal sealed record OperationResult(string Id, string Done, string? Nothing = null)
{
    /// <summary>What whoever asked should know besides; null: nothing.</summary>
    public IReadOnlyList<string>? Notes { get; init; }

    /// <summary>One of several that was refused, and why; the others went on.</summary>
    public string? Refused { get; init; }

    /// <summary>The rule that refused it.</summary>
    [JsonIgnore]
    public string? Rule { get; init; }

    public static OperationResult Of(string id, string done, Answer answer) => answer switch
    {
        Answer.Refused refused => throw new OperationRefusedException(refused.Rule, refused.Why),
        Answer.Nothing nothing => new(id, done, nothing.Why),
        _ => new(id, done),
    };
}

/// <summary>A rule refused what an administrator asked for.</summary>
internal sealed class OperationRefusedException(string rule, string why) : Exception(why)
{
    public const string InvalidRequest = nameof(InvalidRequest);

    public string Rule { get; } = rule;

    public static OperationRefusedException Invalid(string field, string limit) => new(InvalidRequest, $"{field}: {limit}");

    public static OperationRefusedException NoSuch(string what, string id, IEnumerable<string>? known = null) =>
        new(RuleNames.NotFound, $"there is no {what} '{id}'{(known is null ? "" : $"; known are {string.Join(", ", known)}")}");
}
