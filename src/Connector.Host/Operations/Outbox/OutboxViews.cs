using Connector.Engine;
using Connector.Engine.Outbound;
using Connector.Runtime.Plugins.Secrets;

namespace Connector.Host.Operations.Outbox;

/// <summary>A call or mail still to make, or made.</summary>
internal sealed record OutboxView(
    string Id, string InteractionId, string Destination, string Operation, OutboxState State, int Attempts, string? Error, string? Answer, string? MessageId,
    DateTimeOffset CreatedAt, DateTimeOffset NotBefore, DateTimeOffset? DoneAt, string Correlation)
{
    public static OutboxView Of(OutboxRow r) => new(
        RecordId.Outbox(r.Id), RecordId.Interaction(r.InteractionId), r.Destination, r.Operation, r.State, r.Attempts, r.Error, r.Answer,
        r.MessageId is { } message ? RecordId.Message(message) : null, r.CreatedAt, r.NotBefore, r.DoneAt ?? r.DeadSince, r.Correlation);

    /// <summary>For those who may not see what a row holds: a mail server's refusal names the recipient.</summary>
    public OutboxView WithoutAddresses() => this with { Error = Error is null ? null : AddressMask.Apply(Error), Answer = Answer is null ? null : AddressMask.Apply(Answer) };
}

/// <summary>One row with what it holds, and what a retry or giving it up would come to now.</summary>
/// <param name="Payload">Null for those who may not see it.</param>
internal sealed record OutboxDetail(OutboxView Row, string? Precondition, string? Payload, string Retry, string Discard);
