using Connector.Engine.Door;

namespace Connector.Engine.Messages;

/// <summary>An agent's act on one message.</summary>
public abstract record MessageCommand : Input
{
    public required long MessageId { get; init; }
}

/// <summary>A customer's public message becomes internal, for good. Mail that was sent cannot be recalled.</summary>
public sealed record MakeInternal : MessageCommand
{
    public string Reason { get; init; } = "";
}

/// <summary>A third party's message is taken into the conversation; its author becomes a CC.</summary>
public sealed record AcceptMessage : MessageCommand
{
    /// <summary>False: the message only, its author stays outside.</summary>
    public bool AddAsCc { get; init; } = true;
}

/// <summary>A mail that never reached the channel is put on the record by the agent who has it.</summary>
public sealed record AddExternalMessage : Input
{
    public required long InteractionId { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string From { get; init; }
    public string FromName { get; init; } = "";
    public string Subject { get; init; } = "";
    public required string Text { get; init; }

    /// <summary>When it was written; null: now.</summary>
    public DateTimeOffset? WrittenAt { get; init; }

    /// <summary>Whether customers may see it: it is then quoted to those who join.</summary>
    public bool Public { get; init; }
    public bool AddAsCc { get; init; }
}

/// <param name="MessageId">The message acted on, or made.</param>
/// <param name="Warnings">What the agent should know.</param>
public sealed record MessageResult(long MessageId, IReadOnlyList<string> Warnings);
