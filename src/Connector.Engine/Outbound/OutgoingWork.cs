using Connector.Engine.Door;
using Connector.Engine.Interactions;

namespace Connector.Engine.Outbound;

/// <summary>A call or mail as the rules ask for it; becomes an <see cref="OutboxRow"/>.</summary>
public sealed record OutgoingWork(string Destination, string Operation, string Payload, string? Precondition = null)
{
    public long? MessageId { get; init; }
    public long? TransferId { get; init; }
    public long? SegmentId { get; init; }

    internal OutboxRow Row(long id, string tenant, Interaction interaction, DateTimeOffset now, Input cause, int number) => new()
    {
        Id = id,
        Tenant = tenant,
        InteractionId = interaction.Id,
        Destination = Destination,
        LaneVersion = interaction.Version + 1,
        LaneNumber = number,
        Operation = Operation,
        Payload = Payload,
        Precondition = Precondition,
        Key = $"{tenant}-{id}",
        Correlation = cause.Correlation,
        MessageId = MessageId,
        TransferId = TransferId,
        SegmentId = SegmentId,
        CreatedAt = now,
        NotBefore = now,
        Priority = cause.By.Agent is null ? 0 : 1,
    };
}
