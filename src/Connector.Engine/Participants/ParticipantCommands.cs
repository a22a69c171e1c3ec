using Connector.Engine.Door;

namespace Connector.Engine.Participants;

/// <summary>A person on the thread of an interaction is changed on the record, not by mail.</summary>
public abstract record ParticipantCommand : Input
{
    public required long InteractionId { get; init; }
    public required string Address { get; init; }
}

/// <summary>Adds a CC or a follower, or lets one in again who left.</summary>
public sealed record AddParticipant : ParticipantCommand
{
    public string Name { get; init; } = "";

    /// <summary><see cref="ParticipantRole.Cc"/> or <see cref="ParticipantRole.Follower"/>.</summary>
    public required ParticipantRole Role { get; init; }
}

/// <summary>Takes a role from a person; who keeps none is a former participant.</summary>
public sealed record RemoveParticipant : ParticipantCommand
{
    /// <summary>Null: CC and follower, whatever they are.</summary>
    public ParticipantRole? Role { get; init; }
}

/// <param name="InteractionId">Whose thread it was.</param>
/// <param name="Warnings">What the agent should know (<c>AgentAddressExposed</c>).</param>
public sealed record ParticipantResult(long InteractionId, IReadOnlyList<string> Warnings);
