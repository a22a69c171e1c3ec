using Connector.Host.Api.Cases;
using Connector.Host.Api.Requests;
using Connector.Host.Api.Security;

namespace Connector.Host.Api.Interactions;

/// <summary><c>/interactions</c>: lists, records, and the commands of agents. Who may give a command is decided by the engine.</summary>
internal static class InteractionEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("").WithTags("Interactions");
        group.MapGet("/interactions", (
                string? state, string? owner, string? channel, string? queue, bool? mine, bool? ongoing, int? limit, string? cursor,
                Caller caller, InteractionReader reader, CancellationToken cancellation) =>
            reader.ListAsync(InteractionFilter.Of(state, owner, channel, queue, mine, ongoing), PageRequest.Of(limit, cursor), caller, cancellation))
            .WithSummary("Interactions, newest first; state is one or more of their states, or open or closed");
        group.MapGet("/interactions/{id}", async (string id, Caller caller, InteractionReader reader, HttpContext http, CancellationToken cancellation) =>
            ETags.Tagged(await reader.OneAsync(Ids.Interaction(id), caller, cancellation), v => v.Version, http))
            .WithSummary("One interaction with the actions allowed now");
        group.MapGet("/interactions/{id}/work-view", (string id, Caller caller, WorkViewReader reader, CancellationToken cancellation) =>
            reader.ReadAsync(Ids.Interaction(id), caller, cancellation))
            .WithSummary("The three parts an agent works with: reading, reply, notes");
        group.MapPost("/interactions/{id}/preview", async (string id, ReplyRequest? body, PreviewDesk desk, Files files, HttpContext http) =>
            await desk.PreviewAsync(id, body, await files.ReadAsync(body?.Attachments, http.RequestAborted), http))
            .WithSummary("Who would get a reply, and as what; nothing is sent");
        MapCommands(group.MapGroup("/interactions/{id}").WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(InteractionAnswer), ["application/json"])));
    }

    private static void MapCommands(RouteGroupBuilder one)
    {
        one.MapPost("/reply", async (string id, ReplyRequest body, InteractionDesk desk, Files files, HttpContext http) =>
        {
            var attachments = await files.ReadAsync(body.Attachments, http.RequestAborted);
            return await desk.GiveAsync(id, http, c => AgentCommands.Reply(c, body, attachments));
        }).WithSummary("Write to the customer");
        one.MapPost("/note", (string id, NoteRequest body, InteractionDesk desk, HttpContext http) =>
            desk.GiveAsync(id, http, c => AgentCommands.Note(c, body))).WithSummary("Write an internal note");
        one.MapPost("/hold", (string id, InteractionDesk desk, HttpContext http) =>
            desk.GiveAsync(id, http, AgentCommands.Hold)).WithSummary("Wait for the customer");
        one.MapPost("/resume", (string id, InteractionDesk desk, HttpContext http) =>
            desk.GiveAsync(id, http, AgentCommands.Resume)).WithSummary("Work on it again");
        one.MapPost("/close", (string id, CloseRequest? body, InteractionDesk desk, HttpContext http) =>
            desk.GiveAsync(id, http, c => AgentCommands.Close(c, body))).WithSummary("End the conversation; with a code it is closed at once");
        one.MapPost("/wrap-up", (string id, WrapUpRequest body, InteractionDesk desk, HttpContext http) =>
            desk.GiveAsync(id, http, c => AgentCommands.WrapUp(c, body))).WithSummary("Submit the wrap-up code");
        one.MapPost("/create-case", (string id, CreateCaseRequest? body, InteractionDesk desk, HttpContext http) =>
            desk.GiveAsync(id, http, c => AgentCommands.CreateCase(c, body))).WithSummary("Make a case of it");
        one.MapPost("/disposition", (string id, DispositionRequest? body, InteractionDesk desk, HttpContext http) =>
            desk.GiveAsync(id, http, c => AgentCommands.Dispose(c, body))).WithSummary("Say what came of the email; a final one may resolve its case");
    }
}
