using System.Text.Json;
using Connector.Contracts;
using Connector.Engine.Door;

namespace Connector.Engine.Outbound;

/// <summary>An administrator mends what a dead letter holds, before it is tried again.</summary>
public sealed record EditOutbox : Input
{
    public required long OutboxId { get; init; }

    /// <summary>The whole payload, as JSON.</summary>
    public required string Payload { get; init; }
    public string Reason { get; init; } = "";
}

/// <summary>What of a payload may be changed: never which work, round or sender it is about, so that a mended row is still the call the rules asked for.</summary>
internal static class PayloadRules
{
    /// <summary>Null when the new payload may stand, else why not.</summary>
    public static string? Refuse(OutboxRow row, string payload)
    {
        try
        {
            return row.Operation switch
            {
                MailOperation.Send => Mail(Of(row.Payload, OutboxJson.Default.MailEnvelope), Of(payload, OutboxJson.Default.MailEnvelope)),
                nameof(WorkOperation.Route) => Route(Of(row.Payload, OutboxJson.Default.RouteWork), Of(payload, OutboxJson.Default.RouteWork)),
                nameof(WorkOperation.SetWrapUp) => Of(payload, OutboxJson.Default.WrapUpCode).Code.Length == 0 ? "code: must not be empty" : null,
                nameof(WorkOperation.Transfer) => Of(payload, OutboxJson.Default.TransferTarget) is { } t && t.Queue is null == t.Agent is null ? "queue, agent: exactly one of the two is needed" : null,
                _ => $"{row.Operation} holds nothing that may be changed",
            };
        }
        catch (JsonException e)
        {
            return $"payload: is not what {row.Operation} holds ({e.Path ?? "no JSON"})";
        }
    }

    private static string? Mail(MailEnvelope before, MailEnvelope now) => now.From != before.From ? "from: may not be changed"
        : now.Recipients is not { Count: > 0 } || now.Recipients.Any(r => !r.Contains('@', StringComparison.Ordinal)) ? "recipients: at least one address is needed" : null;

    private static string? Route(RouteWork before, RouteWork now) => now.InteractionId != before.InteractionId ? "interactionId: may not be changed"
        : now.Round != before.Round ? "round: may not be changed"
        : now.Queue.Length == 0 ? "queue: must not be empty" : null;

    private static T Of<T>(string json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) => JsonSerializer.Deserialize(json, type) ?? throw new JsonException();
}
