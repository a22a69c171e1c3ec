namespace Connector.Plugins.GenesysCloud.Api;

/// <summary>A page of a list. Most lists tell how many pages there are; that of a queue's members tells only whether another follows.</summary>
internal sealed record Page<T>(IReadOnlyList<T>? Entities, int? PageNumber, int? PageCount, int? Total, string? NextUri = null)
{
    public bool IsLast(int number) => PageCount is { } count ? number >= count : NextUri is not { Length: > 0 };
}

/// <summary>A queue with the settings that matter here.</summary>
internal sealed record RoutingQueue(string? Id, string? Name, Named? Division, AcwSettings? AcwSettings, bool? EnableManualAssignment);

/// <summary>How a queue's agents wrap up.</summary>
internal sealed record AcwSettings(string? WrapupPrompt, long? TimeoutMs);

/// <summary>Who may receive work of a queue.</summary>
internal sealed record QueueMember(string? Id, string? Name, Named? User, bool? Joined, RoutingStatus? RoutingStatus);

/// <summary>Whether a member takes work now.</summary>
internal sealed record RoutingStatus(string? Status);

/// <summary>A wrap-up code of the organisation.</summary>
internal sealed record WrapupCode(string? Id, string? Name, DateTimeOffset? DateCreated = null, DateTimeOffset? DateModified = null);

/// <summary>Body that makes or changes a code.</summary>
internal sealed record WrapupCodeInput(string Name, string? Description, EntityId? Division);

/// <summary>An id alone.</summary>
internal sealed record EntityId(string Id);

/// <summary>Body of a search for conversations.</summary>
internal sealed record ConversationQuery(string Interval, string Order, string OrderBy, QueryPaging Paging, IReadOnlyList<QueryFilter> SegmentFilters);

/// <summary>Which page of a search.</summary>
internal sealed record QueryPaging(int PageSize, int PageNumber);

/// <summary>Conditions of a search: all of them (and), or one of them (or).</summary>
internal sealed record QueryFilter(string Type, IReadOnlyList<QueryPredicate> Predicates);

/// <summary>One condition.</summary>
internal sealed record QueryPredicate(string Dimension, string Value, string Type = "dimension", string Operator = "matches");

/// <summary>Answer of a search.</summary>
internal sealed record ConversationMatches(IReadOnlyList<ConversationMatch>? Conversations);

/// <summary>One conversation found.</summary>
internal sealed record ConversationMatch(string? ConversationId, DateTimeOffset? ConversationStart, DateTimeOffset? ConversationEnd);

/// <summary>Answer of the token call.</summary>
internal sealed record TokenAnswer(
    [property: System.Text.Json.Serialization.JsonPropertyName("access_token")] string? AccessToken,
    [property: System.Text.Json.Serialization.JsonPropertyName("expires_in")] int? ExpiresIn);

/// <summary>What the vendor says of a failure. Its message may quote what was sent, so it is not read.</summary>
internal sealed record ErrorAnswer(string? Code, string? ContextId, string? Error);
