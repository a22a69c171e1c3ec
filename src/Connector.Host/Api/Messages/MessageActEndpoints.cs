namespace Connector.Host.Api.Messages;

/// <summary>What agents do with messages: make internal, accept, add from outside, move.</summary>
internal static class MessageActEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("").WithTags("Messages");
        group.MapPost("/messages/{id}/make-internal", (string id, MakeInternalRequest? body, MessageDesk desk, HttpContext http) => desk.MakeInternalAsync(id, body, http))
            .WithSummary("Hide a customer's message from all later mail; there is no way back, and sent mail cannot be recalled");
        group.MapPost("/messages/{id}/accept", (string id, AcceptRequest? body, MessageDesk desk, HttpContext http) => desk.AcceptAsync(id, body, http))
            .WithSummary("Take a third party's message into the conversation and its author in as CC");
        group.MapPost("/interactions/{id}/external-message", (string id, ExternalMessageRequest body, MessageDesk desk, HttpContext http) => desk.AddExternalAsync(id, body, http))
            .WithSummary("Put a mail on the record that never reached the channel");
        group.MapPost("/interactions/{id}/move-mail", (string id, MoveMailRequest body, MessageDesk desk, HttpContext http) => desk.MoveAsync(id, body, http))
            .WithSummary("Move a mail to the interaction or case it belongs to");
    }
}

internal sealed record MakeInternalRequest(string? Reason);

/// <param name="AddAsCc">True when absent.</param>
internal sealed record AcceptRequest(bool? AddAsCc);

/// <param name="Public">Customers may see it: it is quoted to those who join later.</param>
internal sealed record ExternalMessageRequest(string? From, string? FromName, string? Subject, string? Text, DateTimeOffset? WrittenAt, bool Public = false, bool AddAsCc = false);

/// <param name="To">An interaction or a case.</param>
internal sealed record MoveMailRequest(string? MessageId, string? To);

/// <summary>The message as it stands then, and what the agent should know.</summary>
internal sealed record MessageAnswer(MessageView Message, IReadOnlyList<string> Warnings, string? Nothing);
