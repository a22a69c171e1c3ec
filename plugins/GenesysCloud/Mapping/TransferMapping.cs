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
            newest.Destination?.ToQueue,
            newest.Destination?.ToUser is { } user ? agentOf(user) : null,
            newest.DateIssued ?? at);

    public static bool IsOver(ConversationTransfer transfer) => State(transfer) != ObservedTransferState.Pending;

    private static ObservedTransferState State(ConversationTransfer transfer) => transfer.State?.ToLowerInvariant() switch
    {
        "complete" => ObservedTransferState.Complete,
        "canceled" or "failed" or "timeout" => ObservedTransferState.Failed,
        _ => ObservedTransferState.Pending,
    };
}
