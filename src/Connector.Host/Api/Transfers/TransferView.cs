using Connector.Contracts;
using Connector.Engine;
using Connector.Engine.Transfers;
using Connector.Host.Api.Interactions;

namespace Connector.Host.Api.Transfers;

/// <summary>A transfer with its timeline: what was reached, and when.</summary>
internal sealed record TransferView(
    string Id, string InteractionId, TransferState State, string SourceQueue, string? SourceAgent, string? TargetQueue, string? TargetAgent, string RequestedBy, bool Inward, string? Reason,
    DateTimeOffset RequestedAt, DateTimeOffset? AcceptedAt, DateTimeOffset? AssignedAt, DateTimeOffset? EndedAt, DateTimeOffset? DueAt)
{
    public static TransferView Of(Transfer t) => new(
        RecordId.Transfer(t.Id), RecordId.Interaction(t.InteractionId), t.State, t.SourceQueue, t.SourceAgent, t.TargetQueue, t.TargetAgent, t.RequestedBy, t.Inward, t.Reason,
        t.RequestedAt, t.AcceptedAt, t.AssignedAt, t.EndedAt, t.DueAt);
}

/// <summary>The record of the transfer, and the interaction with the actions allowed now.</summary>
internal sealed record TransferAnswer(TransferView Transfer, InteractionView Interaction);

/// <summary>A queue or agent that work may be handed to.</summary>
internal sealed record TargetView(string? Queue, string? Agent, string Name)
{
    public static TargetView Of(TransferTarget t) => new(t.Queue, t.Agent, t.Name ?? t.Agent ?? t.Queue ?? "");
}
