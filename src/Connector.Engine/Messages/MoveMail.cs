using Connector.Engine.Door;

namespace Connector.Engine.Messages;

/// <summary>An agent puts a mail where it belongs: another interaction, or a case. Exactly one of the two targets.</summary>
public sealed record MoveMail : Input
{
    /// <summary>Where it lies now.</summary>
    public required long InteractionId { get; init; }
    public required long MessageId { get; init; }
    public long? ToInteraction { get; init; }
    public long? ToCase { get; init; }
}
