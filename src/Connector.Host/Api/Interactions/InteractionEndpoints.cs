using Connector.Engine.Interactions;
using Connector.Host.Api.Requests;
using Connector.Host.Api.Security;

namespace Connector.Host.Api.Interactions;

/// <summary><c>/interactions</c>: lists, records, and the commands of agents. Who may give a command is decided by the engine.</summary>
internal static class InteractionEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("").WithTags("Interactions");
        group.MapGet("/interactions", (string? state, string? owner, string? channel, string? queue, bool? mine, bool? ongoing, int? limit, string? cursor,
                Caller caller, InteractionReader reader, CancellationToken cancellation) =>
            reader.ListAsync(InteractionFilter.Of(state, owner, channel, queue, mine, ongoing), PageRequest.Of(limit, cursor), caller, cancellation))
            .WithSummary("Interactions, newest first");
        group.MapGet("/interactions/{id}", async (string id, Caller caller, InteractionReader reader, HttpContext http, CancellationToken cancellation) =>
            ETags.Tagged(await reader.OneAsync(Ids.Interaction(id), caller, cancellation), v => v.Version, http))
            .WithSummary("One interaction with the actions allowed now");
        group.MapGet("/interactions/{id}/work-view", (string id, Caller caller, WorkViewReader reader, CancellationToken cancellation) =>
            reader.ReadAsync(Ids.Interaction(id), caller, cancellation))
            .WithSummary("The three parts an agent works with: reading, reply, notes");
        MapCommands(group);
    }

    private static void MapCommands(RouteGroupBuilder group)
    {
        group.MapPost("/interactions/{id}/reply", async (string id, ReplyRequest body, InteractionDesk desk, Files files, HttpContext http) =>
        {
            var attachments = await files.ReadAsync(body.Attachments, http.RequestAborted);
            return await desk.GiveAsync(id, http, c => new AgentReply { InteractionId = c.Id, At = c.At, By = c.By, Correlation = c.Correlation, Text = body.Text ?? "", Html = body.Html, Attachments = attachments });
        }).WithSummary("Write to the customer");
        group.MapPost("/interactions/{id}/preview", async (string id, ReplyRequest? body, PreviewDesk desk, Files files, HttpContext http) =>
            await desk.PreviewAsync(id, body, await files.ReadAsync(body?.Attachments, http.RequestAborted), http)).WithSummary("Who would get a reply, and as what");
        group.MapPost("/interactions/{id}/note", (string id, NoteRequest body, InteractionDesk desk, HttpContext http) =>
            desk.GiveAsync(id, http, c => new AgentNote { InteractionId = c.Id, At = c.At, By = c.By, Correlation = c.Correlation, Text = body.Text ?? "" })).WithSummary("Write an internal note");
        group.MapPost("/interactions/{id}/hold", (string id, InteractionDesk desk, HttpContext http) =>
            desk.GiveAsync(id, http, c => new AgentHold { InteractionId = c.Id, At = c.At, By = c.By, Correlation = c.Correlation })).WithSummary("Wait for the customer");
        group.MapPost("/interactions/{id}/resume", (string id, InteractionDesk desk, HttpContext http) =>
            desk.GiveAsync(id, http, c => new AgentResume { InteractionId = c.Id, At = c.At, By = c.By, Correlation = c.Correlation })).WithSummary("Work on it again");
        group.MapPost("/interactions/{id}/close", (string id, CloseRequest? body, InteractionDesk desk, HttpContext http) =>
            desk.GiveAsync(id, http, c => new AgentClose { InteractionId = c.Id, At = c.At, By = c.By, Correlation = c.Correlation, Code = body?.Code, Notes = body?.Notes ?? "", Reason = body?.Reason ?? "" }))
            .WithSummary("End the conversation; with a code it is closed at once");
        group.MapPost("/interactions/{id}/wrap-up", (string id, WrapUpRequest body, InteractionDesk desk, HttpContext http) =>
            desk.GiveAsync(id, http, c => new AgentWrapUp { InteractionId = c.Id, At = c.At, By = c.By, Correlation = c.Correlation, Code = body.Code ?? "", Notes = body.Notes ?? "" }))
            .WithSummary("Submit the wrap-up code");
        group.MapPost("/interactions/{id}/create-case", (string id, CreateCaseRequest? body, InteractionDesk desk, HttpContext http) =>
            desk.GiveAsync(id, http, c => new AgentCreateCase { InteractionId = c.Id, At = c.At, By = c.By, Correlation = c.Correlation, Subject = body?.Subject, Description = body?.Description ?? "" }))
            .WithSummary("Make a case of it");
        group.MapPost("/interactions/{id}/transfer", (string id, TransferRequest body, InteractionDesk desk, HttpContext http) =>
            desk.TransferAsync(id, body, http)).WithSummary("Hand it to another queue or agent");
    }
}
