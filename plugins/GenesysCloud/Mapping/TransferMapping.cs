using Connector.Contracts;
using Connector.Plugins.GenesysCloud.Api;

namespace Connector.Plugins.GenesysCloud.Mapping;

/// <summary>The vendor's transfers in our words. Pure.</summary>
internal static class TransferMapping
{
    public static ConversationTransfer? Newest(EmailConversation conversation) =>
        (conversation.RecentTransfers ?? []).Where(t => t.Id is not null).MaxBy(t => t.DateIssued ?? DateTimeOffset.MinValue);

    public static ObservedTransfer? Observed(EmailConversation conversation, Func<string, string> agentOf, DateTimeOffset at) =>
        Newest(conversation) is not { } newest ? null : new(
            newest.Id!,
            State(newest),
            ToQueue(conversation),
            newest.Destination?.ToUser is { } user ? agentOf(user) : null,
            newest.DateIssued ?? at);

    /// <summary>The queue of the newest transfer: as told, else that of the queue's leg which began with it. One to a user has none.</summary>
    public static string? ToQueue(EmailConversation conversation) => Newest(conversation) switch
    {
        { Destination.ToQueue: { } told } => told,
        { Destination.ToUser: null, DateIssued: { } issued } => (conversation.Participants ?? []).Where(leg => leg.IsQueue() && leg.StartTime >= issued).MinBy(leg => leg.StartTime)?.Queue?.Id,
        _ => null,
    };

    public static bool IsOver(ConversationTransfer transfer) => State(transfer) != ObservedTransferState.Pending;

    private static ObservedTransferState State(ConversationTransfer transfer) => transfer.State?.ToLowerInvariant() switch
    {
        "complete" => ObservedTransferState.Complete,
        "canceled" or "failed" or "timeout" => ObservedTransferState.Failed,
        _ => ObservedTransferState.Pending,
    };
}
