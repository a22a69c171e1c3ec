namespace Connector.Contracts;

/// <summary>Type of a channel: one interaction contract for all.</summary>
public enum ChannelType
{
    /// <summary>A mailbox.</summary>
    Email,

    /// <summary>A voice line.</summary>
    Voice,

    /// <summary>Live chat.</summary>
    Chat,

    /// <summary>Asynchronous messaging.</summary>
    Messaging,

    /// <summary>Anything else.</summary>
    Other,
}
