using Connector.Engine;
using Connector.Engine.Door;
using Connector.Engine.Messages;
using Connector.Host.Api.Problems;
using Connector.Host.Api.Requests;
using Connector.Host.Api.Security;
using Connector.Runtime.Hosting;

namespace Connector.Host.Api.Messages;

/// <summary>Carries acts on messages to the door and answers with the message as it stands then.</summary>
internal sealed class MessageDesk(ConnectorApp app, MessageReader reader, Requests.Door door)
{
    public Task<MessageAnswer> MakeInternalAsync(string id, MakeInternalRequest? body, HttpContext http) => GiveAsync(
        new MakeInternal { MessageId = Ids.Message(id), At = app.Clock.Now, By = By(http), Correlation = Correlation.Of(http), Reason = body?.Reason ?? "" }, Ids.Message(id), http);

    public Task<MessageAnswer> AcceptAsync(string id, AcceptRequest? body, HttpContext http) => GiveAsync(
        new AcceptMessage { MessageId = Ids.Message(id), At = app.Clock.Now, By = By(http), Correlation = Correlation.Of(http), AddAsCc = body?.AddAsCc ?? true }, Ids.Message(id), http);

    public Task<MessageAnswer> AddExternalAsync(string id, ExternalMessageRequest body, HttpContext http) => GiveAsync(new AddExternalMessage
    {
        InteractionId = Ids.Interaction(id),
        At = app.Clock.Now,
        By = By(http),
        Correlation = Correlation.Of(http),
        From = body.From ?? "",
        FromName = body.FromName ?? "",
        Subject = body.Subject ?? "",
        Text = body.Text ?? "",
        WrittenAt = body.WrittenAt,
        Public = body.Public,
        AddAsCc = body.AddAsCc,
    }, null, http);

    public Task<MessageAnswer> MoveAsync(string id, MoveMailRequest body, HttpContext http)
    {
        var message = Ids.Message(body.MessageId ?? "");
        var toInteraction = RecordId.TryParse(body.To, 'i', out var interaction);
        var toCase = RecordId.TryParse(body.To, 'c', out var found);
        if (!toInteraction && !toCase) throw RefusedException.Invalid(new FieldFault("to", "the id of an interaction or a case is needed"));
        return GiveAsync(new MoveMail
        {
            InteractionId = Ids.Interaction(id),
            MessageId = message,
            At = app.Clock.Now,
            By = By(http),
            Correlation = Correlation.Of(http),
            ToInteraction = toInteraction ? interaction : null,
            ToCase = toCase ? found : null,
        }, message, http);
    }

    /// <param name="known">The message acted on; null when the act makes one.</param>
    private async Task<MessageAnswer> GiveAsync(Input input, long? known, HttpContext http)
    {
        var answer = await door.TakeAsync(input, http);
        var result = (answer as Answer.Done)?.Result as MessageResult;
        var id = result?.MessageId ?? known ?? throw new InvalidOperationException("an act that named and made no message");
        var (message, raw) = await reader.FindAsync(id, http.RequestAborted) ?? throw Ids.NoSuch("message", RecordId.Message(id));
        return new(MessageView.Of(message, raw), result?.Warnings ?? [], (answer as Answer.Nothing)?.Why);
    }

    private static Actor By(HttpContext http) => Caller.Of(http.User).Actor;
}
