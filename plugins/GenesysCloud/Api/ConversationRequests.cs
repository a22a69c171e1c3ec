namespace Connector.Plugins.GenesysCloud.Api;

/// <summary>Body of <c>POST /api/v2/conversations/emails</c>.</summary>
internal sealed record CreateEmail
{
    public required string Provider { get; init; }
    public required string QueueId { get; init; }
    public string Direction { get; init; } = "INBOUND";
    public IReadOnlyList<string>? SkillIds { get; init; }
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }
    public string? ToAddress { get; init; }
    public string? FromAddress { get; init; }
    public string? FromName { get; init; }
    public string? Subject { get; init; }
}

/// <summary>Body of <c>POST …/emails/{id}/inboundmessages</c>.</summary>
internal sealed record InboundMessage
{
    public required string Provider { get; init; }
    public string? QueueId { get; init; }
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }
    public string? FromAddress { get; init; }
    public string? Subject { get; init; }
}

/// <summary>Body of <c>POST …/participants/{id}/replace</c>: a queue or a user.</summary>
internal sealed record ReplaceParticipant(string TransferType, string? QueueId, string? UserId);

/// <summary>Body of <c>POST /api/v2/conversations/{id}/assign</c>.</summary>
internal sealed record AssignUser(string Id);

/// <summary>Body of <c>PATCH …/participants/{id}/parkingstate</c>.</summary>
internal sealed record ParkingState(string State);

/// <summary>Body of <c>PATCH …/participants/{id}/attributes</c>.</summary>
internal sealed record ParticipantAttributes(IReadOnlyDictionary<string, string> Attributes);

/// <summary>Body of <c>PATCH /api/v2/conversations/emails/{id}</c>.</summary>
internal sealed record ConversationState(string State);

/// <summary>Body of <c>POST …/communications/{id}/wrapup</c>, and part of a participant's change.</summary>
internal sealed record WrapupInput(string Code, string? Notes);

/// <summary>Body of <c>PATCH …/emails/{id}/participants/{id}</c>.</summary>
internal sealed record ParticipantChange(WrapupInput? Wrapup = null, bool? WrapupSkipped = null);
