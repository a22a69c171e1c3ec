namespace Connector.Plugins.GenesysCloud.Api;

/// <summary>An email conversation as the vendor answers it; only what is read.</summary>
internal sealed record EmailConversation(string? Id, IReadOnlyList<EmailParticipant>? Participants, IReadOnlyList<ConversationTransfer>? RecentTransfers);

/// <summary>One leg: the customer, a queue, an agent. A transfer adds legs, none goes away.</summary>
internal sealed record EmailParticipant
{
    public string? Id { get; init; }
    public string? Purpose { get; init; }
    public string? State { get; init; }
    public string? Direction { get; init; }
    public string? DisconnectType { get; init; }
    public DateTimeOffset? StartTime { get; init; }
    public DateTimeOffset? ConnectedTime { get; init; }
    public DateTimeOffset? EndTime { get; init; }
    public Named? User { get; init; }
    public Named? Queue { get; init; }
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }
    public bool? WrapupRequired { get; init; }
    public string? WrapupPrompt { get; init; }
    public long? WrapupTimeoutMs { get; init; }
    public bool? WrapupSkipped { get; init; }
    public Wrapup? Wrapup { get; init; }
    public DateTimeOffset? StartAcwTime { get; init; }
    public DateTimeOffset? EndAcwTime { get; init; }
    public DateTimeOffset? ParkTime { get; init; }
    public DateTimeOffset? ResumeTime { get; init; }
    public string? Provider { get; init; }
    public string? Subject { get; init; }
}

/// <summary>Anything the vendor refers to by id.</summary>
internal sealed record Named(string? Id, string? Name = null, string? Email = null);

/// <summary>A wrap-up as read. <paramref name="Code"/> is an id here, a name in other places of the vendor. Read by itself it has neither name nor draft mark.</summary>
internal sealed record Wrapup(string? Code, string? Name = null, string? Notes = null, bool? Provisional = null, int? DurationSeconds = null, DateTimeOffset? EndTime = null);

/// <summary>One of the last twenty transfers.</summary>
internal sealed record ConversationTransfer(string? Id, string? State, DateTimeOffset? DateIssued, TransferDestination? Destination, string? TransferType);

/// <summary>Where a transfer goes. The vendor describes the user's id, and no queue; a queue, and ids one level deeper, are read where they are told all the same.</summary>
internal sealed record TransferDestination(string? UserId, string? QueueId, Named? User, Named? Queue)
{
    public string? ToUser => UserId ?? User?.Id;

    public string? ToQueue => QueueId ?? Queue?.Id;
}

/// <summary>The whole conversation, read for the communication a wrap-up belongs to.</summary>
internal sealed record Conversation(string? Id, IReadOnlyList<ConversationParticipant>? Participants);

/// <summary>A leg and its emails.</summary>
internal sealed record ConversationParticipant(string? Id, IReadOnlyList<Named>? Emails);
