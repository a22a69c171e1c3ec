using System.Text.Json;
using Connector.Contracts;
using Connector.Engine.Outbound;
using Connector.Engine.Transfers;

namespace Connector.Runtime.Delivery;

/// <summary>Whether the vendor's item shows that a call had its effect. Pure.</summary>
public static class ReadBack
{
    /// <summary>Null: an item does not show it, either way.</summary>
    /// <param name="row">The call in doubt.</param>
    /// <param name="seen">The item as read; null: the vendor has it no more.</param>
    /// <param name="vendorCode">The vendor's id of the code that the row gives, when it gives one.</param>
    public static bool? Shows(OutboxRow row, WorkObservation? seen, string? vendorCode = null) => Enum.Parse<WorkOperation>(row.Operation) switch
    {
        WorkOperation.Hold => seen?.State == WorkState.Held,
        WorkOperation.Resume => seen?.State == WorkState.Accepted,
        WorkOperation.End => seen is null or { State: WorkState.Ended or WorkState.Canceled } || seen.State == WorkState.WrapUp && Of(row, OutboxJson.Default.EndPayload).Stage == EndStage.ConversationOver,
        WorkOperation.SetWrapUp => seen?.Code is { } code && code == vendorCode,
        _ => null,
    };

    /// <summary>What becomes of a transfer whose answer was lost; null: it may be asked for again.</summary>
    /// <param name="now">Business time: after the transfer's own time it is not asked for any more.</param>
    public static CallResult? Transfer(TransferOrder order, WorkObservation? seen, DateTimeOffset now) => seen is null
        ? new CallResult.Superseded("the vendor has the work no more")
        : TransferReading.Of(order, seen) switch
        {
            TransferTrace.Made => new CallResult.Succeeded(seen.ExternalId, "seen at the vendor after the answer was lost"),
            TransferTrace.Failed => new CallResult.Refused(seen.Reason ?? "the vendor shows that it came to nothing"),
            TransferTrace.NotMade when now >= order.Until => new CallResult.Superseded("read back after its time: the vendor has not made it"),
            TransferTrace.NotMade => null,
            _ => new CallResult.Later("in doubt: the vendor's item does not show whether the transfer was made", now + LookAgain),
        };

    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(15);

    private static T Of<T>(OutboxRow row, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) => JsonSerializer.Deserialize(row.Payload, type)!;
}
