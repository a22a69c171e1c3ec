using Connector.Engine;
using Connector.Engine.Door;

namespace Connector.Host.Operations.Passport;

/// <summary>One line of the stream: who, what, when, before, after, why.</summary>
internal sealed record ActivityView(
    DateTimeOffset At, string By, string What, string? Before, string? After, string? Why, string? InteractionId, string? CaseId, string? MessageId, string Correlation)
{
    public static ActivityView Of(Activity a) => new(
        a.At, a.By, a.What, a.Before, a.After, a.Why, RecordId.Interaction(a.InteractionId), RecordId.Case(a.CaseId),
        a.MessageId is { } message ? RecordId.Message(message) : null, a.Correlation);
}
