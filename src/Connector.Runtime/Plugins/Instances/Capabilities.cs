using Connector.Contracts;

namespace Connector.Runtime.Plugins.Instances;

/// <summary>The capability snapshot of an adapter, from the interfaces it implements.</summary>
internal static class Capabilities
{
    public static Capability Of(IAdapter adapter)
    {
        var stages = (adapter as IEndWork)?.Stages;
        return If(adapter is IRouteWork, Capability.RouteWork)
            | If(stages?.HasFlag(EndStage.ConversationOver) == true, Capability.EndConversation)
            | If(stages?.HasFlag(EndStage.Closed) == true, Capability.EndClosed)
            | If(adapter is IHoldWork, Capability.Hold)
            | If(adapter is ITransferWork, Capability.Transfer)
            | If(adapter is ISetWrapUp, Capability.WrapUp)
            | If(adapter is IAddLaterMail, Capability.LaterMail)
            | If(adapter is IReadItem, Capability.ReadItem)
            | If(adapter is IPollEvents, Capability.PollEvents)
            | If(adapter is IReceiveEvents, Capability.ReceiveEvents)
            | If(adapter is IOfferWork, Capability.Offers)
            | If(adapter is ICheck, Capability.Check)
            | If(adapter is IWakeOnDue, Capability.WakeOnDue)
            | If(adapter is IListCodes, Capability.ListCodes)
            | If(adapter is ISaveCodes, Capability.SaveCodes)
            | If(adapter is IListDirectory, Capability.ListDirectory)
            | If(adapter is IListTargets, Capability.ListTargets)
            | If(adapter is IListOpenWork, Capability.ListOpenWork);
    }

    private static Capability If(bool has, Capability capability) => has ? capability : Capability.None;
}
