namespace Connector.Plugins.GenesysCloud.Api;

/// <summary>The vendor's endpoints, one method each: the shape a generated client would have. Failures are <see cref="Contracts.AdapterException"/>s;
/// null means the vendor answered 404.</summary>
internal interface IGenesysApi
{
    /// <summary>POST /api/v2/conversations/emails</summary>
    Task<EmailConversation> CreateEmailAsync(CreateEmail body, CancellationToken cancellation);

    /// <summary>GET /api/v2/conversations/emails/{conversationId}</summary>
    Task<Answered<EmailConversation>?> EmailAsync(string conversation, CancellationToken cancellation);

    /// <summary>GET /api/v2/conversations/{conversationId}</summary>
    Task<Conversation?> ConversationAsync(string conversation, CancellationToken cancellation);

    /// <summary>PATCH /api/v2/conversations/emails/{conversationId}</summary>
    Task ChangeEmailAsync(string conversation, ConversationState body, CancellationToken cancellation);

    /// <summary>POST /api/v2/conversations/emails/{conversationId}/inboundmessages</summary>
    Task AddInboundMessageAsync(string conversation, InboundMessage body, CancellationToken cancellation);

    /// <summary>POST /api/v2/conversations/emails/{conversationId}/participants/{participantId}/replace</summary>
    Task ReplaceAsync(string conversation, string participant, ReplaceParticipant body, CancellationToken cancellation);

    /// <summary>PATCH /api/v2/conversations/emails/{conversationId}/participants/{participantId}/parkingstate</summary>
    Task ParkAsync(string conversation, string participant, ParkingState body, CancellationToken cancellation);

    /// <summary>PATCH /api/v2/conversations/emails/{conversationId}/participants/{participantId}/attributes</summary>
    Task SetAttributesAsync(string conversation, string participant, ParticipantAttributes body, CancellationToken cancellation);

    /// <summary>PATCH /api/v2/conversations/emails/{conversationId}/participants/{participantId}</summary>
    Task ChangeParticipantAsync(string conversation, string participant, ParticipantChange body, CancellationToken cancellation);

    /// <summary>POST /api/v2/conversations/emails/{conversationId}/participants/{participantId}/communications/{communicationId}/wrapup</summary>
    Task WrapUpAsync(string conversation, string participant, string communication, WrapupInput body, CancellationToken cancellation);

    /// <summary>GET /api/v2/conversations/emails/{conversationId}/participants/{participantId}/wrapup</summary>
    Task<Wrapup?> WrapUpAsync(string conversation, string participant, CancellationToken cancellation);

    /// <summary>POST /api/v2/conversations/{conversationId}/assign</summary>
    Task AssignAsync(string conversation, AssignUser body, CancellationToken cancellation);

    /// <summary>POST /api/v2/analytics/conversations/details/query</summary>
    Task<ConversationMatches> SearchAsync(ConversationQuery body, CancellationToken cancellation);

    /// <summary>GET /api/v2/routing/queues</summary>
    Task<Page<RoutingQueue>> QueuesAsync(int page, int size, CancellationToken cancellation);

    /// <summary>GET /api/v2/routing/queues, for the vendor's time at the answer.</summary>
    Task<DateTimeOffset?> ClockAsync(CancellationToken cancellation);

    /// <summary>GET /api/v2/routing/queues/{queueId}/members</summary>
    Task<Page<QueueMember>?> MembersAsync(string queue, int page, int size, CancellationToken cancellation);

    /// <summary>GET /api/v2/routing/wrapupcodes</summary>
    Task<Page<WrapupCode>> CodesAsync(int page, int size, CancellationToken cancellation);

    /// <summary>GET /api/v2/routing/wrapupcodes?name=</summary>
    Task<Page<WrapupCode>> CodesNamedAsync(string name, int page, int size, CancellationToken cancellation);

    /// <summary>POST /api/v2/routing/wrapupcodes</summary>
    Task<WrapupCode> AddCodeAsync(WrapupCodeInput body, CancellationToken cancellation);

    /// <summary>PUT /api/v2/routing/wrapupcodes/{codeId}; false: there is no such code.</summary>
    Task<bool> ChangeCodeAsync(string code, WrapupCodeInput body, CancellationToken cancellation);

    /// <summary>GET /api/v2/routing/queues/{queueId}/wrapupcodes</summary>
    Task<Page<WrapupCode>?> QueueCodesAsync(string queue, int page, int size, CancellationToken cancellation);

    /// <summary>POST /api/v2/routing/queues/{queueId}/wrapupcodes</summary>
    Task AttachCodesAsync(string queue, IReadOnlyList<EntityId> body, CancellationToken cancellation);

    /// <summary>DELETE /api/v2/routing/queues/{queueId}/wrapupcodes/{codeId}; false: it was not there.</summary>
    Task<bool> DetachCodeAsync(string queue, string code, CancellationToken cancellation);
}

/// <summary>An answer and the vendor's clock as it gave it.</summary>
internal sealed record Answered<T>(T Body, DateTimeOffset? At);
