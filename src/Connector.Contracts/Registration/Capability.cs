namespace Connector.Contracts;

/// <summary>What an instance can do, derived by the host from the interfaces its adapter implements and stored with the instance.
/// Allowed actions are computed from this one snapshot.</summary>
[Flags]
public enum Capability
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary><see cref="IRouteWork"/></summary>
    RouteWork = 1,

    /// <summary><see cref="IEndWork"/> that wants <see cref="EndStage.ConversationOver"/></summary>
    EndConversation = 2,

    /// <summary><see cref="IEndWork"/> that wants <see cref="EndStage.Closed"/></summary>
    EndClosed = 4,

    /// <summary><see cref="IHoldWork"/></summary>
    Hold = 8,

    /// <summary><see cref="ITransferWork"/></summary>
    Transfer = 16,

    /// <summary><see cref="ISetWrapUp"/></summary>
    WrapUp = 32,

    /// <summary><see cref="IAddLaterMail"/></summary>
    LaterMail = 64,

    /// <summary><see cref="IReadItem"/></summary>
    ReadItem = 128,

    /// <summary><see cref="IPollEvents"/></summary>
    PollEvents = 256,

    /// <summary><see cref="IReceiveEvents"/></summary>
    ReceiveEvents = 512,

    /// <summary><see cref="IOfferWork"/></summary>
    Offers = 1024,

    /// <summary><see cref="ICheck"/></summary>
    Check = 2048,

    /// <summary><see cref="IWakeOnDue"/></summary>
    WakeOnDue = 4096,

    /// <summary><see cref="IListCodes"/></summary>
    ListCodes = 8192,

    /// <summary><see cref="ISaveCodes"/></summary>
    SaveCodes = 16384,

    /// <summary><see cref="IListDirectory"/></summary>
    ListDirectory = 32768,

    /// <summary><see cref="IListTargets"/></summary>
    ListTargets = 65536,

    /// <summary><see cref="IListOpenWork"/></summary>
    ListOpenWork = 131072,
}
