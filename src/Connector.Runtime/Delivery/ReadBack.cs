using System.Text.Json;
using Connector.Contracts;
using Connector.Engine.Outbound;

namespace Connector.Runtime.Delivery;

/// <summary>Whether the vendor's item shows that a call had its effect. Pure.</summary>
public static class ReadBack
{
    /// <summary>Null: an item does not show it, either way.</summary>
    /// <param name="row">The call in doubt.</param>
    /// <param name="seen">The item as read; null: the vendor has it no more.</param>
    public static bool? Shows(OutboxRow row, WorkObservation? seen) => Enum.Parse<WorkOperation>(row.Operation) switch
    {
        WorkOperation.Hold => seen?.State == WorkState.Held,
        WorkOperation.Resume => seen?.State == WorkState.Accepted,
        WorkOperation.End => seen is null or { State: WorkState.Ended or WorkState.Canceled } || seen.State == WorkState.WrapUp && Of(row, OutboxJson.Default.EndPayload).Stage == EndStage.ConversationOver,
        WorkOperation.SetWrapUp => seen?.Code == Of(row, OutboxJson.Default.WrapUpCode).Code,
        WorkOperation.Transfer => seen is not null && IsAt(Of(row, OutboxJson.Default.TransferTarget), seen),
        _ => null,
    };

    private static bool IsAt(TransferTarget target, WorkObservation seen) => target.Agent is { } agent ? seen.Agent == agent : seen.Queue == target.Queue;

    private static T Of<T>(OutboxRow row, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) => JsonSerializer.Deserialize(row.Payload, type)!;
}
